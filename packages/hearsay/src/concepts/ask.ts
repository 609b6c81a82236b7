import {
  costOf,
  type Effect,
  effectOf,
  networkOf,
  type Outcome,
  pathsTo,
  type Settings,
  usual,
} from "../whatif/index.js";
import type { Arrow, CausalMap } from "./map.js";
import { strength } from "./sayings.js";

/** What if concepts are set: values −1 (not so, less) to 1 (so, more). */
export interface Asked {
  readonly set: ReadonlyMap<number, number>;
  readonly mode: "clamp" | "once";
  readonly settings: Settings;
  /** How often the asserters are drawn anew, to see what hangs on whom; 0 for no intervals. */
  readonly draws: number;
}

export const usualQuestion = { mode: "clamp", settings: usual, draws: 200 } as const;

/** What the sources imply for one concept. */
export interface Implied {
  readonly concept: number;
  /** How far it ends above (+) or below (−) where it rests when nothing is set; for a single push the most on the way. */
  readonly change: number;
  /**
   * Nine of ten drawings of the asserters lie between these; null without draws, and where every arrow on its ways has
   * but one voice: that is then drawn or not, which says nothing of the change.
   */
  readonly low: number | null;
  readonly high: number | null;
  /** The part of the drawings in which it goes the same way. */
  readonly sameWay: number | null;
  /** The ways on which it came, those that carried most first, at most `ways`. */
  readonly ways: readonly { readonly arrows: readonly number[]; readonly carried: number }[];
  /** Some ways lead up and others down. */
  readonly ambiguous: boolean;
}

export interface Answer {
  readonly outcome: Outcome;
  /** Those that change, the largest change first; what was set is not among them. */
  readonly implied: readonly Implied[];
}

/** Less than this is no change. */
const least = 0.005;
const ways = 5;
/** So many arrows are looked at for ways at most, over all concepts, those that change most first. */
const looked = 400_000;
/** One voice, and none against it. */
const isSingle = ({ sayings }: Arrow): boolean => new Set(sayings.map(({ voice }) => voice)).size < 2;

/** What follows by a map's arrows. The same question has the same answer: drawings are seeded. */
export function ask(map: CausalMap, asked: Asked): Answer {
  const weights = map.arrows.map((arrow) => arrow.sign * arrow.strength);
  const effect = run(map, weights, asked);
  const change = seen(effect, asked);
  const draws = drawn(map, asked);
  const network = networkOf(map.concepts.length, weighted(map.arrows, weights));
  const set = new Set(asked.set.keys());
  const patience = { left: looked };
  const implied = [...change.keys()]
    .filter((i) => !set.has(i) && Math.abs(change[i]!) >= least)
    .sort((a, b) => Math.abs(change[b]!) - Math.abs(change[a]!) || a - b)
    .map((concept): Implied => {
      const found = pathsTo(network, change, set, concept, patience);
      const single = found.every(({ arrows }) => arrows.every((a) => isSingle(map.arrows[a]!)));
      const values = single ? [] : draws.map((one) => one[concept]!);
      return {
        ...{ concept, change: change[concept]! },
        ...spread(values, change[concept]!),
        ways: found.slice(0, ways),
        ambiguous: found.some(({ carried }) => carried * change[concept]! < 0),
      };
    });
  return { outcome: effect.outcome, implied };
}

const seen = ({ change, peak }: Effect, { mode }: Asked): Float64Array => (mode === "once" ? peak : change);
const weighted = (arrows: readonly Arrow[], weights: readonly number[]) =>
  arrows.map(({ from, to }, i) => ({ from, to, weight: weights[i]! }));

function run({ concepts, arrows }: CausalMap, weights: readonly number[], { set, mode, settings }: Asked): Effect {
  const oneSided = settings.transfer === "sigmoid" || settings.transfer === "bivalent";
  const values = new Map([...set].map(([i, value]) => [i, oneSided ? (1 + value) / 2 : value]));
  const network = networkOf(concepts.length, weighted(arrows, weights));
  const rounds = Math.max(1, Math.min(settings.rounds, Math.floor(work.answer / (4 * costOf(network)))));
  return effectOf(network, { set: values, mode }, { ...settings, rounds });
}

/** So much work at most, as `costOf` counts, for the answer itself and for all drawings together. */
const work = { answer: 2e9, drawings: 2e8 } as const;
/** With fewer drawings nothing is said. */
const fewest = 20;

/** The changes with the voices drawn anew, as many as there are, with replacement (Efron 1979), until the work is done. */
function drawn(map: CausalMap, asked: Asked): readonly Float64Array[] {
  const voices = [...new Set(map.arrows.flatMap(({ sayings }) => sayings.map(({ voice }) => voice)))].sort();
  const random = generator(1);
  const drawings: Float64Array[] = [];
  // What a map's rounds do not count: drawing the voices and making a network anew.
  const making = 300 * map.arrows.reduce((sum, { sayings }) => sum + sayings.length + 1, voices.length);
  for (let left = work.drawings; voices.length > 1 && drawings.length < asked.draws && left > 0; ) {
    const times = new Map<string, number>();
    for (const _ of voices) {
      const voice = voices[Math.floor(random() * voices.length)]!;
      times.set(voice, (times.get(voice) ?? 0) + 1);
    }
    const weights = map.arrows.map(({ sign, sayings }) => sign * strength(repeated(sayings, times)));
    const effect = run(map, weights, { ...asked, settings: { ...asked.settings, chaos: false } });
    const cost = making + spent(map, effect, asked);
    // Where there is no room for the fewest that say anything, none is made.
    if (drawings.length === 0 && cost * Math.min(fewest, asked.draws) > left) return [];
    left -= cost;
    drawings.push(seen(effect, asked));
  }
  return drawings.length < Math.min(fewest, asked.draws) ? [] : drawings;
}

/** What a run cost. A single push is run once more beside the map without it. */
const spent = ({ concepts, arrows }: CausalMap, { baseline, scenario }: Effect, { mode }: Asked): number =>
  costOf({ size: concepts.length, arrows }) *
  (baseline.outcome.rounds + scenario.outcome.rounds * (mode === "once" ? 3 : 1));

/** Each voice as often as it was drawn: twice the same is two voices here. */
const repeated = (sayings: Arrow["sayings"], times: ReadonlyMap<string, number>): Arrow["sayings"] =>
  sayings.flatMap((one) =>
    Array.from({ length: times.get(one.voice) ?? 0 }, (_, i) => ({ ...one, voice: `${one.voice} ${i}` })),
  );

function spread(values: readonly number[], change: number): Pick<Implied, "low" | "high" | "sameWay"> {
  if (values.length === 0) return { low: null, high: null, sameWay: null };
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number): number => sorted[Math.round(part * (sorted.length - 1))]!;
  const sameWay = values.filter((value) => value * change > 0 && Math.abs(value) >= least).length / values.length;
  return { low: at(0.05), high: at(0.95), sameWay };
}

/** Numbers from 0 to 1 that look random and are the same every time (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
