import type { Candidate } from "./candidates.js";
import { causeMarkers, effectMarkers, nounSigns, purposeMarkers, stemmingVerbs, verbSigns } from "./lexicon.js";
import { childWith, lemma, type Range, relation, type Tree } from "./tree.js";

/** What the scorer sees of a candidate, as names of things that are so. */
export function candidateFeatures(tree: Tree, c: Candidate): string[] {
  const [up, low] = [lemma(tree, c.upper), lemma(tree, c.lower)];
  const { tokens } = tree;
  const k = c.kind;
  const comma = tokens[Math.min(c.lower, c.signal[0] ?? c.lower) - 1]?.form === "," ? "comma" : "close";
  const markerClass = classOfMarker(c.marker);
  const tag = tokens[c.lower]?.xpos ?? "";
  const own = childWith(tree, c.lower, /^nsubj/) >= 0 ? "own" : "none";
  const order = c.lower < c.upper ? "before" : "after";
  return [
    `k=${k}`,
    `k|m=${k}|${c.marker}`,
    `k|mc=${k}|${markerClass}`,
    `k|m|t=${k}|${c.marker}|${tag}`,
    `k|m|o=${k}|${c.marker}|${order}|${comma}`,
    `k|t|s=${k}|${tag}|${own}|${comma}`,
    `k|u=${k}|${up}`,
    `k|l=${k}|${low}`,
    `m|u=${c.marker}|${up}`,
    `m|l=${c.marker}|${low}`,
    `m|u|d=${c.marker}|${up}|${direction(k)}`,
    `m|l|d=${c.marker}|${low}|${direction(k)}`,
    `u|l=${up}|${low}|${direction(k)}`,
    `k|uc=${k}|${wordClass(up)}`,
    `k|lc=${k}|${wordClass(low)}`,
    `k|m|uc=${k}|${c.marker}|${wordClass(up)}`,
    `k|m|lc=${k}|${markerClass}|${wordClass(low)}`,
    `k|ut=${k}|${tokens[c.upper]?.xpos}`,
    `k|ur=${k}|${relation(tree, c.upper)}`,
    `k|c#=${k}|${bucket(c.cause)}`,
    `k|e#=${k}|${bucket(c.effect)}`,
    `k|ch=${k}|${firstWord(tree, c.cause)}`,
    `k|eh=${k}|${firstWord(tree, c.effect)}`,
    `k|gap=${k}|${gap(c)}`,
    `k|rest=${k}|${share(tree, c)}`,
    `neg=${direction(k)}|${childWith(tree, c.upper, /^advmod/) >= 0 ? lemma(tree, childWith(tree, c.upper, /^advmod/)) : ""}`,
    ...heads(tree, c.cause).map((w) => `k|cw=${direction(k)}|${w}`),
    ...heads(tree, c.effect).map((w) => `k|ew=${direction(k)}|${w}`),
  ];
}

const direction = (kind: string): string => kind.slice(kind.indexOf("/") + 1);

function classOfMarker(marker: string): string {
  if (causeMarkers.has(marker)) return "cause";
  if (effectMarkers.has(marker)) return "effect";
  return purposeMarkers.has(marker) ? "purpose" : marker === "" ? "none" : "other";
}

const wordClass = (word: string): string =>
  stemmingVerbs.has(word) ? "stem" : (verbSigns.get(word) ?? (nounSigns.has(word) ? `n${nounSigns.get(word)}` : "0"));

const bucket = ({ from, to }: Range): number => Math.min(6, Math.floor(Math.log2(to - from) * 1.5));
const firstWord = ({ tokens }: Tree, { from }: Range): string => tokens[from]?.xpos ?? "";
const gap = ({ cause, effect }: Candidate): number =>
  Math.min(4, Math.max(cause.from, effect.from) - Math.min(cause.to, effect.to));
const share = ({ tokens }: Tree, { cause, effect }: Candidate): number =>
  Math.floor((5 * (cause.to - cause.from + effect.to - effect.from)) / Math.max(1, tokens.length));

/** Lemmas of the words that nothing in the range governs, at most two. */
function heads({ tokens }: Tree, { from, to }: Range): string[] {
  const found: string[] = [];
  for (let i = from; i < to && found.length < 2; i++) {
    const head = tokens[i]?.head ?? -1;
    if ((head < from || head >= to) && tokens[i]?.upos !== "PUNCT") found.push(tokens[i]?.lemma.toLowerCase() ?? "");
  }
  return found;
}

/** What the sentence scorer sees: its words, neighbours, and how its best candidates score. */
export function sentenceFeatures(tree: Tree, found: readonly Candidate[], scores: readonly number[]): string[] {
  const words = tree.tokens.map((t) => t.lemma.toLowerCase()).filter((w) => w !== "");
  const top = scores.toSorted((a, b) => b - a);
  const level = (p: number | undefined): number => Math.round(10 * Math.min(1, p ?? 0));
  const names = new Set<string>();
  for (let i = 0; i < words.length; i++) {
    names.add(`w=${words[i]}`);
    names.add(`b=${words[i - 1] ?? ""} ${words[i]}`);
    if (/^(?:VERB|NOUN)$/.test(tree.tokens[i]?.upos ?? ""))
      names.add(`${tree.tokens[i]?.upos}=${wordClass(words[i] ?? "")}`);
  }
  const best = found[scores.indexOf(top[0] ?? 0)];
  if (best !== undefined) {
    names.add(`best=${best.kind}|${best.marker}`);
    names.add(`best=${best.kind}|${wordClass(lemma(tree, best.upper))}|${wordClass(lemma(tree, best.lower))}`);
    names.add(`best=${best.kind}`);
  }
  for (let p = 1; p <= level(top[0]); p++) names.add(`top>=${p}`);
  for (let p = 1; p <= level(top[1]); p++) names.add(`second>=${p}`);
  names.add(`n=${Math.min(6, Math.floor(words.length / 8))}`);
  return [...names];
}
