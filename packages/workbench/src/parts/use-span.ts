import { setParams, useRoute } from "../app/navigate.js";
import { formatSpan, parseSpan } from "./time-axis.js";

/** The stretch of time that is looked at, as the address has it; null where it is all. To another, or back to all. */
export function useSpan(): readonly [
  readonly [number, number] | null,
  (span: readonly [number, number] | null) => void,
] {
  const { span } = useRoute().params;
  return [parseSpan(span), (next) => setParams({ span: next === null ? null : formatSpan(next) }, true)];
}
