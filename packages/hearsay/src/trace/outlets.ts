/** Last words of a publisher's name that hardly anything else is called. */
const pressNouns = new Set(
  `news times post herald tribune journal gazette chronicle observer telegraph courier newspaper broadcasting radio tv television
  daily weekly magazine review mail mirror dispatch inquirer enquirer examiner bulletin digest newswire wire press broadcaster
  sentinel examiner advertiser reporter newsroom newsletter blog podcast beacon`.split(/\s+/u),
);
/** Last words that outlets share with others; enough only where the sentence says that it reports. */
const looseNouns = new Set(
  `agency guardian sun star standard register globe today online monitor independent republic record bee ledger voice network channel
  argus echo citizen argosy bugle lantern eagle commentary institute insider wire report outlook week economist atlantic nation hill`.split(
    /\s+/u,
  ),
);
/** Publishers whose names do not show it. */
const knownOutlets = new Set(
  `ap afp upi reuters bloomberg tass interfax xinhua kyodo yonhap dpa ansa efe anadolu irna mehr ria novosti sputnik rt bbc cnn msnbc
  nbc abc cbs fox pbs npr c-span cnbc itv cbc politico axios vox buzzfeed breitbart huffpost slate salon vice wired quartz propublica
  gawker newsweek time forbes fortune barron's mashable techcrunch variety deadline spiegel bild welt figaro monde libération corriere
  repubblica stampa país mundo haaretz ynet asahi nikkei yomiuri mainichi dawn hindu jazeera arabiya hurriyet sabah kommersant vedomosti
  izvestia pravda rossiya nhk dw rfi rfe voa euronews meduza bellingcat intercept drudge infowars gallup's usatoday nyt wsj ft
  associated-press agence-france-presse deutsche-welle le-monde le-figaro al-jazeera al-arabiya sky-news new-yorker daily-beast
  daily-caller talking-points-memo national-review russia-today the-verge mother-jones rolling-stone vanity-fair`.split(
    /\s+/u,
  ),
);

/** A name as it is compared: lower-case words, no article, no "www" or top-level domain, no possessive. */
export function outletKey(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/^(?:https?:\/\/)?(?:www\.)?/u, "")
    .replace(/\.(?:com|org|net|info|co\.\w\w|[a-z]{2})$/u, "")
    .replace(/'s?$/u, "")
    .replace(/[^\p{L}\p{N}.']+/gu, " ")
    .trim()
    .replace(/^the /u, "");
}

/** How surely a name in running text is an outlet's: 2 by itself, 1 where the sentence says it reports, 0 not. */
export function outletLikeness(name: string): 0 | 1 | 2 {
  const key = outletKey(name);
  const words = key.split(" ");
  const last = words.at(-1) ?? "";
  if (knownOutlets.has(key) || knownOutlets.has(words.join("-"))) return 2;
  if (words.some((word) => word.length > 2 && knownOutlets.has(word)) && words.length <= 3) return 2;
  if (pressNouns.has(last) && words.length > 1) return 2;
  if (/^(?:press|news) agency$/u.test(words.slice(-2).join(" "))) return 2;
  if (pressNouns.has(last) || looseNouns.has(last)) return 1;
  return /^[\w-]+(?:\.[\w-]+)+$/u.test(name) ? 1 : 0;
}

/**
 * How well a name in running text fits an outlet of the set: 4 the same, 3 its initials, 2 part of it ("the Tribune"),
 * 1 a short code that could stand for it; 0 not at all.
 */
export function outletFit(name: string, outlet: string): 0 | 1 | 2 | 3 | 4 {
  const [a, b] = [outletKey(name), outletKey(outlet)];
  if (a === "" || b === "") return 0;
  if (a === b || squeeze(a) === squeeze(b)) return 4;
  if (initials(a) === squeeze(b) || initials(b) === squeeze(a)) return 3;
  const [wordsA, wordsB] = [a.split(" "), b.split(" ")];
  if (isPart(wordsA, wordsB) || isPart(wordsB, wordsA)) return 2;
  return isCode(squeeze(b), squeeze(a)) ? 1 : 0;
}

const squeeze = (key: string): string => key.replace(/[^\p{L}\p{N}]/gu, "");

function initials(key: string): string {
  const words = key.split(" ").filter((word) => word !== "of" && word !== "and");
  return words.length > 1 ? words.map((word) => word[0]).join("") : "";
}

/** All words of the shorter, in order; one word alone must end the name ("Tribune") or begin it ("Ellery"). */
function isPart(short: readonly string[], long: readonly string[]): boolean {
  if (short.length >= long.length) return false;
  if (short.length === 1) return short[0]!.length > 2 && (short[0] === long.at(-1) || short[0] === long[0]);
  let i = 0;
  for (const word of long) if (word === short[i]) i++;
  return i === short.length;
}

/** "hpo" for "huffpost": same first letter, the rest in order. */
function isCode(code: string, full: string): boolean {
  if (code.length < 3 || code.length > 4 || full.length <= code.length || code[0] !== full[0]) return false;
  let i = 0;
  for (const letter of full) if (letter === code[i]) i++;
  return i === code.length;
}
