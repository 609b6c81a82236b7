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
  const found: Candidate[] = [];
  for (let i = 0; i < tree.tokens.length; i++) {
    const front = fronted(tree, i);
    if (front !== null) found.push(front);
    found.push(...adjuncts(tree, i), ...verbFrames(tree, i), ...nounFrames(tree, i), ...degrees(tree, i));
  }
  return found;
}

interface Side {
  readonly range: Range;
  readonly words: readonly number[];
  readonly marker: string;
}

/** The words that introduce a dependent ("because", "in order to") and what they introduce. */
function introduced(tree: Tree, lower: number): Side | null {
  const { from, to } = tree.hulls[lower] as Range;
  const words: number[] = [];
  let start = from;
  while (start < lower && isMarker(tree, start, lower)) words.push(start++);
  const marker = words.map((w) => lemma(tree, w)).join("_");
  const keep = /(?:^|_)to$/.test(marker) && tree.tokens[lower]?.upos !== "NOUN" ? start - 1 : start;
  const range = trimmed(tree, { from: keep, to });
  return range === null ? null : { range, words, marker };
}

const isMarker = (tree: Tree, word: number, lower: number): boolean => {
  const token = tree.tokens[word];
  if (token === undefined || !/^(?:case|mark|cc|fixed|advmod)$/.test(relation(tree, word))) return false;
  if (relation(tree, word) === "advmod" && !/^(?:so|when|where|how|why|as|thus|thereby)$/.test(lemma(tree, word)))
    return false;
  return token.head === lower || (relation(tree, word) === "fixed" && tree.tokens[token.head]?.head === lower);
};

const adjunctRelations = /^(?:advcl|acl|obl|nmod|xcomp|conj|parataxis|ccomp)$/;

/** An adjunct and the clause or noun that it hangs on, both ways round. */
function adjuncts(tree: Tree, lower: number): Candidate[] {
  const upper = tree.tokens[lower]?.head ?? -1;
  const rel = relation(tree, lower);
  if (upper < 0 || !adjunctRelations.test(rel)) return [];
  if (/^(?:conj|parataxis|ccomp)$/.test(rel) && !(isPredicate(tree, lower) && isPredicate(tree, upper))) return [];
  const side = introduced(tree, lower);
  if (side === null) return [];
  const whole = tree.hulls[lower] as Range;
  const found: Candidate[] = [];
  const add = (level: string, head: number, main: Range | null, part: Side): void => {
    if (main === null || overlap(main, part.range)) return;
    const shared = { signal: part.words, marker: part.marker, upper: head, lower };
    found.push({ cause: part.range, effect: main, kind: `${rel}/${level}/up`, ...shared });
    found.push({ cause: main, effect: part.range, kind: `${rel}/${level}/down`, ...shared });
  };
  addWide(tree, lower, whole, side, add);
  if (isPredicate(tree, upper)) add("clause", upper, restOfClause(tree, upper, whole), side);
  else {
    add("noun", upper, nounPart(tree, upper, whole), side);
    const over = clauseOver(tree, upper);
    if (over >= 0) {
      add("over", over, restOfClause(tree, over, whole), side);
      const complex = complexSide(tree, upper, side);
      if (complex !== null) add("complex", over, restOfClause(tree, over, tree.hulls[upper] as Range), complex);
    }
  }
  return found;
}

type Add = (level: string, head: number, main: Range | null, part: Side) => void;

/** The whole sentence on either side of a marker: what lies behind it to the end, or all but what it introduces. */
function addWide(tree: Tree, lower: number, whole: Range, side: Side, add: Add): void {
  const upper = tree.tokens[lower]?.head ?? -1;
  const end = tree.tokens.length;
  if (whole.from > upper) {
    const rest = trimmed(tree, { from: side.range.from, to: end });
    if (rest !== null) add("wide", upper, trimmed(tree, { from: 0, to: whole.from }), { ...side, range: rest });
  } else add("wide", upper, trimmed(tree, { from: whole.to, to: end }), side);
}

const overlap = (a: Range, b: Range): boolean => a.from < b.to && b.from < a.to;

