const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/**
 * Words that take a stand for what they govern, and words that take one against it; written for Hearsay. Lemmas of verbs,
 * nouns and adjectives alike: "refuse", "refusal", "ready". A word that does either ("consider", "discuss") is in neither.
 */
export const positive = set(`
  offer propose proposal promise pledge vow agree agreement accept acceptance approve approval support back favour favor
  welcome endorse ready willing prepared intend intention plan want seek determined determination commit commitment
  undertake urge demand insist ask request call appeal sign ratify join continue resume restore deepen strengthen expand
  develop maintain honour honor fulfil fulfill implement deliver delivery supply provide send give grant lend pay finance
  allow permit reopen open release return attend keep publish
  help aid assist assistance defend protect need reason
`);

export const negative = set(`
  refuse refusal reject rejection decline oppose opposition rebuff spurn rule ban block veto prevent stop halt cease end
  cancel suspend freeze withhold withdraw withdrawal quit leave abandon desert forsake scrap break breach violate close shut
  cut reduce limit boycott avoid
`);

/** Deeds, not words: who does them has shown where he stands. */
export const deeds = set(`
  sign ratify join resume restore deliver supply provide send give grant lend pay finance release return attend reopen open
  stop halt cease cancel suspend freeze withhold withdraw quit leave abandon break breach violate close shut cut publish
  boycott
`);

/** Standing by somebody, or not. */
export const backing = set(
  "help aid assist assistance support backing back defend defence defense protect abandon desert forsake",
);

/** Working together. */
export const cooperation = set("alliance partnership cooperation tie relation relationship");

/** Verbs and nouns that only lead on to what is meant. */
export const light = set("have make take see be show hundred thousand dozen number kind series");

/**
 * Verbs of this list do most of what they do without taking any stand ("left the hospital", "gave a concert"): with these
 * only what is an issue counts (issue.ts).
 */
export const everyday = set("open need call send give keep pay leave cut stop release take break lend grant return");

/** With a particle these mean something else: "gave up", "called off", "broke out". */
export const phrasal = set("open need call send give keep pay leave release take break return");
