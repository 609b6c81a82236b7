import type { Interval } from "./interval.js";
import type { Span } from "./span.js";

/** A time expression and what it can mean. */
export interface Moment extends Span {
  /** TIMEX3 type. */
  readonly type: "DATE" | "TIME" | "DURATION" | "SET";
  /** TIMEX3 value: `2025-06-18`, `2025-W25`, `P3D`, `PRESENT_REF`. */
  readonly value: string;
  readonly mod: "START" | "MID" | "END" | "APPROX" | "BEFORE" | "AFTER" | null;
  /** Null for durations, sets and references that fix no stretch of time. */
  readonly interval: Interval | null;
}
