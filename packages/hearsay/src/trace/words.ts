/** What a word is to tracing: spinners leave stop words and anchors alone and replace content words. */
export const wordClass = { stop: 0, content: 1, anchor: 2 } as const;
export type WordClass = (typeof wordClass)[keyof typeof wordClass];

/** What a word is wherever it stands. Its form is what is compared: lower case, no possessive, digits for number words. */
interface WordShape {
  readonly form: number;
  /** Of the form without its commonest endings, for loose comparison; both are hashes. */
  readonly stem: number;
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

const slots = 2 ** 18;
const mostShapes = 150_000;
const mostProbes = 32;
/** Numbers a slot: two hashes of the word, form, stem, and classes (0 where the slot is free). */
const width = 5;

/**
 * Shapes of the words seen last, by two hashes; texts use the same few thousand over and over. Two words meet by chance
 * once in 10¹⁹.
 */
class Shapes {
  private readonly table = new Uint32Array(slots * width);
  private known = 0;

  /** Where a word's shape stands; until the next call. */
  slotOf(text: string, start: number, end: number, hash: number, second: number): number {
    const { table } = this;
    let slot = (hash & (slots - 1)) * width;
    for (let probe = 0; table[slot + 4] !== 0; probe++) {
      if (table[slot] === hash && table[slot + 1] === second) return slot;
      // Words made to meet in one place push one another out.
      if (probe === mostProbes) return this.put(text, start, end, hash, second, (hash & (slots - 1)) * width);
      slot = slot + width === table.length ? 0 : slot + width;
    }
    if (this.known++ === mostShapes) {
      table.fill(0);
      this.known = 1;
      slot = (hash & (slots - 1)) * width;
    }
    return this.put(text, start, end, hash, second, slot);
  }

  private put(text: string, start: number, end: number, hash: number, second: number, slot: number): number {
    const { form, stem, kind, opening } = shapeOf(text.slice(start, end));
    this.table.set([hash, second, form, stem, 1 | (kind << 1) | (opening << 3)], slot);
    return slot;
  }

  form(slot: number): number {
    return this.table[slot + 2]!;
  }
  stem(slot: number): number {
    return this.table[slot + 3]!;
  }
  kind(slot: number, opens: boolean): number {
    return (this.table[slot + 4]! >> (opens ? 3 : 1)) & 3;
  }
}
export const shapes = new Shapes();

function shapeOf(raw: string): WordShape {
  const lower = raw.replaceAll("’", "'").toLowerCase();
  const form = formOf(raw);
  return {
    form: hashOf(form),
    stem: hashOf(stemOf(form)),
    kind: classOf(raw, form, lower, false),
    opening: classOf(raw, form, lower, true),
  };
}

/** A word as it is compared. */
export const formOf = (raw: string): string => normalForm(raw.replaceAll("’", "'").toLowerCase());

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
