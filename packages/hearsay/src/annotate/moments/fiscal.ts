import type { Interval } from "../../model/index.js";
import { fromMonthIndex, isoMonth, monthIndex, monthLength } from "./calendar.js";

/**
 * The stretch a fiscal year can mean when the article does not say whose: one named after the year it ends in (as
 * in the United States, India and most companies) may begin as early as February of the year before, one named after
 * the year it begins in (as some retailers' and Japan's) ends as late as the next March.
 */
export const fiscalYear = (year: number): Interval => stretch(monthIndex(year - 1, 2), monthIndex(year + 1, 3));

/** The stretch a quarter of a fiscal year can mean. */
export const fiscalQuarter = (year: number, quarter: number): Interval =>
  stretch(monthIndex(year - 1, 2) + 3 * (quarter - 1), monthIndex(year, 6) + 3 * (quarter - 1));

function stretch(first: number, last: number): Interval {
  const [from, to] = [fromMonthIndex(first), fromMonthIndex(last)];
  return {
    earliest: `${isoMonth(from.year, from.month)}-01`,
    latest: `${isoMonth(to.year, to.month)}-${monthLength(to.year, to.month)}`,
  };
}

/** The stretch of a fiscal year or quarter by its value. */
export const fiscalInterval = (value: string): Interval | null => {
  const [, year, quarter] = /^(\d{4})(?:-Q([1-4]))?$/.exec(value) ?? [];
  if (year === undefined) return null;
  return quarter === undefined ? fiscalYear(Number(year)) : fiscalQuarter(Number(year), Number(quarter));
};
