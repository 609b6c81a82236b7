import type { Interval } from "./interval.js";
import type { Span } from "./span.js";
import type { Statement } from "./statement.js";

/** Where one actor stands on one issue, over time. */
export interface Position {
  readonly id: string;
  /** The story's entity: a state for its leaders, ministries and spokesmen. */
  readonly actor: string;
  readonly name: string;
  /** What it is about, in the words of one of the takes. */
  readonly issue: Span;
  /** In the order of time; those of unknown date last. */
  readonly takes: readonly Take[];
  /** Where two takes do not agree. */
  readonly shifts: readonly Shift[];
}

/** One stand on the issue, in one article's words. */
export interface Take extends Span {
  readonly leaning: "for" | "against";
  /** `said` by the actor; `told` as the article's own account of where the actor stands; `done`, or left undone. */
  readonly shown: "said" | "told" | "done";
  /** How the actor's words are given; null where none are. */
  readonly speech: Statement["kind"] | null;
  readonly speaker: string | null;
  /** When it was said or done: the time that the words name, else the day of publication. */
  readonly when: Interval | null;
  readonly statement: string | null;
  /** The claim these words support. */
  readonly claim: string | null;
  readonly origin: string;
}

/** Two takes that lean different ways. */
export interface Shift {
  /** Indices into the takes of the position; `from` the earlier. */
  readonly from: number;
  readonly to: number;
  /** `turned` another stand later on; `gap` what was done is not what was said. */
  readonly kind: "turned" | "gap";
  /** Which came first is not known where one of the two has no date. */
  readonly order: "known" | "open";
}
