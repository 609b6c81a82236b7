import { extend, hashText } from "../statements/hashing.js";
import type { Candidate } from "./candidates.js";
import { causeMarkers, effectMarkers, nounSigns, purposeMarkers, stemmingVerbs, verbSigns } from "./lexicon.js";
import { lemma, type Range, type Tree } from "./tree.js";

/*
 * A feature says "k|u=KIND|VERB": a template, and what it is filled with. It is known by the hash of that name. Names
 * that begin alike share the hash of their beginning, so that none needs to be spelled out.
 */

/** The beginnings of names that the kind of candidate, or its direction, fills first. */
type Beginnings = ReturnType<typeof makeBeginnings>;
const known = new Map<string, Beginnings>();

/** Kinds are few: their beginnings are kept. */
function beginningsOf(kind: string): Beginnings {
  let found = known.get(kind);
  if (found === undefined) {
    found = makeBeginnings(kind);
    known.set(kind, found);
  }
  return found;
}

function makeBeginnings(kind: string) {
  const direction = kind.slice(kind.indexOf("/") + 1);
  return {
    kind: hashText(`k=${kind}`),
    marker: hashText(`k|m=${kind}|`),
    markerClass: hashText(`k|mc=${kind}|`),
    markerTag: hashText(`k|m|t=${kind}|`),
    markerOrder: hashText(`k|m|o=${kind}|`),
    tagSubject: hashText(`k|t|s=${kind}|`),
    upper: hashText(`k|u=${kind}|`),
    lower: hashText(`k|l=${kind}|`),
    upperClass: hashText(`k|uc=${kind}|`),
    lowerClass: hashText(`k|lc=${kind}|`),
    markerUpperClass: hashText(`k|m|uc=${kind}|`),
    markerLowerClass: hashText(`k|m|lc=${kind}|`),
    upperTag: hashText(`k|ut=${kind}|`),
    upperRelation: hashText(`k|ur=${kind}|`),
    causeSize: hashText(`k|c#=${kind}|`),
    effectSize: hashText(`k|e#=${kind}|`),
    causeOpens: hashText(`k|ch=${kind}|`),
    effectOpens: hashText(`k|eh=${kind}|`),
    gap: hashText(`k|gap=${kind}|`),
    rest: hashText(`k|rest=${kind}|`),
    adverb: hashText(`neg=${direction}|`),
    causeHead: hashText(`k|cw=${direction}|`),
    effectHead: hashText(`k|ew=${direction}|`),
    direction,
  };
}

/** The hash of a name that goes on behind a bar. */
const then = (beginning: number, text: string): number => extend(extend(beginning, "|"), text);

const markerUpper = hashText("m|u=");
const markerLower = hashText("m|l=");
const markerUpperDirection = hashText("m|u|d=");
const markerLowerDirection = hashText("m|l|d=");
const upperLower = hashText("u|l=");

/** Takes features as they are found: to be summed up, or to be learnt from. */
export interface Sink {
  add(feature: number): void;
}

/** What candidates of the same words have in common, whichever way round they are read. */
type Carrier = ReturnType<typeof carrierOf>;

function carrierOf({ lemmas, relations, tokens, children }: Tree, { signal, marker, upper, lower }: Candidate) {
  const [up, low] = [lemmas[upper] ?? "", lemmas[lower] ?? ""];
  const adverb = children[upper]?.find((child) => relations[child] === "advmod");
  return {
    signal,
    upper,
    lower,
    up,
    low,
    upClass: wordClass(up),
    lowClass: wordClass(low),
    upTag: String(tokens[upper]?.xpos),
    upRelation: relations[upper] ?? "",
    tag: tokens[lower]?.xpos ?? "",
    markerClass: classOfMarker(marker),
    order: lower < upper ? "before" : "after",
    comma: tokens[Math.min(lower, signal[0] ?? lower) - 1]?.form === "," ? "comma" : "close",
    own: children[lower]?.some((child) => relations[child] === "nsubj") ? "own" : "none",
    adverb: adverb === undefined ? "" : lemmas[adverb]!,
    markerUpper: then(extend(markerUpper, marker), up),
    markerLower: then(extend(markerLower, marker), low),
    markerUpperDirection: then(extend(markerUpperDirection, marker), up),
    markerLowerDirection: then(extend(markerLowerDirection, marker), low),
    upperLower: then(extend(upperLower, up), low),
  };
}

/** Calls `each` with every candidate once what the scorer sees of it has gone into `out`. */
export function candidateFeatures(
  tree: Tree,
  found: readonly Candidate[],
  out: Sink,
  each: (candidate: Candidate) => void,
): void {
  let carrier: Carrier | null = null;
  for (const candidate of found) {
    const { signal, upper, lower } = candidate;
    if (carrier === null || carrier.signal !== signal || carrier.upper !== upper || carrier.lower !== lower)
      carrier = carrierOf(tree, candidate);
    addFeatures(tree, candidate, carrier, out);
    each(candidate);
  }
}

