import { readFileSync } from "node:fs";
import type { Scene } from "./actors.js";
import type { Found } from "./found.js";
import { type Feature, type Reading, readingsOf } from "./pairs.js";
import type { Tree } from "./tree.js";

/** Weights by what is asked and the two words that answer it, in whole hundredths. */
type PairModel = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;
type Weights = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, number>>>;

let loaded: Weights | null = null;

/** Read once, when the first sentence is asked for; see data/events/MODEL_CARD.md. */
function pairModel(): Weights {
  loaded ??= mapOf(
    JSON.parse(readFileSync(new URL("../../../data/events/model/pairs.json", import.meta.url), "utf8")) as PairModel,
    (firsts) => mapOf(firsts, (seconds) => mapOf(seconds, (weight) => weight)),
  );
  return loaded;
}

const mapOf = <A, B>(record: Readonly<Record<string, A>>, made: (a: A) => B): ReadonlyMap<string, B> =>
  new Map(Object.entries(record).map(([key, value]) => [key, made(value)]));

/** Two sides of an event in their likeliest reading. */
export interface Choice {
  readonly found: Found;
  /** Of all pairs of the sentence, 0 to 1; over all triggers. */
  readonly p: number;
}

/**
 * A further pair from here on: five folds of PLV train meet 84 % of pairs with the best alone, 88 % from .2 on (1.3 events a
 * sentence), 89 % from .15 on (1.5).
 */
const further = 0.15;
const most = 3;

/** Who did what to whom in a sentence that is about two actors: the likeliest pair, and others that are likely as well. */
export function chosen(scene: Scene, tree: Tree, ruled: readonly Found[]): readonly Found[] {
  const model = pairModel();
  const weigh = (features: readonly Feature[]): number => {
    let sum = 0;
    for (const [asked, first, second] of features) sum += model.get(asked)?.get(first)?.get(second) ?? 0;
    return sum / 100;
  };
  const readings = readingsOf(scene, tree, ruled, weigh);
  return takenOf(choicesOf(readings, (parts) => parts.reduce((a, b) => a + b, 0))).map(({ found }) => found);
}

/** The pairs taken of a sentence's. */
export const takenOf = (choices: readonly Choice[]): readonly Choice[] =>
  choices.filter(({ p }, at) => at === 0 || (at < most && p >= further));

/** Pairs of a sentence, likeliest first: softmax over its readings. */
export function choicesOf<T>(
  readings: readonly Reading<T>[],
  score: (parts: readonly T[]) => number,
): readonly Choice[] {
  const scores = readings.map(({ parts }) => score(parts));
  const top = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = scores.map((one) => Math.exp(one - top));
  const total = powers.reduce((a, b) => a + b, 0);
  const pairs = new Map<string, { found: Found; p: number; best: number }>();
  for (const [i, { found }] of readings.entries()) {
    const { who, whom } = found.roles;
    const one = pairs.get(`${who} ${whom}`);
    const power = powers[i]!;
    if (one === undefined) pairs.set(`${who} ${whom}`, { found, p: power / total, best: power });
    else {
      one.p += power / total;
      if (power > one.best) Object.assign(one, { found, best: power });
    }
  }
  return [...pairs.values()].map(({ found, p }) => ({ found, p })).sort((a, b) => b.p - a.p);
}
