import { fronted } from "./fronted.js";
import { nounSigns } from "./lexicon.js";
import {
  childWith,
  clauseOver,
  isPredicate,
  lemma,
  type Range,
  relation,
  restOfClause,
  type Tree,
  trimmed,
} from "./tree.js";

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
}

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

/** One sentence's candidates in the making. */
interface Search {
  readonly tree: Tree;
  /** What each token introduces, once asked for: several constructions build on the same dependent. */
  readonly sides: (Side | null | undefined)[];
  readonly found: Candidate[];
}

interface Side {
  readonly range: Range;
  readonly words: readonly number[];
  readonly marker: string;
}

/** The words that introduce a dependent ("because", "in order to") and what they introduce. */
function introduced({ tree, sides }: Search, lower: number): Side | null {
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
type Kinds = readonly [first: string, second: string];

const kindsOf = <K extends string>(names: readonly K[], kinds: (name: K) => Kinds): Readonly<Record<K, Kinds>> =>
  Object.fromEntries(names.map((name) => [name, kinds(name)])) as Record<K, Kinds>;

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

/** One stretch as cause of the other, and the other way round; none where they overlap. */
function addPair(
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

/** A noun with what stands before it, up to its own adjunct. */
function nounPart(search: Search, noun: number, part: Range): Range | null {
  if (part.from <= noun) return null;
  const { from } = search.tree.hulls[noun]!;
  const own = introduced(search, noun);
  const start = Math.min(noun, Math.max(from, own?.range.from ?? from));
  return trimmed(search.tree, { from: start, to: part.from });
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

const voices = ["active", "passive"] as const;
const frameNames = (frame: string) => kindsOf(voices, (voice) => [`${frame}/${voice}/down`, `${frame}/${voice}/up`]);
const predicateKinds = frameNames("predicate");
const frameKinds = new Map(["obj", "iobj", "ccomp", "xcomp", "obl"].map((rel) => [rel, frameNames(`frame:${rel}`)]));

/** A verb between its subject and a complement: "the ruling sparked protests", "the strike stems from the decree". */
function addVerbFrames(search: Search, verb: number): void {
  const { tree } = search;
  if (tree.tokens[verb]?.upos !== "VERB") return;
  const subject = subjectOf(search, verb);
  if (subject === null) return;
  const voice = tree.children[verb]!.some((c) => tree.tokens[c]!.deprel === "nsubj:pass") ? "passive" : "active";
  for (const child of tree.children[verb]!) {
    const kinds = child < verb ? undefined : frameKinds.get(relation(tree, child));
    const side = kinds === undefined ? null : introduced(search, child);
    if (kinds === undefined || side === null) continue;
    addPair(search, kinds[voice], subject, side.range, [verb, ...side.words], side.marker, verb, child);
  }
  const predicate = subject.to <= verb ? trimmed(tree, { from: verb, to: clauseEnd(tree, verb) }) : null;
  if (predicate !== null) addPair(search, predicateKinds[voice], subject, predicate, [verb], "", verb, verb);
}

function clauseEnd(tree: Tree, verb: number): number {
  const { to } = tree.hulls[verb]!;
  const rest = restOfClause(tree, verb, { from: to, to });
  return rest?.to ?? to;
}

const subjects = new Set(["nsubj", "csubj"]);

/**
 * The words for the subject: its own, its antecedent's, that of the verb it completes, or for a purpose ("to avert a
 * strike") the doing that serves it.
 */
function subjectOf(search: Search, verb: number, depth = 0): Range | null {
  const { tree } = search;
  const subject = childWith(tree, verb, subjects);
  const isRelative = subject >= 0 && tree.tokens[subject]!.xpos.startsWith("W");
  if (subject >= 0 && !isRelative) return trimmed(tree, tree.hulls[subject]!);
  const head = tree.tokens[verb]?.head ?? -1;
  const rel = relation(tree, verb);
  if (rel === "advcl" && head >= 0 && isPredicate(tree, head) && isInfinitive(tree, verb))
    return restOfClause(tree, head, tree.hulls[verb]!);
  if (rel === "acl" && head >= 0) return nounPart(search, head, tree.hulls[verb]!);
  const inherits = (rel === "xcomp" || rel === "conj") && tree.tokens[head]?.upos === "VERB" && depth < 3;
  return inherits ? subjectOf(search, head, depth + 1) : null;
}

const isInfinitive = (tree: Tree, verb: number): boolean =>
  tree.tokens[verb]?.xpos === "VB" && tree.children[verb]!.some((c) => tree.tokens[c]!.deprel === "mark");

const nounKinds: Kinds = ["noun/down", "noun/up"];
const objective = new Set(["obj", "obl", "xcomp"]);
const nounMarkers = new Set(["to", "of", "for", "on", "in", "behind", "from", "against"]);

/** A noun that says cause or effect between a subject and what it is of: "a blow to", "the result of", "poses a threat to". */
function addNounFrames(search: Search, noun: number): void {
  const { tree } = search;
  if (tree.tokens[noun]?.upos !== "NOUN" || !nounSigns.has(lemma(tree, noun))) return;
  const verb = tree.tokens[noun]?.head ?? -1;
  const isObject = objective.has(relation(tree, noun)) && tree.tokens[verb]?.upos === "VERB";
  const subject = subjectOf(search, noun) ?? (isObject ? subjectOf(search, verb) : null);
  if (subject === null) return;
  for (const child of tree.children[noun]!) {
    const rel = relation(tree, child);
    const side = rel === "nmod" || rel === "acl" ? introduced(search, child) : null;
    if (side === null || !nounMarkers.has(side.marker)) continue;
    addPair(search, nounKinds, subject, side.range, [noun, ...side.words], side.marker, noun, child);
  }
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
