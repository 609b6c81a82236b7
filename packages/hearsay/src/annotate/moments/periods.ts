import { calendarDate, isoWeek, isoYear, monthIndex } from "./calendar.js";
import { anchorMonth, type Place } from "./context.js";
import { quarterOf, shifted } from "./relate.js";
import { date, type Groups, type Reading, type Rule, words } from "./rule.js";
import { duration, modOf, ORDINAL_QUARTER, PHASE, quarterNumber, SEASON, seasonCodes, YEAR } from "./vocabulary.js";

/** Seasons, quarters, halves, weekends, and "last week", "this year", "the end of the month". */

const offsetOf = (word: string | undefined): number =>
  /last|past|previous|prior/i.test(word ?? "") ? -1 : /next|coming|following/i.test(word ?? "") ? 1 : 0;

const publishedYear = ({ published }: Place): number | null =>
  published === null ? null : calendarDate(published).year;
const yearOr = (year: number | null): string => (year === null ? "XXXX" : isoYear(year));

function readSeason({ season, year, which, phase, rel }: Groups, place: Place): Reading | null {
  const code = seasonCodes[(season ?? "").toLowerCase()];
  if (code === undefined || (code === "SP" && /^spring\s(?:up|from)/.test(season + place.after))) return null;
  if (year !== undefined) return date(`${year}-${code}`, modOf(phase));
  const now = publishedYear(place);
  if (now === null || rel !== undefined)
    return date(`${yearOr(now === null ? null : now + offsetOf(rel))}-${code}`, modOf(phase));
  return date(`${isoYear(now + seasonOffset(code, which, place))}-${code}`, modOf(phase));
}

/** "last fall" in January is last year's, "last spring" in October this year's; "next" the other way round. */
function seasonOffset(code: string, which: string | undefined, place: Place): number {
  const month = calendarDate(place.published ?? 0).month;
  const starts = { SP: 3, SU: 6, FA: 9, WI: 12 }[code] ?? 1;
  const step = offsetOf(which);
  if (step < 0) return month > starts + 2 ? 0 : -1;
  if (step > 0) return month < starts ? 0 : 1;
  if (/^(?:this|that)$/i.test(which ?? "") || place.direction() !== "past") return code === "WI" && month < 3 ? -1 : 0;
  return month >= starts ? 0 : -1;
}

