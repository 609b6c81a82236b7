/**
 * The stretch of time something can mean, as ISO 8601 local times without zone unless the source gave one,
 * inclusive at both ends: `{ earliest: "2025-06-01", latest: "2025-06-30" }`.
 */
export interface Interval {
  readonly earliest: string;
  readonly latest: string;
}

/** Two intervals can mean the same moment. ISO prefixes compare by day when one side lacks a time. */
export function compatible(a: Interval, b: Interval): boolean {
  return notAfter(a.earliest, b.latest) && notAfter(b.earliest, a.latest);
}

function notAfter(a: string, b: string): boolean {
  const n = Math.min(a.length, b.length);
  return a.slice(0, n) <= b.slice(0, n);
}
