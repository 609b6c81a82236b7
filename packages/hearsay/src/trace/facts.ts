import { blocksOf, type Range } from "./blocks.js";
import type { Reading } from "./reading.js";
import { type SparseVector, unit } from "./vectors.js";
import { wordClass } from "./words.js";

/** The telling words of an article: names, numbers and content words that stand in it at most a few times. */
export interface Facts {
  /** Stem to word positions. */
  readonly at: ReadonlyMap<number, readonly number[]>;
  /** Stem to information in nats; less inside quotations. */
  readonly weight: ReadonlyMap<number, number>;
  readonly total: number;
  /** The names and numbers among them: stem to information. */
  readonly names: ReadonlyMap<number, number>;
  /** Information of the words before each position, in nats; one longer than the text. */
  readonly before: Float32Array;
  /** All telling words, however often they stand there, at length one: by information and by how often. */
  readonly vector: SparseVector;
}

/** A word that stands more often in a text is its topic and tells nothing about order. */
const mostOften = 3;
const anchorFactor = 1.5;
/** Two reporters of one speech share its words. */
const quotedFactor = 0.3;

/** Collects them; `information` gives the nats a stem carries. */
export function factsOf(reading: Reading, information: (stem: number) => number): Facts {
  const at = new Map<number, number[]>();
  for (let i = 0; i < reading.stem.length; i++) {
    if (reading.kind[i] === wordClass.stop) continue;
    const positions = at.get(reading.stem[i]!);
    if (positions === undefined) at.set(reading.stem[i]!, [i]);
    else positions.push(i);
  }
  const vector = vectorOf(reading, at, information);
  const weight = new Map<number, number>();
  const names = new Map<number, number>();
  let total = 0;
  for (const [stem, positions] of at) {
    if (positions.length > mostOften) {
      at.delete(stem);
      continue;
    }
    const first = positions[0]!;
    const name = reading.kind[first] === wordClass.anchor;
    const factor = (name ? anchorFactor : 1) * (reading.own[first] ? 1 : quotedFactor);
    weight.set(stem, factor * information(stem));
    if (name) names.set(stem, factor * information(stem));
    total += factor * information(stem);
  }
  return { at, weight, total, names, before: sumsOf(reading, weight), vector };
}

function vectorOf(
  { own }: Reading,
  at: ReadonlyMap<number, readonly number[]>,
  information: (stem: number) => number,
): SparseVector {
  const often = (positions: readonly number[]): number =>
    positions.reduce((sum, i) => sum + (own[i] ? 1 : quotedFactor), 0);
  return unit(new Map(Array.from(at, ([stem, positions]) => [stem, Math.log1p(often(positions)) * information(stem)])));
}

function sumsOf(reading: Reading, weight: ReadonlyMap<number, number>): Float32Array {
  const before = new Float32Array(reading.stem.length + 1);
  for (let i = 0; i < reading.stem.length; i++) before[i + 1] = before[i]! + (weight.get(reading.stem[i]!) ?? 0);
  return before;
}