/** A noun with what stands before it, up to its own adjunct. */
function nounPart(tree: Tree, noun: number, part: Range): Range | null {
  const { from } = tree.hulls[noun] as Range;
  const own = introduced(tree, noun);
  const start = Math.min(noun, Math.max(from, own?.range.from ?? from));
  return part.from > noun ? trimmed(tree, { from: start, to: part.from }) : null;
}

/** "in response to X", "as a result of X": a noun between two prepositions is part of the marker. */
function complexSide(tree: Tree, noun: number, side: Side): Side | null {
  const { from } = tree.hulls[noun] as Range;
  const first = side.words[0];
  if (first !== noun + 1 || noun - from > 2 || noun === from || relation(tree, from) !== "case") return null;
  const words = [...Array.from({ length: noun - from + 1 }, (_, k) => from + k), ...side.words];
  const marker = words.filter((w) => tree.tokens[w]?.upos !== "DET").map((w) => lemma(tree, w));
  return { ...side, words, marker: marker.join("_") };
}

/** A verb between its subject and a complement: "the ruling sparked protests", "the strike stems from the decree". */
function verbFrames(tree: Tree, verb: number): Candidate[] {
  if (tree.tokens[verb]?.upos !== "VERB") return [];
  const subject = subjectOf(tree, verb);
  if (subject === null) return [];
  const found: Candidate[] = [];
  const passive = childWith(tree, verb, /^nsubj:pass/) >= 0 ? "passive" : "active";
  const add = (kind: string, effect: Range | null, lower: number, words: readonly number[], marker: string): void => {
    if (effect === null || overlap(subject, effect)) return;
    const shared = { signal: [verb, ...words], marker, upper: verb, lower };
    found.push({ cause: subject, effect, kind: `${kind}/${passive}/down`, ...shared });
    found.push({ cause: effect, effect: subject, kind: `${kind}/${passive}/up`, ...shared });
  };
  for (const child of tree.children[verb] as readonly number[]) {
    if (child < verb || !/^(?:obj|iobj|ccomp|xcomp|obl)$/.test(relation(tree, child))) continue;
    const side = introduced(tree, child);
    if (side !== null) add(`frame:${relation(tree, child)}`, side.range, child, side.words, side.marker);
  }
  const predicate = subject.to <= verb ? trimmed(tree, { from: verb, to: clauseEnd(tree, verb) }) : null;
  add("predicate", predicate, verb, [], "");
  return found;
}

function clauseEnd(tree: Tree, verb: number): number {
  const { to } = tree.hulls[verb] as Range;
  const rest = restOfClause(tree, verb, { from: to, to });
  return rest?.to ?? to;
}

/**
 * The words for the subject: its own, its antecedent's, that of the verb it completes, or for a purpose ("to avert a
 * strike") the doing that serves it.
 */
function subjectOf(tree: Tree, verb: number, depth = 0): Range | null {
  const subject = childWith(tree, verb, /^(?:nsubj|csubj)/);
  const isRelative = subject >= 0 && /^W/.test(tree.tokens[subject]?.xpos ?? "");
  if (subject >= 0 && !isRelative) return trimmed(tree, tree.hulls[subject] as Range);
  const head = tree.tokens[verb]?.head ?? -1;
  const rel = relation(tree, verb);
  const isInfinitive = rel === "advcl" && childWith(tree, verb, /^mark$/) >= 0 && tree.tokens[verb]?.xpos === "VB";
  if (isInfinitive && head >= 0 && isPredicate(tree, head)) return restOfClause(tree, head, tree.hulls[verb] as Range);
  if (rel === "acl" && head >= 0) return nounPart(tree, head, tree.hulls[verb] as Range);
  const inherits = (rel === "xcomp" || rel === "conj") && tree.tokens[head]?.upos === "VERB" && depth < 3;
  return inherits ? subjectOf(tree, head, depth + 1) : null;
}

