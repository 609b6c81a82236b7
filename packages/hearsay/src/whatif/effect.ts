import type { Network } from "./network.js";
import { type Outcome, type Run, type Settings, settle, usual } from "./settle.js";

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
  /** The farthest it went from the baseline on the way, with its sign: what a single push does before it dies away. */
  readonly peak: Float64Array;
  readonly outcome: Outcome;
}

/** The steady state with something set less the one without, as Mental Modeler compares them. */
export function effectOf(network: Network, { set, mode, start }: Question, settings: Settings = usual): Effect {
  const begin = start === undefined ? {} : { start };
  const baseline = settle(network, begin, settings);
  const scenario = mode === "clamp" ? settle(network, { ...begin, clamp: set }, settings) : pushed();
  const change = scenario.state.map((value, i) => value - baseline.state[i]!);
  const peak = change.map((_, i) => {
    const [down, up] = [scenario.low[i]! - baseline.state[i]!, scenario.high[i]! - baseline.state[i]!];
    return Math.abs(down) > Math.abs(up) ? down : up;
  });
  return { baseline, scenario, change, peak, outcome: scenario.outcome };

  function pushed(): Run {
    const from = baseline.state.slice();
    for (const [i, value] of set) from[i] = value;
    return settle(network, { start: from }, settings);
  }
}
