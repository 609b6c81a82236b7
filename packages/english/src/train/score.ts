import type { ConlluSentence, ConlluWord } from "../conllu.js";
import { frequent, tally } from "./vocabulary.js";

/** Shares of words, each from 0 to 100; `las` compares relations without subtypes as the CoNLL 2018 scorer does. */
export interface Scores {
  readonly words: number;
  readonly uas: number;
  readonly las: number;
  /** Labelled, subtypes compared too. */
  readonly strict: number;
  readonly upos: number;
  readonly xpos: number;
  readonly lemma: number;
  readonly feats: number;
  readonly nsubj: number;
  readonly obj: number;
}

/**
 * Scores trees over the same words, punctuation included.
 * @throws Error when the words differ
 */
export function score(gold: readonly ConlluSentence[], answer: readonly ConlluSentence[]): Scores {
  const pairs = pairWords(gold, answer);
  const share = (right: (g: ConlluWord, a: ConlluWord) => boolean) =>
    (100 * pairs.filter(([g, a]) => right(g, a)).length) / Math.max(1, pairs.length);
  return {
    words: pairs.length,
    uas: share((g, a) => g.head === a.head),
    las: share((g, a) => g.head === a.head && universal(g.deprel) === universal(a.deprel)),
    strict: share((g, a) => g.head === a.head && g.deprel === a.deprel),
    upos: share((g, a) => g.upos === a.upos),
    xpos: share((g, a) => g.xpos === a.xpos),
    lemma: share((g, a) => g.lemma === "_" || g.lemma === a.lemma),
    feats: share((g, a) => g.feats === a.feats),
    nsubj: relationF1(pairs, "nsubj"),
    obj: relationF1(pairs, "obj"),
  };
}

function pairWords(gold: readonly ConlluSentence[], answer: readonly ConlluSentence[]): [ConlluWord, ConlluWord][] {
  const given = answer.flatMap((sentence) => sentence.words);
  const right = gold.flatMap((sentence) => sentence.words);
  if (right.length !== given.length) throw new Error(`${right.length} words in gold, ${given.length} in the answer`);
  return right.map((word, i) => {
    const other = given[i]!;
    if (word.form !== other.form)
      throw new Error(`word ${i + 1} is "${word.form}" in gold, "${other.form}" in the answer`);
    return [word, other];
  });
}

const universal = (relation: string): string => relation.split(":")[0]!;

/** F1 of finding words with a relation (subtypes left out) and their heads. */
function relationF1(pairs: readonly [ConlluWord, ConlluWord][], relation: string): number {
  const inGold = pairs.filter(([g]) => universal(g.deprel) === relation);
  const inAnswer = pairs.filter(([, a]) => universal(a.deprel) === relation).length;
  const both = inGold.filter(([g, a]) => universal(a.deprel) === relation && g.head === a.head).length;
  return (200 * both) / Math.max(1, inGold.length + inAnswer);
}

/** A table of the relations met at least ten times in `gold`, most frequent first: precision, recall, F1. */
export function relationTable(gold: readonly ConlluSentence[], answer: readonly ConlluSentence[]): string {
  const pairs = pairWords(gold, answer);
  const counts = tally(pairs.map(([g]) => universal(g.deprel)));
  const rows = frequent(counts, 10).map((name) => {
    const given = pairs.filter(([, a]) => universal(a.deprel) === name);
    const right = given.filter(([g, a]) => universal(g.deprel) === name && g.head === a.head).length;
    const count = counts.get(name)!;
    const shares = [right / Math.max(1, given.length), right / count, (2 * right) / (given.length + count)];
    return `| ${name} | ${count} | ${shares.map((share) => (100 * share).toFixed(1)).join(" | ")} |`;
  });
  return ["| relation | words | precision | recall | F1 |", "|---|---:|---:|---:|---:|", ...rows].join("\n");
}

/** One line for people. */
export function scoreLine(scores: Scores): string {
  const { words, ...shares } = scores;
  const names: Record<string, string> = {
    uas: "UAS",
    las: "LAS",
    strict: "LAS-with-subtypes",
    upos: "UPOS",
    xpos: "XPOS",
    nsubj: "nsubj-F1",
    obj: "obj-F1",
  };
  return `${words} words  ${Object.entries(shares)
    .map(([name, value]) => `${names[name] ?? name} ${value.toFixed(2)}`)
    .join("  ")}`;
}
