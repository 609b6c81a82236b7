/** How to get a lemma from a form: cut letters off the end and put others there. */
export interface LemmaRule {
  readonly cut: number;
  readonly add: string;
}

/** What the model knows of lemmas. Keys are "xpos ending" for rules and "xpos form" for exceptions, in lower case. */
export interface LemmaTables {
  readonly rules: ReadonlyMap<string, LemmaRule>;
  readonly exceptions: ReadonlyMap<string, string>;
}

/** The longest ending rules look at. */
export const longestEnding = 5;

/** Names keep their case. */
export const isName = (xpos: string): boolean => xpos === "NNP" || xpos === "NNPS";

/** The form as lemma tables spell it. */
export function lemmaForm(form: string, xpos: string): string {
  const plain = form.replace(/[’‘`´]/gu, "'").replace(/[\u00AD\u200B-\u200D\u2060]/gu, "");
  return isName(xpos) ? plain : plain.toLowerCase();
}

/** "lent" as a participle has the lemma that was learnt of "lent" as a past tense, and the other way round. */
const twins: Readonly<Record<string, string>> = { VBD: "VBN", VBN: "VBD" };

/** The lemma of a form with a Penn tag: an exception learnt, or the rule for the longest known ending. */
export function lemmaOf(form: string, xpos: string, tables: LemmaTables): string {
  const base = lemmaForm(form, xpos);
  const exception = tables.exceptions.get(`${xpos} ${base}`) ?? tables.exceptions.get(`${twins[xpos]} ${base}`);
  return exception ?? applyLongest(base, xpos, tables.rules);
}

/** Applies the rule for the longest ending of `base` that has one; without one, `base` itself. */
export function applyLongest(base: string, xpos: string, rules: ReadonlyMap<string, LemmaRule>): string {
  for (let n = Math.min(longestEnding, base.length - 1); n >= 0; n--) {
    const rule = rules.get(`${xpos} ${n === 0 ? "" : base.slice(-n).toLowerCase()}`);
    if (rule !== undefined && rule.cut < base.length) return base.slice(0, base.length - rule.cut) + rule.add;
  }
  return base;
}
