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

/** One value of a figure as of a day, with every report of it. */
export interface FigureValue {
  readonly said: string;
  readonly asOf: string | null;
  readonly reports: readonly ReportFigureReport[];
}

/** The values of a figure in the order of time, undated last; an article is named once for each. */
export function valuesOf({ reports }: Pick<ReportFigure, "reports">): readonly FigureValue[] {
  const by = new Map<string, { said: string; asOf: string | null; reports: ReportFigureReport[] }>();
  for (const report of reports) {
    const [said, asOf] = [sayAmount(report), report.asOf?.slice(0, 10) ?? null];
    const value = by.get(`${asOf} ${said}`) ?? { said, asOf, reports: [] };
    if (value.reports.every(({ article }) => article !== report.article)) value.reports.push(report);
    by.set(`${asOf} ${said}`, value);
  }
  const time = ({ asOf }: FigureValue): string => asOf ?? "9999";
  return [...by.values()].sort((a, b) => (time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : 0));
}
