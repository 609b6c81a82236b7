import { calendarDate, dayOf, monthIndex } from "./calendar.js";
import { type Place, publishedYear, yearOr } from "./context.js";
import { fiscalInterval } from "./fiscal.js";
import { quarterOf, shifted, yearFor } from "./relate.js";
import { date, type Groups, type Reading, type Rule, rulesOn, words } from "./rule.js";
import { DAY, MONTH, monthNumber, OF_YEAR, ORDINAL_QUARTER, offsetOf, quarterNumber, YEAR } from "./vocabulary.js";

/** Quarters and halves of years, and the quarter that a report of earnings is about. */

function readQuarter(groups: Groups, place: Place, text: string): Reading | null {
  const reading = quarterOfYear(groups, place);
  const interval = reading !== null && /fiscal/i.test(text) ? fiscalInterval(reading.value) : null;
  return reading === null || interval === null ? reading : { ...reading, interval };
}

function quarterOfYear({ nth, year, rel, which }: Groups, place: Place): Reading | null {
  const quarter = quarterNumber(nth ?? "");
  if (!(quarter >= 1 && quarter <= 4)) return null;
  if (year !== undefined) return date(`${year}-Q${quarter}`);
  if (place.published === null) return date(`XXXX-Q${quarter}`);
  const now = calendarDate(place.published);
  if (rel !== undefined) return date(`${now.year + offsetOf(rel)}-Q${quarter}`);
  const ago = /ago|earlier/i.test(which ?? "") ? 1 : 0;
  const begun = now.month > 3 * (quarter - 1) ? now.year : now.year - 1;
  const monthsSince = 12 * (now.year - begun) + now.month - 3 * quarter;
  const next = place.direction() === "future" && monthsSince > stillReported ? 1 : 0;
  return date(`${begun + next - ago}-Q${quarter}`);
}

/** For some months after a quarter, forecasts of it are of its results, not of the quarter a year on. */
const stillReported = 4;

function readHalf({ nth, year, rel }: Groups, place: Place): Reading | null {
  const half = /first|1st/i.test(nth ?? "") ? 1 : 2;
  const now = publishedYear(place);
  return date(`${year ?? yearOr(now === null ? null : now + offsetOf(rel))}-H${half}`);
}

/** "the quarter ended July 31": the one that holds the middle of those three months. */
function readEndedQuarter({ month = "", day, year, way }: Groups, { published }: Place): Reading | null {
  const [m, d] = [monthNumber(month), Math.min(28, Number(day ?? 15))];
  if (year === undefined && published === null) return date("XXXX-QX");
  const y = year === undefined ? yearFor(published ?? 0, m, d, way === "ending" ? "future" : "past") : Number(year);
  const middle = calendarDate(dayOf(y, m, d) - 45);
  return date(quarterOf(monthIndex(middle.year, middle.month)));
}

/** The quarter that earnings news is about: "the quarter", "the latest period", "the year-ago quarter". */
function readReportedQuarter(
  { ago, lastYear, year }: Groups,
  { seen, published }: Place,
  text: string,
): Reading | null {
  if (seen.quarter === null)
    return /latest|most recent/i.test(text) && published !== null ? date(shifted(published, "quarter", -1)) : null;
  const match = /^(\d{4})-Q(\d)$/.exec(seen.quarter);
  if (match === null || published === null) return null;
  if (year !== undefined) return date(`${year}-Q${match[2]}`);
  return date(`${Number(match[1]) - (ago !== undefined || lastYear !== undefined ? 1 : 0)}-Q${match[2]}`);
}

function readThisQuarter({ which }: Groups, { published }: Place): Reading | null {
  if (published === null) return date("XXXX-QX");
  const { year, month } = calendarDate(published);
  return date(quarterOf(monthIndex(year, month) + 3 * offsetOf(which)));
}

const nth = `(?<nth>${ORDINAL_QUARTER}|Q[1-4])`;

export const quarterRules: readonly Rule[] = rulesOn(
  ["quarter", "digit"],
  [
    {
      pattern: words(
        `(?:(?:the|its|their) )?(?<which>year-ago |year-earlier )?(?:fiscal[- ])?(?:${nth})[- ]quarters?${OF_YEAR}`,
      ),
      read: readQuarter,
    },
    {
      pattern: words(
        `(?:the )?(?<nth>${ORDINAL_QUARTER})(?= (?:and|or|through|to) (?:the )?${ORDINAL_QUARTER}[- ]quarters?${OF_YEAR})`,
      ),
      read: readQuarter,
    },
    {
      pattern: words(`(?:Q(?<nth>[1-4])|(?<nth2>[1-4])Q)(?:(?:,? (?:of )?|-)(?<year>${YEAR}))?`),
      read: (g, p, text) => readQuarter({ ...g, nth: g.nth ?? g.nth2 }, p, text),
    },
    { pattern: words(`(?:the )?(?<year>${YEAR}) (?:fiscal )?(?:${nth})[- ]quarter`), read: readQuarter },
    { pattern: words(`(?<rel>last|this|next) year['’]s (?:fiscal )?(?:${nth})[- ]quarter`), read: readQuarter },
    { pattern: words(`(?:the )?(?<nth>first|second|1st|2nd)[- ]half(?: of(?: the year)?)?${OF_YEAR}`), read: readHalf },
    {
      pattern: words(
        `the (?:latest |fiscal )?quarter(?= (?<way>ended|ending|that ended|to) (?<month>${MONTH})(?: (?<day>${DAY}))?(?:,? (?<year>${YEAR}))?)`,
      ),
      read: readEndedQuarter,
    },
    {
      pattern: words("the (?:latest|most recent|reported) (?:quarter|period)|the quarter(?: just ended)?"),
      read: readReportedQuarter,
    },
    {
      pattern: words(
        `(?:the )?(?<ago>year-ago|year-earlier|year-before|corresponding|comparable|like|same)(?: \\d{4})? (?:quarter|period)(?: (?:last year|a year (?:ago|earlier)))?`,
      ),
      read: readReportedQuarter,
    },
    { pattern: words(`the (?<year>${YEAR}) quarter|(?<lastYear>last year['’]s) quarter`), read: readReportedQuarter },
    { pattern: words(`(?<which>last|this|next|the current|the previous|the coming) quarter`), read: readThisQuarter },
  ],
);
