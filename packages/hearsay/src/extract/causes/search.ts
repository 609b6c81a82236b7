import { lemma, type Range, relation, type Tree, trimmed } from "./tree.js";

/** Two stretches of a sentence, one of which may be said to bring about the other. Which ones are is for the scorer. */
export interface Candidate {
  readonly cause: Range;
  readonly effect: Range;
  /** Words that would carry the relation. */
  readonly signal: readonly number[];
  /** How it was built: which construction, at which level, in which direction. */
  readonly kind: string;
  /** Marker words joined by "_", or "" when there is none. */
  readonly marker: string;
  /** The upper word (a verb or noun) and the lower one that hangs on it. */
  readonly upper: number;
  readonly lower: number;
  /** Where the words' order told it, not the tree: its sign, and the helping words before the verb. */
  readonly sign?: "+" | "-" | undefined;
  readonly around?: readonly number[];
}

/** One sentence's candidates in the making. */
export interface Search {
  readonly tree: Tree;
  /** What each token introduces, once asked for: several constructions build on the same dependent. */
  readonly sides: (Side | null | undefined)[];
  readonly found: Candidate[];
}

export interface Side {
  readonly range: Range;
  readonly words: readonly number[];
  readonly marker: string;
}

/** The words that introduce a dependent ("because", "in order to") and what they introduce. */
export function introduced({ tree, sides }: Search, lower: number): Side | null {
  const known = sides[lower];
  if (known !== undefined) return known;
  const side = introducedBy(tree, lower);
  sides[lower] = side;
  return side;
}

function introducedBy(tree: Tree, lower: number): Side | null {
  const { from, to } = tree.hulls[lower]!;
  const words: number[] = [];
  let marker = "";
  let start = from;
  while (start < lower && isMarker(tree, start, lower)) {
    marker = words.length === 0 ? lemma(tree, start) : `${marker}_${lemma(tree, start)}`;
    words.push(start++);
  }
  const infinitive = marker === "to" || marker.endsWith("_to");
  const keep = infinitive && tree.tokens[lower]?.upos !== "NOUN" ? start - 1 : start;
  const range = trimmed(tree, { from: keep, to });
  return range === null ? null : { range, words, marker };
}

const markers = new Set(["case", "mark", "cc", "fixed", "advmod"]);
const linkingAdverbs = new Set(["so", "when", "where", "how", "why", "as", "thus", "thereby"]);

const isMarker = (tree: Tree, word: number, lower: number): boolean => {
  const rel = relation(tree, word);
  if (!markers.has(rel) || (rel === "advmod" && !linkingAdverbs.has(lemma(tree, word)))) return false;
  const { head } = tree.tokens[word]!;
  return head === lower || (rel === "fixed" && tree.tokens[head]?.head === lower);
};

/** The names of a construction's two directions, in the order in which its candidates are tried. */
export type Kinds = readonly [first: string, second: string];

export const kindsOf = <K extends string>(names: readonly K[], kinds: (name: K) => Kinds): Readonly<Record<K, Kinds>> =>
  Object.fromEntries(names.map((name) => [name, kinds(name)])) as Record<K, Kinds>;

/** One stretch as cause of the other, and the other way round; none where they overlap. */
export function addPair(
  { found }: Search,
  [there, back]: Kinds,
  a: Range,
  b: Range,
  signal: readonly number[],
  marker: string,
  upper: number,
  lower: number,
): void {
  if (a.from < b.to && b.from < a.to) return;
  found.push({ cause: a, effect: b, kind: there, signal, marker, upper, lower });
  found.push({ cause: b, effect: a, kind: back, signal, marker, upper, lower });
}

/** A noun with what stands before it, up to its own adjunct. */
export function nounPart(search: Search, noun: number, part: Range): Range | null {
  if (part.from <= noun) return null;
  const { from } = search.tree.hulls[noun]!;
  const own = introduced(search, noun);
  const start = Math.min(noun, Math.max(from, own?.range.from ?? from));
  return trimmed(search.tree, { from: start, to: part.from });
}
