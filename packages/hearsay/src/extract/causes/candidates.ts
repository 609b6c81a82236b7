import { addNounFrames, addVerbFrames } from "./frames.js";
import { fronted } from "./fronted.js";
import {
  addPair,
  type Candidate,
  introduced,
  type Kinds,
  kindsOf,
  nounPart,
  type Search,
  type Side,
} from "./search.js";
import { clauseOver, isPredicate, lemma, type Range, relation, restOfClause, type Tree, trimmed } from "./tree.js";

export type { Candidate } from "./search.js";

/** All candidates of a sentence, a bounded number for each arc of its tree. */
export function candidates(tree: Tree): Candidate[] {
  const search: Search = { tree, sides: new Array(tree.tokens.length), found: [] };
  for (let i = 0; i < tree.tokens.length; i++) {
    const front = fronted(tree, i);
    if (front !== null) search.found.push(front);
    addAdjuncts(search, i);
    addVerbFrames(search, i);
    addNounFrames(search, i);
    addDegrees(search, i);
  }
  return search.found;
}

const levels = ["clause", "noun", "over", "complex", "wide"] as const;
const adjunctKinds = new Map(
  ["advcl", "acl", "obl", "nmod", "xcomp", "conj", "parataxis", "ccomp"].map((rel) => [
    rel,
    kindsOf(levels, (level) => [`${rel}/${level}/up`, `${rel}/${level}/down`]),
  ]),
);
const clausal = new Set(["conj", "parataxis", "ccomp"]);

/** An adjunct and the clause or noun that it hangs on, both ways round. */
function addAdjuncts(search: Search, lower: number): void {
  const { tree } = search;
  const upper = tree.tokens[lower]?.head ?? -1;
  const rel = relation(tree, lower);
  const kinds = adjunctKinds.get(rel);
  if (upper < 0 || kinds === undefined) return;
  if (clausal.has(rel) && !(isPredicate(tree, lower) && isPredicate(tree, upper))) return;
  const side = introduced(search, lower);
  if (side === null) return;
  const whole = tree.hulls[lower]!;
  const add = (kind: Kinds, head: number, main: Range | null, part: Side): void => {
    if (main !== null) addPair(search, kind, part.range, main, part.words, part.marker, head, lower);
  };
  addWide(tree, lower, whole, side, (main, part) => add(kinds.wide, upper, main, part));
  if (isPredicate(tree, upper)) add(kinds.clause, upper, restOfClause(tree, upper, whole), side);
  else {
    add(kinds.noun, upper, nounPart(search, upper, whole), side);
    const over = clauseOver(tree, upper);
    if (over < 0) return;
    add(kinds.over, over, restOfClause(tree, over, whole), side);
    const complex = complexSide(tree, upper, side);
    if (complex !== null) add(kinds.complex, over, restOfClause(tree, over, tree.hulls[upper]!), complex);
  }
}

/** The whole sentence on either side of a marker: what lies behind it to the end, or all but what it introduces. */
function addWide(
  tree: Tree,
  lower: number,
  whole: Range,
  side: Side,
  add: (main: Range | null, part: Side) => void,
): void {
  const upper = tree.tokens[lower]?.head ?? -1;
  const end = tree.tokens.length;
  if (whole.from > upper) {
    const rest = trimmed(tree, { from: side.range.from, to: end });
    if (rest !== null) add(trimmed(tree, { from: 0, to: whole.from }), { ...side, range: rest });
  } else add(trimmed(tree, { from: whole.to, to: end }), side);
}

/** "in response to X", "as a result of X": a noun between two prepositions is part of the marker. */
function complexSide(tree: Tree, noun: number, side: Side): Side | null {
  const { from } = tree.hulls[noun]!;
  const first = side.words[0];
  if (first !== noun + 1 || noun - from > 2 || noun === from || relation(tree, from) !== "case") return null;
  const words = [...Array.from({ length: noun - from + 1 }, (_, k) => from + k), ...side.words];
  const marker = words.filter((w) => tree.tokens[w]?.upos !== "DET").map((w) => lemma(tree, w));
  return { ...side, words, marker: marker.join("_") };
}

const degreeWords = new Set(["too", "enough", "sufficiently", "so"]);
const graded = new Set(["ADJ", "ADV", "NOUN"]);
const verbComplements = new Set(["advcl", "xcomp", "ccomp", "acl"]);

/** "too big to fail", "strong enough to last": a degree that prevents or allows. */
function addDegrees(search: Search, word: number): void {
  const { tree, found } = search;
  if (!graded.has(tree.tokens[word]?.upos ?? "")) return;
  const degree = tree.children[word]!.find((c) => degreeWords.has(lemma(tree, c)));
  if (degree === undefined) return;
  const cause = { from: Math.min(degree, word), to: Math.max(degree, word) + 1 };
  const marker = lemma(tree, degree) === "too" ? "too_to" : "enough_to";
  for (const holder of [word, tree.tokens[word]?.head ?? -1])
    for (const child of tree.children[holder] ?? []) {
      const isVerb = child > word && verbComplements.has(relation(tree, child));
      const side = isVerb ? introduced(search, child) : null;
      const to = side?.words.at(-1);
      if (side === null || to === undefined || lemma(tree, to) !== "to" || to + 1 >= side.range.to) continue;
      const effect = { from: to + 1, to: side.range.to };
      found.push({ cause, effect, kind: "degree/down", marker, signal: [degree, to], upper: word, lower: child });
    }
}