/** What the scorer sees of a candidate: names of things that are so, hashed. */
function addFeatures(tree: Tree, c: Candidate, by: Carrier, out: Sink): void {
  const k = beginningsOf(c.kind);
  out.add(k.kind);
  out.add(extend(k.marker, c.marker));
  out.add(extend(k.markerClass, by.markerClass));
  out.add(then(extend(k.markerTag, c.marker), by.tag));
  out.add(then(then(extend(k.markerOrder, c.marker), by.order), by.comma));
  out.add(then(then(extend(k.tagSubject, by.tag), by.own), by.comma));
  out.add(extend(k.upper, by.up));
  out.add(extend(k.lower, by.low));
  out.add(by.markerUpper);
  out.add(by.markerLower);
  out.add(then(by.markerUpperDirection, k.direction));
  out.add(then(by.markerLowerDirection, k.direction));
  out.add(then(by.upperLower, k.direction));
  out.add(extend(k.upperClass, by.upClass));
  out.add(extend(k.lowerClass, by.lowClass));
  out.add(then(extend(k.markerUpperClass, c.marker), by.upClass));
  out.add(then(extend(k.markerLowerClass, by.markerClass), by.lowClass));
  out.add(extend(k.upperTag, by.upTag));
  out.add(extend(k.upperRelation, by.upRelation));
  out.add(extend(k.causeSize, digit(bucket(c.cause))));
  out.add(extend(k.effectSize, digit(bucket(c.effect))));
  out.add(extend(k.causeOpens, firstTag(tree, c.cause)));
  out.add(extend(k.effectOpens, firstTag(tree, c.effect)));
  out.add(extend(k.gap, digit(gap(c))));
  out.add(extend(k.rest, digit(share(tree, c))));
  out.add(extend(k.adverb, by.adverb));
  addHeads(tree, c.cause, k.causeHead, out);
  addHeads(tree, c.effect, k.effectHead, out);
}

const digits = [..."0123456789"];
const digit = (n: number): string => digits[n] ?? String(n);

function classOfMarker(marker: string): string {
  if (causeMarkers.has(marker)) return "cause";
  if (effectMarkers.has(marker)) return "effect";
  return purposeMarkers.has(marker) ? "purpose" : marker === "" ? "none" : "other";
}

/** What the lexicon says of a word: that its object brings it about, its sign as a verb or as a noun, or nothing. */
const wordClass = (word: string): string => classes.get(word) ?? "0";
const classes: ReadonlyMap<string, string> = new Map([
  ...[...nounSigns].map(([word, sign]) => [word, `n${sign}`] as const),
  ...verbSigns,
  ...[...stemmingVerbs].map((word) => [word, "stem"] as const),
]);

/** The logarithm of a length, in steps of two thirds of a doubling. */
const bucket = ({ from, to }: Range): number => buckets[Math.min(to - from, buckets.length - 1)]!;
const buckets = Array.from({ length: 17 }, (_, n) => Math.min(6, Math.floor(Math.log2(n) * 1.5)));
const firstTag = ({ tokens }: Tree, { from }: Range): string => tokens[from]?.xpos ?? "";
const gap = ({ cause, effect }: Candidate): number =>
  Math.min(4, Math.max(cause.from, effect.from) - Math.min(cause.to, effect.to));
const share = ({ tokens }: Tree, { cause, effect }: Candidate): number =>
  Math.floor((5 * (cause.to - cause.from + effect.to - effect.from)) / Math.max(1, tokens.length));

/** One feature for each word that nothing in the range governs, at most two. */
function addHeads({ tokens, lemmas }: Tree, { from, to }: Range, beginning: number, out: Sink): void {
  for (let i = from, n = 0; i < to && n < 2; i++) {
    const { head, upos } = tokens[i]!;
    if ((head >= from && head < to) || upos === "PUNCT") continue;
    out.add(extend(beginning, lemmas[i]!));
    n++;
  }
}

const word = hashText("w=");
const bigram = hashText("b=");
const best = hashText("best=");

/** What the sentence scorer sees: its words, neighbours, and how its best candidates score; names hashed, each once. */
export function sentenceFeatures(tree: Tree, found: readonly Candidate[], scores: readonly number[]): number[] {
  const words = tree.lemmas.filter((w) => w !== "");
  const features = new Set<number>();
  for (let i = 0; i < words.length; i++) {
    features.add(extend(word, words[i]!));
    features.add(extend(extend(extend(bigram, words[i - 1] ?? ""), " "), words[i]!));
    const upos = tree.tokens[i]!.upos;
    if (upos === "VERB" || upos === "NOUN") features.add(extend(hashText(`${upos}=`), wordClass(words[i]!)));
  }
  const [first, second] = topTwo(scores);
  const top = found[scores.indexOf(first ?? 0)];
  if (top !== undefined) {
    const kind = extend(best, top.kind);
    features.add(then(kind, top.marker));
    features.add(then(then(kind, wordClass(lemma(tree, top.upper))), wordClass(lemma(tree, top.lower))));
    features.add(kind);
  }
  for (let p = 1; p <= level(first); p++) features.add(hashText(`top>=${p}`));
  for (let p = 1; p <= level(second); p++) features.add(hashText(`second>=${p}`));
  features.add(hashText(`n=${Math.min(6, Math.floor(words.length / 8))}`));
  return [...features];
}

const level = (p: number | undefined): number => Math.round(10 * Math.min(1, p ?? 0));

function topTwo(scores: readonly number[]): readonly [number | undefined, number | undefined] {
  let [first, second]: [number | undefined, number | undefined] = [undefined, undefined];
  for (const score of scores)
    if (first === undefined || score > first) [first, second] = [score, first];
    else if (second === undefined || score > second) second = score;
  return [first, second];
}
