import { HearsayError } from "../model/index.js";
import type { Network } from "./network.js";
import { type Dynamics, neutral, step } from "./rules.js";

/** How a map is run. */
export interface Settings extends Dynamics {
  /** It has come to rest when no value changes by as much as this. */
  readonly tolerance: number;
  /** So many rounds at most. */
  readonly rounds: number;
  /** Concepts that nothing leads to keep the value they start with instead of taking that of no push. */
  readonly hold: boolean;
  /** Whether a run that neither rests nor repeats itself is looked at for chaos, which takes longer than the run; else it is `open`. */
  readonly chaos: boolean;
}

/** What Mental Modeler does, and what suits signed changes: values from −1 to 1 and nothing in itself. */
export const usual: Settings = {
  ...{ rule: "kosko", transfer: "tanh", lambda: 1 },
  ...{ tolerance: 1e-5, rounds: 1000, hold: false, chaos: true },
};

/**
 * How a run ended: `fixed` at rest; `cycle` the same values again every `period` rounds; `chaotic` going on, and a
 * millionth's difference grows; `open` still moving, without growing differences as far as can be seen: slow, nearly
 * periodic, or not looked at for chaos.
 */
export interface Outcome {
  readonly kind: "fixed" | "cycle" | "chaotic" | "open";
  /** Rounds it took. */
  readonly rounds: number;
  readonly period: number | null;
}

export interface Run {
  /** The last values; of a cycle the mean over one period. */
  readonly state: Float64Array;
  /** The values of the last round, which differ from `state` in a cycle. */
  readonly last: Float64Array;
  readonly outcome: Outcome;
  /** The lowest and highest value that each concept had on the way. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** What a run begins with: a value for every concept, and those that stay as they are set. */
export interface Input {
  readonly start?: ArrayLike<number>;
  readonly clamp?: ReadonlyMap<number, number>;
}

/**
 * Runs a map until it rests or repeats itself.
 * @throws HearsayError `usage.whatif` for values that are no numbers within −1 and 1, or settings that make no sense
 */
export function settle(network: Network, input: Input = {}, settings: Settings = usual): Run {
  checkSettings(settings);
  const { size } = network;
  const held = heldOf(network, input, settings);
  let now = startOf(network, input, settings);
  let next: Float64Array = new Float64Array(size);
  const [low, high] = [now.slice(), now.slice()];
  const levels = new Float64Array(size);
  const recent = new Recent(size, settings.rounds);
  for (let round = 1; round <= settings.rounds; round++) {
    step(network, settings, now, next, held, levels);
    [now, next] = [next, now];
    stretch(low, high, now);
    if (change(now, next) < settings.tolerance)
      return { state: now, last: now, outcome: { kind: "fixed", rounds: round, period: null }, low, high };
    recent.keep(now, round);
  }
  return { ...restless(network, settings, held, now, recent), last: now, low, high };
}

function restless(network: Network, settings: Settings, held: Uint8Array, now: Float64Array, recent: Recent) {
  const { rounds, tolerance } = settings;
  const period = recent.period(tolerance);
  if (period !== null) return { state: recent.mean(period), outcome: { kind: "cycle" as const, rounds, period } };
  const kind = settings.chaos && diverges(network, settings, held, now) ? ("chaotic" as const) : ("open" as const);
  return { state: now, outcome: { kind, rounds, period: null } };
}

function checkSettings({ lambda, tolerance, rounds }: Settings): void {
  if (!(lambda > 0 && lambda <= 100)) throw wrong("lambda must lie between 0 and 100.");
  if (!(tolerance > 0 && tolerance < 1)) throw wrong("The tolerance must lie between 0 and 1.");
  if (!(Number.isInteger(rounds) && rounds >= 1 && rounds <= 100_000))
    throw wrong("The rounds must be a whole number from 1 to 100,000.");
}

function heldOf({ size, first }: Network, { clamp }: Input, { hold }: Settings): Uint8Array {
  const held = new Uint8Array(size);
  if (hold) for (let i = 0; i < size; i++) held[i] = first[i] === first[i + 1] ? 1 : 0;
  for (const i of clamp?.keys() ?? []) held[checked(i, size)] = 1;
  return held;
}

function startOf({ size }: Network, { start, clamp }: Input, { transfer }: Settings): Float64Array {
  if (start !== undefined && start.length !== size) throw wrong(`${start.length} values for ${size} concepts.`);
  const values = start === undefined ? new Float64Array(size).fill(neutral(transfer)) : Float64Array.from(start);
  for (const [i, value] of clamp ?? []) values[i] = value;
  for (const value of values) if (!(Math.abs(value) <= 1)) throw wrong(`${value} is no value between -1 and 1.`);
  return values;
}

function checked(i: number, size: number): number {
  if (Number.isInteger(i) && i >= 0 && i < size) return i;
  throw wrong(`There is no concept ${i} among ${size}.`);
}

function stretch(low: Float64Array, high: Float64Array, now: Float64Array): void {
  for (let i = 0; i < now.length; i++) {
    const value = now[i]!;
    if (value < low[i]!) low[i] = value;
    if (value > high[i]!) high[i] = value;
  }
}

function change(a: Float64Array, b: Float64Array): number {
  let most = 0;
  for (let i = 0; i < a.length; i++) {
    const apart = Math.abs(a[i]! - b[i]!);
    if (apart > most) most = apart;
  }
  return most;
}

/** The longest cycle that is looked for; it has to be seen twice. */
const longest = 120;

/** The last values of a run: kept only where it may end without rest. */
class Recent {
  readonly #states: Float64Array[] = [];

