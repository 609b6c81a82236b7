/** Half-open stretch of a text, UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Ends in a stop that ends no sentence: titles, months, places, initials. */
const abbreviation =
  /(?:^|[\s("“])(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Brig|Adm|Cmdr|Maj|Prof|Rev|Hon|Pres|St|Mt|Ft|No|Jr|Sr|vs|v|Inc|Corp|Co|Ltd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Calif|Fla|Mass|Conn|Penn|Wash|Ala|Ariz|Ark|Colo|Del|Ga|Ill|Ind|Kan|Ky|La|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Wis|Wyo|[A-Z]|(?:[A-Za-z]\.)+[A-Za-z])\.$/u;
const boundary = /[.!?…]["'”’)\]]*(?=\s+["'“‘(]?[\p{Lu}\p{N}])|\n+/gu;
/** One line without a stop cannot grow one sentence without bound. */
const longestSentence = 1500;

/** A line that ends without a stop, and the next goes on with a small letter: the text was wrapped. */
const wrapped = /^[^\n.!?…:;"”]\n\p{Ll}/u;

/** Sentences as half-open stretches without surrounding white space. Lines end sentences, unless they are only wrapped. */
export function sentencesOf(text: string): Stretch[] {
  const found: Stretch[] = [];
  let start = 0;
  for (const match of text.matchAll(boundary)) {
    const end = match.index + match[0].length;
    if (match[0][0] === "." && abbreviation.test(text.slice(Math.max(start, match.index - 12), match.index + 1)))
      continue;
    if (wrapped.test(text.slice(Math.max(0, match.index - 1), end + 1))) continue;
    pushTrimmed(found, text, start, end);
    start = end;
  }
  pushTrimmed(found, text, start, text.length);
  return found;
}

function pushTrimmed(into: Stretch[], text: string, from: number, to: number): void {
  for (let start = from; start < to; start += longestSentence) {
    const piece = text.slice(start, Math.min(to, start + longestSentence));
    const lead = piece.length - piece.trimStart().length;
    const length = piece.trim().length;
    if (length > 0) into.push({ start: start + lead, end: start + lead + length });
  }
}
