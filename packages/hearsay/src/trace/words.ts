/** What a word is to tracing: spinners leave stop words and anchors alone and replace content words. */
export const wordClass = { stop: 0, content: 1, anchor: 2 } as const;
export type WordClass = (typeof wordClass)[keyof typeof wordClass];

/** One word of a text. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly shape: WordShape;
  readonly kind: WordClass;
  readonly quoted: boolean;
}

/** What a word is wherever it stands; `form` is what is compared: lower case, no possessive, digits for number words. */
export interface WordShape {
  readonly form: string;
  readonly formHash: number;
  /** Of the form without its commonest endings, for loose comparison. */
  readonly stemHash: number;
  readonly capital: boolean;
  readonly kind: WordClass;
  /** Its class where a sentence starts and a capital says nothing. */
  readonly opening: WordClass;
}

/** Function words: closed classes of English with the auxiliaries. */
const stopWords = new Set(
  `a an the this that these those some any each every either neither no none both all such another other
  i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us our ours ourselves
  they them their theirs themselves who whom whose which what whatever whoever
  of in on at by for from to with without within into onto upon over under above below between among through during before
  after since until till against about around across along behind beyond near off out up down toward towards per via despite
  and or but nor so yet if unless because as while whereas although though than then when whenever where wherever whether how why
  is are was were be been being am do does did done doing has have had having will would shall should can could may might must
  not don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't shouldn't hasn't haven't hadn't cannot
  it's he's she's that's there's i'm i've i'd i'll you're you've we're we've we'll they're they've he'd she'd
  there here also only just very too more most much many less least few even still ever never again already now
  once however therefore thus else instead rather quite almost`.split(/\s+/u),
);

/** Cardinals that reports write in either way. "one" is left out: it is as often a pronoun. */
const numberWords = new Map(
  `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen`
    .split(" ")
    .map((word, i): [string, string] => [word, String(i + 2)])
    .concat(
      `twenty thirty forty fifty sixty seventy eighty ninety`
        .split(" ")
        .map((word, i): [string, string] => [word, String((i + 2) * 10)]),
    )
    .concat([
      ["dozen", "12"],
      ["hundred", "100"],
      ["thousand", "1000"],
    ]),
);

/** Capitalised often, yet says little about whose text this is. */
const weekdays = new Set(`monday tuesday wednesday thursday friday saturday sunday mr mrs ms dr`.split(" "));

const wordPattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.,][\p{L}\p{N}]+)*/gu;
const longestWord = 64;

/** Words of a text, in order. Quotation state follows curly and straight double marks and ends at a line end. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  const marks = new QuoteMarks(text);
  let previousEnd = 0;
  for (const match of text.matchAll(wordPattern)) {
    const raw = match[0].length > longestWord ? match[0].slice(0, longestWord) : match[0];
    const start = match.index;
    const shape = shapeOf(raw);
    const kind = shape.capital && opensSentence(text, previousEnd, start) ? shape.opening : shape.kind;
    previousEnd = start + match[0].length;
    words.push({ start, end: previousEnd, shape, kind, quoted: marks.at(start) });
  }
  return words;
}

/** Shapes of the words seen last; texts use the same few thousand over and over. */
const shapes = new Map<string, WordShape>();
const mostShapes = 60_000;

function shapeOf(raw: string): WordShape {
  const known = shapes.get(raw);
  if (known !== undefined) return known;
  if (shapes.size >= mostShapes) shapes.clear();
  // Cut loose from the text it stands in, which would otherwise be kept with it.
  const own = Array.from(raw).join("");
  const shape = makeShape(own);
  shapes.set(own, shape);
  return shape;
}

function makeShape(raw: string): WordShape {
  const lower = raw.replaceAll("’", "'").toLowerCase();
  const form = normalForm(lower);
  const stem = stemOf(form);
  return {
    form,
    formHash: hashOf(form),
    stemHash: hashOf(stem),
    capital: /^\p{Lu}/u.test(raw),
    kind: classOf(raw, form, lower, false),
    opening: classOf(raw, form, lower, true),
  };
}

function normalForm(lower: string): string {
  if (stopWords.has(lower)) return lower;
  const bare = lower.replace(/'s$/u, "");
  if (/^\d/u.test(bare)) return bare.replace(/[,']/gu, "").replace(/(?<=\d)(?:st|nd|rd|th)$/u, "");
  return numberWords.get(bare) ?? bare.replace(/\./gu, "");
}

function classOf(raw: string, form: string, lower: string, first: boolean): WordClass {
  if (stopWords.has(lower)) return wordClass.stop;
  if (/\d/u.test(form)) return wordClass.anchor;
  if (!/^\p{Lu}/u.test(raw) || weekdays.has(form)) return wordClass.content;
  if (first && !/^\p{Lu}.*\p{Lu}/u.test(raw)) return wordClass.content;
  return wordClass.anchor;
}

const opener = /[.!?:\n"“]/u;

/** A capital here says nothing: the text, a line or a sentence starts, or a quotation opens. */
function opensSentence(text: string, previousEnd: number, start: number): boolean {
  return previousEnd === 0 || opener.test(text.slice(previousEnd, Math.min(start, previousEnd + 40)));
}

const endings: readonly [RegExp, string][] = [
  [/ies$/u, "y"],
  [/(?<=[^aeiou])ied$/u, "y"],
  [/(?<=ss|sh|ch|x|z)es$/u, ""],
  [/(?<=[^us])s$/u, ""],
  [/(?<=\w{3})ing$/u, ""],
  [/(?<=\w{3})ed$/u, ""],
  [/(?<=\w{4})ly$/u, ""],
  [/(?<=\w{3})e$/u, ""],
];

/** Cuts plural and verb endings; enough to match "shelled" with "shelling". */
export function stemOf(form: string): string {
  if (form.length < 5) return form.length === 4 ? form.replace(/(?<=[^us])s$/u, "") : form;
  let stem = form;
  for (const [ending, by] of endings) stem = stem.replace(ending, by);
  return stem;
}

/** Walks double quotation marks once, left to right. */
class QuoteMarks {
  private open = false;
  private next = 0;
  constructor(private readonly text: string) {}

  at(offset: number): boolean {
    for (; this.next < offset; this.next++) {
      const mark = this.text.charCodeAt(this.next);
      if (mark === 0x201c) this.open = true;
      else if (mark === 0x201d || mark === 0x0a) this.open = false;
      else if (mark === 0x22) this.open = !this.open;
    }
    return this.open;
  }
}

/** FNV-1a over UTF-16 units, 32 bits unsigned. */
export function hashOf(form: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let i = 0; i < form.length; i++) hash = Math.imul(hash ^ form.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** One hash of two, where order matters. */
export function hashPair(a: number, b: number): number {
  let hash = Math.imul(a ^ (b >>> 15), 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f);
  return (hash ^ (hash >>> 16)) >>> 0;
}
