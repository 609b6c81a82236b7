import type { ReportFigure, ReportFigureReport } from "hearsay";

/** The unit, where it is not what is counted itself. */
export const unitOf = ({ of, unit }: Pick<ReportFigure, "of" | "unit">): string | null => (unit === of ? null : unit);

const grouped = (n: number): string => n.toLocaleString("en-GB", { maximumFractionDigits: 2 });

/** A value as a range can be said: "38,000", "200–999", "40 or more". */
export function sayAmount({ min, max, exact }: Pick<ReportFigureReport, "min" | "max" | "exact">): string {
  if (max === null) return `${grouped(min)} or more`;
  if (min === max) return grouped(min);
  return exact ? grouped(min) : `${grouped(min)}–${grouped(max)}`;
}
