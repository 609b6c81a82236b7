import { plainVerbs, verbSigns } from "./lexicon.js";
import type { Candidate } from "./search.js";
import { beforeTag, isSaying, isTag } from "./tags.js";
import { lemma, type Range, type Tree, trimmed } from "./tree.js";

/** Words behind a comma or "and" that make an effect of what follows. */
const consequences: readonly (readonly string[])[] = [
  ...["therefore", "consequently", "hence", "thus", "accordingly", "thereby"].map((word) => [word]),
  ...["as a result", "as a consequence", "which is why", "that is why", "this is why", "for that reason"].map((words) =>
    words.split(" "),
  ),
];
/** Behind these stands a cause. */
const grounds: readonly (readonly string[])[] = [
  ..."because of|due to|owing to|thanks to|as a result of|as a consequence of|on account of|in response to|in retaliation for|by reason of"
    .split("|")
    .map((words) => words.split(" ")),
];
/** Behind these stands a condition, with the marker that says so. */
const conditions: readonly (readonly [words: readonly string[], marker: string])[] = [
  ..."for as long as|as long as|so long as|on condition that|on the condition that|provided that|in the event of|in the event that"
    .split("|")
    .map((words) => [words.split(" "), "provided"] as const),
];
/** Verbs that say so behind a comma, beside the plain ones: "…, prompting a strike". */
const following = /^(?:prompt|force|cause|lead|leave|spark|trigger|provoke|drive|push|raise|bring|make|plunge|result)$/;

/** Relations between clauses of one sentence told by the words between them. */
export function linkedClauses(tree: Tree): readonly Candidate[] {
  return tree.tokens.flatMap((_, i) => consequence(tree, i) ?? participle(tree, i) ?? ground(tree, i) ?? []);
}

const form = (tree: Tree, i: number): string => tree.tokens[i]?.form.toLowerCase() ?? "";
const standsAt = (tree: Tree, i: number, words: readonly string[]): boolean =>
  words.every((word, k) => form(tree, i + k) === word);

/** ", so the families moved", "; as a result prices fell", "and therefore the files were stolen". */
function consequence(tree: Tree, i: number): Candidate | null {
  if (!/^(?:,|;|and|--|—|–)$/.test(form(tree, i - 1))) return null;
  const words = consequences.find((one) => standsAt(tree, i, one)) ?? (isSo(tree, i) ? ["so"] : null);
  if (words === null || form(tree, i + words.length) === "of") return null;
  const next = i + words.length + (form(tree, i + words.length) === "," ? 1 : 0);
  const effect = { from: next, to: clauseEnd(tree, next) };
  const cause = { from: clauseStart(tree, i - 1), to: lastWord(tree, i) };
  // A short clause before it may have lost its verb to the tagger: "the ferry sank".
  if (!hasVerb(tree, effect) || (!hasVerb(tree, cause) && cause.to - cause.from < 3)) return null;
  return candidate(
    tree,
    cause,
    effect,
    words.map((_, k) => i + k),
    "+",
  );
}

/** Not "so that", "so far", "so many". */
const isSo = (tree: Tree, i: number): boolean =>
  form(tree, i) === "so" &&
  form(tree, i - 1) !== "and" &&
  /^(?:DT|PRP\$?|NNP?S?|EX|CD|JJ)$/.test(tree.tokens[i + 1]?.xpos ?? "") &&
  !/^(?:far|long|many|much|few|little)$/.test(form(tree, i + 1));

/** The clause before a comma brings about what a participle behind it says: "…, prompting the union to strike". */
function participle(tree: Tree, i: number): Candidate | null {
  const verb = lemma(tree, i);
  if (form(tree, i - 1) !== "," || tree.tokens[i]!.xpos !== "VBG") return null;
  if (!plainVerbs.has(verb) && !following.test(verb)) return null;
  const next = i + (/^(?:lead|result)$/.test(verb) ? 2 : 1);
  if (next === i + 2 && !/^(?:to|in)$/.test(form(tree, i + 1))) return null;
  const cause = { from: clauseStart(tree, i - 1), to: i - 1 };
  const effect = { from: next, to: clauseEnd(tree, next) };
  const signal = Array.from({ length: next - i }, (_, k) => i + k);
  return hasVerb(tree, cause) ? candidate(tree, cause, effect, signal, verbSigns.get(verb) ?? "+") : null;
}

/** "Queues grew owing to a strike": where a tree has not seen what the words are. */
function ground(tree: Tree, i: number): Candidate | null {
  const condition = conditions.find(([one]) => standsAt(tree, i, one));
  const words = condition?.[0] ?? grounds.find((one) => standsAt(tree, i, one));
  if (words === undefined || i === 0 || form(tree, i - 1) === "," || form(tree, i + words.length) === "which")
    return null;
  if (words.at(-1) === "to" && tree.tokens[i + words.length]?.xpos === "VB") return null;
  const cause = { from: i + words.length, to: clauseEnd(tree, i + words.length, true) };
  const effect = { from: clauseStart(tree, i), to: i };
  const signal = words.map((_, k) => i + k);
  return hasVerb(tree, effect) ? candidate(tree, cause, effect, signal, "+", condition?.[1]) : null;
}

function candidate(
  tree: Tree,
  cause: Range,
  effect: Range,
  signal: readonly number[],
  sign: Candidate["sign"],
  marker = "",
): Candidate | null {
  const [from, to] = [trimmed(tree, cause), trimmed(tree, effect)];
  if (from === null || to === null || isTag(tree, from) || isTag(tree, to)) return null;
  const upper = signal[0]!;
  return { cause: from, effect: to, signal, sign, around: [], kind: "linked/down", marker, upper, lower: upper };
}

const hasVerb = ({ tokens }: Tree, { from, to }: Range): boolean =>
  tokens.slice(from, to).some(({ xpos }) => /^(?:VB[DPZN]?|MD)$/.test(xpos));

/** Without an "and" or comma before a connective. */
function lastWord(tree: Tree, end: number): number {
  let at = end;
  while (at > 0 && /^(?:,|;|and|--|—|–)$/.test(form(tree, at - 1))) at--;
  return at;
}

const quote = /^(?:``|''|["“”])$/;

/** Where what is said begins: behind an opening quotation mark, a semicolon or "she said that". */
export function clauseStart(tree: Tree, end: number): number {
  for (let i = end - 1; i > 0; i--) {
    if (quote.test(form(tree, i)) || /^[;:]$/.test(form(tree, i))) return i + 1;
    if (form(tree, i) === "that" && tree.tokens[i]!.xpos === "IN") return i + 1;
    if (isSaying(tree, i - 1) && /^(?:DT|PRP\$?|NNP?S?|EX|CD|JJ)$/.test(tree.tokens[i]!.xpos)) return i;
  }
  return /^(?:CC|RB)$/.test(tree.tokens[0]?.xpos ?? "") ? 1 : 0;
}

/** Up to who says so, a quotation mark or a semicolon; of a phrase also up to the next comma. */
export function clauseEnd(tree: Tree, from: number, phrase = false): number {
  const { tokens } = tree;
  const stop = tokens.findIndex(
    ({ form: own }, i) => i > from && (quote.test(own) || /^[;:]$/.test(own) || (phrase && own === ",")),
  );
  return beforeTag(tree, from - 1, stop < 0 ? tokens.length : stop);
}
