import type { Candidate } from "./candidates.js";
import { conditionMarkers, negativeMarkers, nounSigns, type Sign, verbSigns } from "./lexicon.js";
import { lemma, relation, type Tree } from "./tree.js";

/** How a relation is asserted. */
export interface Attitude {
  readonly sign: Sign;
  readonly hedged: boolean;
  readonly conditional: boolean;
  readonly negated: boolean;
}

export function attitudeOf(tree: Tree, candidate: Candidate): Attitude {
  const around = [...neighbours(tree, candidate), ...(candidate.around ?? []).map((i) => lemma(tree, i))];
  return {
    sign: candidate.sign ?? signOf(tree, candidate),
    hedged: around.some((w) => hedges.has(w)),
    conditional:
      conditionMarkers.has(candidate.marker) || around.includes("would") || underCondition(tree, candidate.upper),
    negated:
      candidate.around === undefined
        ? isNegated(tree, candidate)
        : candidate.around.some((i) => negatedBy(lemma(tree, i))),
  };
}

/** By the verb or noun that carries the relation, else by the marker: "unless", "without", "too … to". */
function signOf(tree: Tree, { kind, marker, upper, lower }: Candidate): Sign {
  const [verb, below] = [lemma(tree, upper), lemma(tree, lower)];
  if (kind.startsWith("predicate") && kind.endsWith("/up")) return "+";
  // "Threatened to squeeze" brings the squeezing nearer.
  if (kind.startsWith("frame:xcomp") && verb === "threaten") return "+";
  if (kind.startsWith("frame:") || kind.startsWith("predicate")) return verbSigns.get(verb) ?? "+";
  if (kind.startsWith("noun/")) return nounSigns.get(verb) ?? "+";
  if (negativeMarkers.has(marker) || (marker === "until" && isDenied(tree, upper))) return "-";
  const participle = kind.endsWith("/down") && marker === "" && /^(?:advcl|acl)/.test(kind);
  return participle ? (verbSigns.get(below) ?? "+") : "+";
}

const hedges = new Set(
  "may might could can possibly perhaps probably likely potentially reportedly allegedly apparently maybe seemingly arguably presumably partly largely seem appear risk expect think believe suspect fear".split(
    " ",
  ),
);

export const hedgedBy = (word: string): boolean => hedges.has(word);
export const negatedBy = (word: string): boolean => negation.test(word);

/** Auxiliaries and adverbs of the words that carry the relation, and the verbs it is embedded in. */
function neighbours(tree: Tree, { upper, lower, kind }: Candidate): string[] {
  const carriers = kind.startsWith("frame:") || kind.startsWith("predicate") ? [upper] : [upper, lower];
  const above = relation(tree, upper) === "xcomp" ? [tree.tokens[upper]?.head ?? -1] : [];
  return [...carriers, ...above].flatMap((i) => [
    ...(tree.children[i] ?? []).filter((c) => /^(?:aux|advmod)$/.test(relation(tree, c))).map((c) => lemma(tree, c)),
    ...(above.includes(i) ? [lemma(tree, i)] : []),
  ]);
}

function underCondition(tree: Tree, upper: number): boolean {
  return (tree.children[upper] ?? []).some(
    (c) =>
      relation(tree, c) === "advcl" && (tree.children[c] ?? []).some((m) => /^(?:if|unless)$/.test(lemma(tree, m))),
  );
}

const negation = /^(?:not|n't|n’t|never|no|neither|nor|hardly)$/;
const isDenied = (tree: Tree, word: number): boolean =>
  (tree.children[word] ?? []).some((c) => c < word && negation.test(lemma(tree, c)));

/** "did not cause", "no threat to", "not because". */
function isNegated(tree: Tree, { upper, lower, kind, signal }: Candidate): boolean {
  const frame = /^(?:frame:|predicate|noun\/)/.test(kind);
  if (frame) return isDenied(tree, upper);
  const first = signal[0] ?? lower;
  return negation.test(lemma(tree, first - 1));
}