  constructor(
    readonly size: number,
    readonly rounds: number,
  ) {}

  keep(state: Float64Array, round: number): void {
    if (round > this.rounds - 2 * longest) this.#states.push(state.slice());
  }

  /** The shortest period with which the last values repeat, twice over, or null. */
  period(tolerance: number): number | null {
    const back = (n: number): Float64Array => this.#states.at(-1 - n)!;
    for (let period = 1; period <= Math.min(longest, this.#states.length >> 1); period++) {
      const repeats = (n: number): boolean => change(back(n), back(n + period)) < tolerance;
      if (Array.from({ length: period }, (_, n) => n).every(repeats)) return period;
    }
    return null;
  }

  mean(period: number): Float64Array {
    const mean = new Float64Array(this.size);
    for (const state of this.#states.slice(-period)) for (let i = 0; i < this.size; i++) mean[i]! += state[i]! / period;
    return mean;
  }
}

/**
 * A difference grows when it does so by a hundredth in a round on average: nearly periodic maps come to about a
 * thousandth over few rounds. The first rounds are not measured: the difference has to turn to where it grows most.
 */
const [unmeasured, measured, growing] = [500, 4000, 0.01];
/** So much work at most to measure it, as `costOf` counts, and the fewest rounds that say anything. */
const [effort, fewest] = [2e8, 500];

/** What a round of a map costs, roughly in nanoseconds: an arrow is one product, a concept one tanh. */
export const costOf = ({ size, arrows }: { readonly size: number; readonly arrows: ArrayLike<unknown> }): number =>
  2 * arrows.length + 20 * size + 1;

/** Whether a small difference grows: the largest Lyapunov exponent, by two runs side by side (Benettin 1980). */
function diverges(network: Network, settings: Settings, held: Uint8Array, from: Float64Array): boolean {
  if (settings.transfer === "bivalent" || settings.transfer === "trivalent") return false;
  const small = 1e-6;
  const rounds = Math.min(measured, Math.floor(effort / (2 * costOf(network))) - unmeasured);
  if (rounds < fewest) return false;
  let now: Float64Array = from.slice();
  let twin: Float64Array = from.map((value, i) => (held[i] === 1 ? value : value + (i % 2 === 0 ? small : -small)));
  let a: Float64Array = new Float64Array(network.size);
  let b: Float64Array = new Float64Array(network.size);
  const levels = new Float64Array(network.size);
  let grown = 0;
  for (let round = 0; round < unmeasured + rounds; round++) {
    step(network, settings, now, a, held, levels);
    step(network, settings, twin, b, held, levels);
    [now, a] = [a, now];
    [twin, b] = [b, twin];
    const apart = change(now, twin);
    if (apart === 0) return false;
    if (round >= unmeasured) grown += Math.log(apart / small);
    for (let i = 0; i < twin.length; i++) twin[i] = now[i]! + ((twin[i]! - now[i]!) * small) / apart;
  }
  return grown / rounds > growing;
}

/** Two runs side by side: how far each concept of the second was from the first at most, with its sign. */
export function farthest(
  network: Network,
  first: Float64Array,
  second: Float64Array,
  settings: Settings,
): Float64Array {
  const held = heldOf(network, {}, settings);
  const most = second.map((value, i) => value - first[i]!);
  const [room, levels] = [new Float64Array(network.size), new Float64Array(network.size)];
  let [a, b] = [first, second];
  for (let round = 0; round < settings.rounds && change(a, b) >= settings.tolerance; round++) {
    a = stepped(a);
    b = stepped(b);
    for (let i = 0; i < most.length; i++) if (Math.abs(b[i]! - a[i]!) > Math.abs(most[i]!)) most[i] = b[i]! - a[i]!;
  }
  return most;

  function stepped(from: Float64Array): Float64Array {
    step(network, settings, from, room, held, levels);
    return room.slice();
  }
}

const wrong = (message: string): HearsayError => new HearsayError("usage.whatif", message);
