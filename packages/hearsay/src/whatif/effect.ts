import type { Network } from "./network.js";
import { farthest, type Outcome, type Run, type Settings, settle, usual } from "./settle.js";

/** What is asked of a map: concepts set to values, held there or only begun with. */
export interface Question {
  readonly set: ReadonlyMap<number, number>;
  /** `clamp` holds what is set; `once` lets it go after the start. */
  readonly mode: "clamp" | "once";
  /** Every concept's value to begin with, in both runs; what nothing is known of unless given. */
  readonly start?: ArrayLike<number>;
}

/** What follows, compared with how the map comes to rest when nothing is set. */
export interface Effect {
  readonly baseline: Run;
  readonly scenario: Run;
  /** How far each concept ends above or below its baseline. */
  readonly change: Float64Array;
  /**
   * The farthest it went from the baseline on the way, with its sign: what a single push does before it dies away, round
   * by round beside the same map without the push.
   */
  readonly peak: Float64Array;
  readonly outcome: Outcome;
}

/** The steady state with something set less the one without, as Mental Modeler compares them. */
export function effectOf(network: Network, { set, mode, start }: Question, settings: Settings = usual): Effect {
  const begin = start === undefined ? {} : { start };
  const baseline = settle(network, begin, { ...settings, chaos: false });
  // A push meets the map where it is: in a cycle not at its mean, where it never was.
  const pushed = baseline.last.slice();
  for (const [i, value] of set) pushed[i] = value;
  const input = mode === "clamp" ? { ...begin, clamp: set } : { start: pushed };
  const scenario = settle(network, input, settings);
  const change = scenario.state.map((value, i) => value - baseline.state[i]!);
  const peak = mode === "clamp" ? peakOf(baseline, scenario) : farthest(network, baseline.last, pushed, settings);
  return { baseline, scenario, change, peak, outcome: scenario.outcome };
}

function peakOf({ state }: Run, { low, high }: Run): Float64Array {
  return state.map((rest, i) => {
    const [down, up] = [low[i]! - rest, high[i]! - rest];
    return Math.abs(down) > Math.abs(up) ? down : up;
  });
}
