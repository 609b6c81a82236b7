import { couldCauseAt, movingVerbs } from "./happenings.js";
import { plainVerbs, verbSigns } from "./lexicon.js";
import type { Candidate } from "./search.js";
import { isSaying } from "./tags.js";
import { type Range, type Tree, trimmed } from "./tree.js";
import { formsOf, robbing, type Turn, turnsOf } from "./turns.js";

/** A relation told by the order of words alone, and how sure that is. */
export interface Surface {
  readonly candidate: Candidate;
  readonly plain: boolean;
}

const forms = formsOf([...plainVerbs, ...movingVerbs, ...turnsOf.keys(), ...robbing.keys()]);
const boundary = /^(?:[,;:!?.]|''|``|["“”]|--|—|–)$/;
const opener =
  /^(?:that|but|while|whereas|although|though|because|if|when|as|since|after|before|until|which|who|whose|where|unless)$/i;

/**
 * What the words of a clause say in their order: subject, verb, object. Where verb and noun look alike ("a ban stifles dissent")
 * a tree is often wrong as a whole, the order is not.
 */
export function surfaceRelations(tree: Tree): readonly Surface[] {
  return clausesOf(tree).flatMap((clause) => relationIn(tree, clause) ?? []);
}

/** Stretches without punctuation or conjunction inside: what follows "said" or "said that" begins anew. */
function clausesOf(tree: Tree): Range[] {
  const clauses: Range[] = [];
  let from = 0;
  const close = (to: number, next: number): void => {
    if (to - from > 2) clauses.push({ from, to });
    from = next;
  };
  for (const [i, { form }] of tree.tokens.entries()) {
    if (boundary.test(form) || opener.test(form)) close(i, i + 1);
    else if (i > from && isSaying(tree, i) && startsNoun(tree, i + 1) && i - from < 8) from = i + 1;
  }
  close(tree.tokens.length, tree.tokens.length);
  return clauses;
}

const nominal = /^(?:DT|PDT|PRP\$|CD|JJ[RS]?|NNP?S?|VBG|``)$/;
const startsNoun = ({ tokens }: Tree, i: number): boolean => nominal.test(tokens[i]?.xpos ?? "");
const finite = /^(?:VBD|VBZ|VBP|MD|TO|VB|PRP|EX|WDT|WP|WRB|RP)$/;
const helping =
  /^(?:may|might|will|would|can|could|should|must|shall|has|have|had|do|does|did|is|are|was|were|be|been|being|not|n't|n’t|never|also|still|now|already|only|further|seriously|severely|greatly|effectively|probably|possibly|likely|expected|set|bound|poised|to|tends?|seems?|appears?|helps?|helped|continues?|continued|threatens?|threatened|risks?|risked|began|begun|deeply|badly|sharply|quickly|soon|often|once|again|directly|finally|just|even|all|about|going|said|thought|believed|feared)$/i;

/** What begins so says of what something is said, not what does something. */
const aboutSomething = /^(?:having|being|referring|according|including|regarding|concerning|citing|saying|there)$/i;

function relationIn(tree: Tree, clause: Range): Surface | null {
  const from = skipped(tree, clause);
  // A capital at the beginning is often taken for something else: "Drought in the uplands".
  if (aboutSomething.test(tree.tokens[from]?.form ?? "")) return null;
  if (!startsNoun(tree, from) && !(from === 0 && /^VB[ND]$/.test(tree.tokens[0]!.xpos))) return null;
  for (let i = from + 1; i < clause.to - 1; i++) {
    const helpers = helpersBefore(tree, from, i);
    const subject = { from, to: withoutLink(tree, i - helpers.length) };
    const verb = forms.get(tree.tokens[i]!.form.toLowerCase());
    const isVerb =
      verb !== undefined &&
      subject.to > from &&
      couldBeVerb(tree, i, helpers, subject) &&
      !isAside(tree, i, helpers, clause.to);
    const found = isVerb ? told(tree, verb, i, helpers, subject, clause.to) : null;
    if (found !== null) return found;
    if (finite.test(tree.tokens[i]!.xpos) && !helping.test(tree.tokens[i]!.form)) return null;
  }
  return null;
}

/** "The invasion and, later, …": a subject ends before an "and". */
const withoutLink = ({ tokens }: Tree, to: number): number =>
  /^(?:CC|IN)$/.test(tokens[to - 1]?.xpos ?? "") ? to - 1 : to;

/** Past "but", "and", "meanwhile". */
function skipped({ tokens }: Tree, { from, to }: Range): number {
  let at = from;
  while (at < to && /^(?:CC|RB|UH)$/.test(tokens[at]!.xpos)) at++;
  return at;
}

function helpersBefore({ tokens }: Tree, from: number, verb: number): readonly number[] {
  let at = verb;
  while (at > from + 1 && helping.test(tokens[at - 1]!.form)) at--;
  return Array.from({ length: verb - at }, (_, k) => at + k);
}

/** "A response limited to words stands out": a participle beside its noun, for the clause has another verb. */
const isAside = ({ tokens }: Tree, i: number, helpers: readonly number[], end: number): boolean => {
  if (helpers.length > 0 || !/^VB[ND]$/.test(tokens[i]!.xpos)) return false;
  const next = tokens.findIndex(
    ({ xpos }, k) => k > i + 1 && k < end && /^(?:VB[DPZ]|MD|CC|TO|WDT|WP|VBG)$/.test(xpos),
  );
  return next >= 0 && /^(?:VB[DPZ]|MD)$/.test(tokens[next]!.xpos);
};

/** A form that only a verb has, or one that is a verb where it stands: behind "to" or "may", behind a plural. */
function couldBeVerb({ tokens }: Tree, i: number, helpers: readonly number[], subject: Range): boolean {
  const { form, xpos } = tokens[i]!;
  if (/ing$/.test(form) || xpos.startsWith("NNP")) return false;
  if (/(?:s|ed)$/.test(form) && forms.get(form.toLowerCase()) !== form.toLowerCase()) return true;
  const next = tokens[i + 1]?.xpos ?? "";
  const isPlural = tokens[subject.to - 1]!.xpos === "NNS";
  return helpers.length > 0 || xpos.startsWith("VB") || isPlural || /^(?:DT|PRP\$)$/.test(next);
}

function told(
  tree: Tree,
  verb: string,
  at: number,
  helpers: readonly number[],
  subject: Range,
  end: number,
): Surface | null {
  const passive = isPassive(tree, at, helpers);
  for (const turn of turnsOf.get(verb) ?? []) {
    const found = passive ? null : turned(tree, turn, at, end);
    if (found !== null) return made(tree, subject, found.object, [at, ...found.words], helpers, turn.sign, true);
  }
  if (!plainVerbs.has(verb) && !movingVerbs.has(verb) && !robbing.has(verb)) return null;
  if (passive) {
    const by = tree.tokens[at + 1]?.form === "by" && plainVerbs.has(verb) && startsNoun(tree, at + 2);
    const cause = { from: at + 2, to: end };
    return by ? made(tree, cause, subject, [at, at + 1], helpers, verbSigns.get(verb) ?? "+", true) : null;
  }
  if (!startsObject(tree, at + 1)) return null;
  const object = { from: at + 1, to: end };
  const marker = robbing.get(verb);
  const isRobbing = marker !== undefined && tree.tokens.slice(at + 2, end).some(({ form }) => form === marker);
  if (!plainVerbs.has(verb) && !isRobbing && !(movingVerbs.has(verb) && couldCauseAt(tree, subject, verb))) return null;
  const sign = isRobbing && !/^(?:shield|protect)$/.test(verb) ? "-" : (verbSigns.get(verb) ?? "+");
  return made(tree, subject, object, [at], helpers, sign, plainVerbs.has(verb) || isRobbing);
}

const day = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|yesterday)$/i;

/** Whatever is no preposition or verb: "fosters hatred", where "hatred" is taken for one. */
const startsObject = ({ tokens }: Tree, i: number): boolean =>
  (startsNoun({ tokens } as Tree, i) && !day.test(tokens[i]!.form)) ||
  /^(?:them|us|him|both)$/i.test(tokens[i]?.form ?? "") ||
  (/^VBD$/.test(tokens[i]?.xpos ?? "") && /^(?:IN|\.|,|CC)$/.test(tokens[i + 1]?.xpos ?? "."));

const isPassive = ({ tokens }: Tree, at: number, helpers: readonly number[]): boolean =>
  helpers.some((i) => /^(?:is|are|was|were|be|been|being)$/i.test(tokens[i]!.form)) &&
  !helpers.some((i) => tokens[i]!.form === "to") &&
  /(?:ed|en)$/.test(tokens[at]!.form);

/** Whether a turn of phrase stands there; its further words, and what it is done to. */
function turned({ tokens }: Tree, { rest, after }: Turn, at: number, end: number) {
  const form = (i: number): string => tokens[i]?.form.toLowerCase() ?? "";
  if (!rest.every((word, k) => form(at + 1 + k) === word)) return null;
  const from = at + 1 + rest.length;
  const words = rest.map((_, k) => at + 1 + k);
  if (after === null) return from < end ? { object: { from, to: end }, words } : null;
  for (let i = from + 1; i <= end - after.length; i++)
    if (after.every((word, k) => form(i + k) === word))
      return { object: { from, to: i }, words: [...words, ...after.map((_, k) => i + k)] };
  return null;
}

function made(
  tree: Tree,
  cause: Range,
  effect: Range,
  signal: readonly number[],
  helpers: readonly number[],
  sign: Candidate["sign"],
  plain: boolean,
): Surface | null {
  const [from, to] = [trimmed(tree, cause), trimmed(tree, effect)];
  if (from === null || to === null) return null;
  const upper = signal[0]!;
  const told = { kind: "surface/down", marker: "", upper, lower: upper, sign, around: helpers };
  return { candidate: { cause: from, effect: to, signal, ...told }, plain };
}