/** A noun that says cause or effect between a subject and what it is of: "a blow to", "the result of", "poses a threat to". */
function nounFrames(tree: Tree, noun: number): Candidate[] {
  if (tree.tokens[noun]?.upos !== "NOUN" || !nounSigns.has(lemma(tree, noun))) return [];
  const verb = tree.tokens[noun]?.head ?? -1;
  const isObject = /^(?:obj|obl|xcomp)$/.test(relation(tree, noun)) && tree.tokens[verb]?.upos === "VERB";
  const subject = subjectOf(tree, noun) ?? (isObject ? subjectOf(tree, verb) : null);
  if (subject === null) return [];
  return (tree.children[noun] as readonly number[]).flatMap((child): Candidate[] => {
    const side = /^(?:nmod|acl)$/.test(relation(tree, child)) ? introduced(tree, child) : null;
    if (side === null || !/^(?:to|of|for|on|in|behind|from|against)$/.test(side.marker) || overlap(subject, side.range))
      return [];
    const shared = { signal: [noun, ...side.words], marker: side.marker, upper: noun, lower: child };
    return [
      { cause: subject, effect: side.range, kind: "noun/down", ...shared },
      { cause: side.range, effect: subject, kind: "noun/up", ...shared },
    ];
  });
}

/** "too big to fail", "strong enough to last": a degree that prevents or allows. */
function degrees(tree: Tree, word: number): Candidate[] {
  const degree = (tree.children[word] as readonly number[]).find((c) =>
    /^(?:too|enough|sufficiently|so)$/.test(lemma(tree, c)),
  );
  if (degree === undefined || !/^(?:ADJ|ADV|NOUN)$/.test(tree.tokens[word]?.upos ?? "")) return [];
  const holders = [word, tree.tokens[word]?.head ?? -1].filter((i) => i >= 0);
  return holders.flatMap((holder) =>
    (tree.children[holder] as readonly number[]).flatMap((child): Candidate[] => {
      const isVerb = child > word && /^(?:advcl|xcomp|ccomp|acl)$/.test(relation(tree, child));
      const side = isVerb ? introduced(tree, child) : null;
      const to = side?.words.at(-1);
      if (side === null || to === undefined || lemma(tree, to) !== "to") return [];
      const cause = { from: Math.min(degree, word), to: Math.max(degree, word) + 1 };
      const effect = { from: to + 1, to: side.range.to };
      if (effect.from >= effect.to) return [];
      const marker = lemma(tree, degree) === "too" ? "too_to" : "enough_to";
      return [{ cause, effect, kind: "degree/down", marker, signal: [degree, to], upper: word, lower: child }];
    }),
  );
}

const opensClause = /^(?:["“‘:;,—–-]|that|and|but|or|said|says|``)$/i;
const closesClause = /^["”]$|^''$/;

/** "If the pass is shut, nobody comes": told by the marker and the comma, for long conditions mislead a parser. */
function fronted(tree: Tree, at: number): Candidate | null {
  const marker = lemma(tree, at);
  if (!/^(?:if|unless|once|because)$/.test(marker)) return null;
  if (at > 0 && !opensClause.test(tree.tokens[at - 1]?.form ?? "")) return null;
  const comma = tree.tokens.findIndex((t, i) => i > at + 2 && t.form === "," && firstVerb(tree, at, i) >= 0);
  if (comma < 0) return null;
  const stop = tree.tokens.findIndex((t, i) => i > comma && (closesClause.test(t.form) || /^[;:]$/.test(t.form)));
  const end = beforeTag(tree, comma, stop < 0 ? tree.tokens.length : stop);
  const [lower, upper] = [firstVerb(tree, at, comma), firstVerb(tree, comma, end)];
  const cause = trimmed(tree, { from: at + 1, to: comma });
  const effect = trimmed(tree, { from: comma + 1, to: end });
  if (upper < 0 || cause === null || effect === null) return null;
  return { cause, effect, kind: "fronted/up", marker, signal: [at], upper, lower };
}

const speech = /^(?:say|tell|add|warn|promise|note|state|write|argue|insist|claim|announce|explain|predict|vow|think)$/;

/** Where ", she said" at the end of a stretch begins; its end when there is no such tag. */
function beforeTag(tree: Tree, from: number, end: number): number {
  for (let i = end - 1; i > from + 2 && i > end - 12; i--)
    if (tree.tokens[i]?.form === ",") return tree.tokens.slice(i, end).some((t) => speech.test(t.lemma)) ? i : end;
  return end;
}

const firstVerb = ({ tokens }: Tree, from: number, to: number): number =>
  tokens.findIndex((t, i) => i > from && i < to && /^(?:VB[DPZN]?|MD)$/.test(t.xpos));
