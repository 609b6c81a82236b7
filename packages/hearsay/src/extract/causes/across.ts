import { plainVerbMarkers, plainVerbs, verbSigns } from "./lexicon.js";
import { clauseEnd, clauseStart } from "./links.js";
import { isSaying, isTag } from "./tags.js";
import { lemma, type Range, type Tree, trimmed } from "./tree.js";

/** What the opening of a sentence says of the one before: that it is the cause, or the effect. */
export interface Across {
  readonly cause: Range;
  readonly effect: Range;
  /** Whether the cause stands in the sentence before, or the effect does. */
  readonly before: "cause" | "effect";
  readonly signal: readonly number[];
  readonly sign: "+" | "-";
  readonly around: readonly number[];
}

const openings: readonly (readonly [words: readonly string[], before: Across["before"]])[] = [
  ..."as a result|as a consequence|consequently|therefore|hence|thus|accordingly|that is why|this is why|that was why|for that reason|for this reason|because of this|because of that|due to this|owing to this|in consequence"
    .split("|")
    .map((words) => [words.split(" "), "cause"] as const),
  ..."this is because|that is because|that 's because|that ’s because|this was because|that was because|the reason is that|the reason was that"
    .split("|")
    .map((words) => [words.split(" "), "effect"] as const),
];
const helping =
  /^(?:may|might|will|would|can|could|should|must|has|have|had|does|did|not|n't|n’t|never|also|still|already|probably|possibly|likely|in|turn|then|later|soon|eventually|be|is|was|expected|to)$/;
/** A noun that may stand behind "this": "this move", "these cuts". */
const pointing = /^(?:this|that|these|those)$/;

/**
 * What a sentence's opening says of the sentence before it: "As a result, …", "That is why …", "This would jeopardise the
 * harvest".
 */
export function acrossSentences(before: Tree, after: Tree): Across | null {
  const first = after.tokens.findIndex(({ upos, xpos }) => upos !== "PUNCT" && xpos !== "CC");
  if (first < 0) return null;
  return opened(before, after, first) ?? pointed(before, after, first);
}

const form = (tree: Tree, i: number): string => tree.tokens[i]?.form.toLowerCase() ?? "";

function opened(before: Tree, after: Tree, first: number): Across | null {
  const found = openings.find(([words]) => words.every((word, k) => form(after, first + k) === word));
  if (found === undefined) return null;
  const [words, where] = found;
  const from = first + words.length;
  // "As a result of the strike, …" says it within its own sentence.
  if (/^(?:of|to|from)$/.test(form(after, from))) return null;
  if (words.length === 1 && !/^(?:,|DT|PRP\$?|NNP?S?|EX|CD|JJ)$/.test(after.tokens[from]?.xpos ?? "")) return null;
  const own = trimmed(after, { from, to: clauseEnd(after, from) });
  const other = mainOf(before);
  if (own === null || other === null || own.to - own.from < 2) return null;
  const [cause, effect] = where === "cause" ? [other, own] : [own, other];
  return { cause, effect, before: where, signal: words.map((_, k) => first + k), sign: "+", around: [] };
}

/** "This would jeopardise the harvest", "The move could lead to shortages" only with "this": other nouns may point farther back. */
function pointed(before: Tree, after: Tree, first: number): Across | null {
  if (!pointing.test(form(after, first))) return null;
  let at = first + 1;
  const around: number[] = [];
  while (at < first + 8 && helping.test(form(after, at))) around.push(at++);
  const verb = lemma(after, at);
  const marker = plainVerbMarkers.get(verb);
  if (!/^VB/.test(after.tokens[at]?.xpos ?? "") || (marker === undefined && !plainVerbs.has(verb))) return null;
  if (marker !== undefined && form(after, at + 1) !== marker) return null;
  const from = at + (marker === undefined ? 1 : 2);
  const effect = trimmed(after, { from, to: clauseEnd(after, from) });
  const cause = mainOf(before);
  if (effect === null || cause === null) return null;
  const signal = Array.from({ length: from - at }, (_, k) => at + k);
  return { cause, effect, before: "cause", signal, sign: verbSigns.get(verb) ?? "+", around };
}

/** A sentence without who says so and without quotation marks; null for a question or a bare line. */
function mainOf(tree: Tree): Range | null {
  const { tokens } = tree;
  if (tokens.length < 4 || tokens.at(-1)?.form === "?") return null;
  const to = clauseEnd(tree, 2);
  const opening = openings.find(([words]) => words.every((word, k) => form(tree, k) === word));
  const from = Math.max(clauseStart(tree, to), opening?.[0].length ?? 0);
  const main = trimmed(tree, { from, to });
  if (main === null || isTag(tree, main) || main.to - main.from > 60) return null;
  const isTold = tokens
    .slice(main.from, main.to)
    .some(({ xpos }, i) => /^(?:VB[DPZ]|MD)$/.test(xpos) && !isSaying(tree, main.from + i));
  return isTold ? main : null;
}