/** One fact that both texts give, by word position. */
export interface SharedFact {
  readonly stem: number;
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** What two texts tell alike: the shared facts that stand among other shared facts in both. */
export interface SharedFacts {
  readonly facts: readonly SharedFact[];
  /** Information in the longest part of them that keeps its order, in nats. */
  readonly inOrder: number;
  /** Information in all of them, in nats. */
  readonly inAll: number;
  /** Information in the part of them that stands closest together, in nats, and its share of what either text tells there. */
  readonly inPlace: number;
  readonly placeShare: number;
  /** How many keep their order. */
  readonly steps: number;
  /** Information in the longest ordered part of those that are neither names nor numbers, in nats. */
  readonly wording: number;
  /** Of the information in all: the share of names and numbers, and of what stands in the first sentences of both. */
  readonly nameShare: number;
  readonly leadShare: number;
}

/** Facts support each other within this many words on both sides. */
const near = 20;
const supporters = 2;
const supportWeight = 6;
/** A chain may step back this many words: small shifts within a sentence. */
const slack = 3;
const mostFacts = 400;

/** Finds them. Independent reports share names and figures, yet few neighbourhoods and little order. */
export function sharedFacts(a: Facts, b: Facts): SharedFacts {
  const facts = supported(dotsOf(a, b));
  const chain = heaviestChain(facts);
  const plain = facts.filter(({ stem }) => !a.names.has(stem) && !b.names.has(stem));
  const inAll = weightOf(facts);
  const shareOf = (part: readonly SharedFact[], none: number): number => (inAll === 0 ? none : weightOf(part) / inAll);
  return {
    facts,
    inOrder: weightOf(chain),
    inAll,
    ...bestPlace(a, b, facts),
    steps: chain.length,
    wording: weightOf(heaviestChain(plain)),
    nameShare: 1 - shareOf(plain, 0),
    leadShare: shareOf(
      facts.filter((fact) => fact.a < leadWords && fact.b < leadWords),
      0,
    ),
  };
}

/** What every report of an event begins with: who, what, where. */
const leadWords = 80;

/** Words that may lie between two facts of one place. */
const placeGap = 20;

/** The place that tells most alike: a passage counts the same in a short text and in a long one. */
function bestPlace(a: Facts, b: Facts, facts: readonly SharedFact[]) {
  const places = facts.map((fact) => ({ a: only(fact.a), b: only(fact.b), weight: fact.weight }));
  let [inPlace, placeShare] = [0, 0];
  for (const block of blocksOf(places, placeGap)) {
    const weight = block.places.reduce((sum, place) => sum + place.weight, 0);
    if (weight <= inPlace) continue;
    inPlace = weight;
    placeShare = weight / Math.max(within(a, block.a), within(b, block.b));
  }
  return { inPlace, placeShare };
}

const only = (at: number): Range => ({ start: at, end: at + 1 });
const within = ({ before }: Facts, { start, end }: Range): number => before[end]! - before[start]!;

const weightOf = (facts: readonly SharedFact[]): number => facts.reduce((sum, fact) => sum + fact.weight, 0);

function dotsOf(a: Facts, b: Facts): SharedFact[] {
  const dots: SharedFact[] = [];
  for (const [stem, positions] of a.at) {
    const others = b.at.get(stem);
    if (others === undefined) continue;
    const weight = Math.min(a.weight.get(stem)!, b.weight.get(stem)!);
    if (weight > 0) for (const i of positions) for (const j of others) dots.push({ stem, a: i, b: j, weight });
  }
  return dots.sort((x, y) => x.a - y.a || x.b - y.b);
}

/** For each stem its best supported place, if two other facts stand near it on both sides. In order of a. */
function supported(dots: readonly SharedFact[]): SharedFact[] {
  const best = new Map<number, { fact: SharedFact; support: number }>();
  dots.forEach((fact, at) => {
    const support = supportOf(dots, at);
    if (support > 0 && support > (best.get(fact.stem)?.support ?? 0)) best.set(fact.stem, { fact, support });
  });
  return [...best.values()]
    .sort((x, y) => y.fact.weight - x.fact.weight || x.fact.a - y.fact.a)
    .slice(0, mostFacts)
    .map(({ fact }) => fact)
    .sort((x, y) => x.a - y.a || x.b - y.b);
}

function supportOf(dots: readonly SharedFact[], at: number): number {
  const own = dots[at]!;
  const stems = new Set<number>();
  let weight = 0;
  for (const step of [-1, 1])
    for (let i = at + step; i >= 0 && i < dots.length && Math.abs(dots[i]!.a - own.a) <= near; i += step) {
      const other = dots[i]!;
      if (Math.abs(other.b - own.b) > near || other.stem === own.stem || stems.has(other.stem)) continue;
      stems.add(other.stem);
      weight += other.weight;
    }
  return stems.size >= supporters && weight >= supportWeight ? weight : 0;
}

/** The heaviest part that keeps its order on both sides. */
function heaviestChain(facts: readonly SharedFact[]): SharedFact[] {
  const weight: number[] = [];
  const before: number[] = [];
  let last = -1;
  facts.forEach((fact, i) => {
    let from = -1;
    for (let k = 0; k < i; k++)
      if (facts[k]!.b <= fact.b + slack && (from === -1 || weight[k]! > weight[from]!)) from = k;
    weight[i] = fact.weight + (from === -1 ? 0 : weight[from]!);
    before[i] = from;
    if (last === -1 || weight[i]! > weight[last]!) last = i;
  });
  const chain: SharedFact[] = [];
  for (let i = last; i !== -1; i = before[i]!) chain.push(facts[i]!);
  return chain.reverse();
}