function readQuarter({ nth, year, rel, which }: Groups, place: Place): Reading | null {
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

/** The quarter that earnings news is about: "the quarter", "the latest period", "the year-ago quarter". */
function readReportedQuarter({ ago, lastYear, year }: Groups, { seen, published }: Place): Reading | null {
  if (seen.quarter === null) return null;
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

function readUnit({ which, unit = "", phase }: Groups, place: Place): Reading | null {
  const mod = modOf(phase);
  if (/decade|century/i.test(unit)) return readLongUnit(which, unit, place, mod);
  return date(shifted(place.published, unit, offsetOf(which)), mod);
}

function readLongUnit(which: string | undefined, unit: string, place: Place, mod: Reading["mod"]): Reading | null {
  const now = publishedYear(place);
  if (now === null || /past|last|coming/i.test(which ?? "")) return { type: "DURATION", value: duration(1, unit) };
  const decade = /decade/i.test(unit);
  const year = now + offsetOf(which) * (decade ? 10 : 100);
  return date(decade ? `${isoYear(year).slice(0, 3)}X` : `${isoYear(year).slice(0, 2)}XX`, mod);
}

/** "that year", "the same day", "the following week": counted from the last date told. */
function readAnchored({ which = "", unit = "" }: Groups, place: Place): Reading | null {
  if (/year/i.test(unit)) {
    const from = anchorMonth(place);
    return from === null ? date("XXXX") : date(isoYear(from.year + offsetOf(which)));
  }
  const anchor = /^(\d{4})-(\d{2})-(\d{2})/.exec(place.seen.anchor ?? "");
  if (anchor === null && place.seen.anchor !== null) return null;
  const day = anchor === null ? place.published : Math.floor(Date.parse(anchor[0]) / 86_400_000);
  return date(shifted(day, unit, offsetOf(which)));
}

function readWeekend({ which }: Groups, place: Place): Reading | null {
  if (place.published === null) return date("XXXX-WXX-WE");
  const step = offsetOf(which);
  const past = step === 0 && !/this/i.test(which ?? "") && place.direction() !== "future";
  return date(`${isoWeek(place.published + 7 * (past ? lastWeekend(place.published) : step))}-WE`);
}
/** On Saturday and Sunday "the weekend" is this one; on other days the one before. */
const lastWeekend = (day: number): number => ((((day + 3) % 7) + 7) % 7 >= 5 ? 0 : -1);

const phase = `(?<phase>${PHASE})`;
const nth = `(?<nth>${ORDINAL_QUARTER}|Q[1-4])`;
const OF_YEAR = `(?:,? (?:of )?(?:fiscal )?(?<year>${YEAR})|,? (?:of )?(?<rel>last|this|next) year)?`;

export const periodRules: readonly Rule[] = [
  {
    pattern: words(
      `(?:the )?${phase}?(?:(?<which>last|past|this|next|coming|that) |the |the following )?(?:${phase.replace("phase", "inner")})?(?<season>${SEASON})${OF_YEAR}`,
    ),
    read: (g, place) => (isSeason(g, place) ? readSeason({ ...g, phase: g.phase ?? g.inner }, place) : null),
  },
  {
    pattern: words(
      `(?:(?:the|its|their) )?(?<which>year-ago |year-earlier )?(?:fiscal[- ])?(?:${nth})[- ]quarters?${OF_YEAR}`,
    ),
    read: readQuarter,
  },
  { pattern: words(`Q(?<nth>[1-4])(?: (?<year>${YEAR}))?`), read: readQuarter },
  { pattern: words(`(?:the )?(?<year>${YEAR}) (?:fiscal )?(?:${nth})[- ]quarter`), read: readQuarter },
  { pattern: words(`(?<rel>last|this|next) year['’]s (?:fiscal )?(?:${nth})[- ]quarter`), read: readQuarter },
  { pattern: words(`(?:the )?(?<nth>first|second|1st|2nd)[- ]half(?: of(?: the year)?)?${OF_YEAR}`), read: readHalf },
  {
    pattern: words(`the (?:latest|most recent|reported) (?:quarter|period)|the quarter(?: ended| just ended)?`),
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
  {
    pattern: words(
      `${phase}?(?:(?:the )?(?<which>last|past|this|next|coming|current|previous) )(?:fiscal |calendar |business )?(?<unit>week|month|year|decade|century)`,
    ),
    read: readUnit,
  },
  {
    pattern: words(
      `${phase}the (?<unit>week|month|year|decade|century)|(?<phase2>late|early|earlier|later) in the (?<unit2>week|month|year|decade|century)`,
    ),
    read: (g, place) => readUnit({ unit: g.unit ?? g.unit2, phase: g.phase ?? g.phase2 }, place),
  },
  { pattern: words(`(?:the )?(?<unit>year|month)(?:['’]s |[- ])(?<phase>end)`), read: readUnit },
  { pattern: words("the (?:full |whole |current |entire )(?:fiscal )?(?<unit>year|month|week)"), read: readUnit },
  {
    pattern: words(
      "(?<=for |in |during |of |throughout )the (?:fiscal )?(?<unit>year)(?! (?:ended|ending|to|before|after|when|in))",
    ),
    read: readUnit,
  },
  {
    pattern: words(
      "(?:(?:earlier|later) )?(?:the )?(?<which>that|same|that same|following|next|previous|preceding|very same) (?<unit>day|week|year)",
    ),
    read: readAnchored,
  },
  {
    pattern: words(`(?:(?<which>last|this|next|this past|the past|the previous|the coming) |the )weekend`),
    read: readWeekend,
  },
];

/** "fall" and "spring" are verbs too, and "winter" needs nothing: a determiner, preposition or year shows the season. */
function isSeason({ which, year, rel, phase: p, season = "" }: Groups, { before }: Place): boolean {
  if (which !== undefined || year !== undefined || rel !== undefined || p !== undefined) return true;
  if (/^(?:fall|spring)$/i.test(season))
    return /\b(?:in|by|until|since|during|of|every|each)\s(?:the\s)?$/i.test(before);
  return /\b(?:in|by|until|since|during|this|of|for|through)\s(?:the\s)?$/i.test(before);
}
