import type { Interval } from "../../model/index.js";
import { calendarDate, isoDay, isoWeek, isoYear } from "./calendar.js";
import { anchorMonth, type Place, publishedYear, yearOr } from "./context.js";
import { fiscalInterval } from "./fiscal.js";
import { intervalOf } from "./interval.js";
import { shifted } from "./relate.js";
import { date, type Groups, type Reading, type Rule, rulesOn, words } from "./rule.js";
import { duration, modOf, OF_YEAR, offsetOf, PHASE, SEASON, seasonCodes } from "./vocabulary.js";

/** Seasons, weekends, and "last week", "this year", "the end of the month". */

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

function readUnit({ which, unit = "", phase }: Groups, place: Place, text = ""): Reading | null {
  const mod = modOf(phase);
  if (/decade|century/i.test(unit)) return readLongUnit({ which, unit, phase }, place, mod);
  const value = shifted(place.published, unit, offsetOf(which));
  const interval = /fiscal/i.test(text)
    ? fiscalInterval(value)
    : offsetOf(which) === 0
      ? sideOfToday(phase ?? "", value, place)
      : null;
  return interval === null ? date(value, mod) : { ...date(value, mod), interval };
}

/** "earlier this year" ends and "later this month" begins with the day of publication; a year's end is its December. */
function sideOfToday(phase: string, value: string, { published }: Place): Interval | null {
  const whole = intervalOf(value, null);
  if (published === null || whole === null) return null;
  const today = isoDay(published);
  if (/^end$/i.test(phase) && value.length === 4) return { ...whole, earliest: `${value}-12-01` };
  if (/earlier/i.test(phase)) return { ...whole, latest: today };
  return /later/i.test(phase) ? { ...whole, earliest: today } : null;
}

/** "the turn of the century": some years on either side. */
const turnOf = (year: number): Reading => ({
  ...date(isoYear(year), "APPROX"),
  interval: { earliest: `${isoYear(year - 5)}-01-01`, latest: `${isoYear(year + 4)}-12-31` },
});

function readLongUnit({ which, unit = "", phase }: Groups, place: Place, mod: Reading["mod"]): Reading | null {
  const now = publishedYear(place);
  if (now === null || /past|last|coming/i.test(which ?? "")) return { type: "DURATION", value: duration(1, unit) };
  const decade = /decade/i.test(unit);
  const year = now + offsetOf(which) * (decade ? 10 : 100);
  if (/turn/i.test(phase ?? "")) return turnOf(Math.floor(year / (decade ? 10 : 100)) * (decade ? 10 : 100));
  return date(decade ? `${isoYear(year).slice(0, 3)}X` : `${isoYear(year).slice(0, 2)}XX`, mod);
}

/** "that year", "the same day", "the following week": counted from the last date told. */
function readAnchored({ which = "", unit = "" }: Groups, place: Place): Reading | null {
  if (/year/i.test(unit)) {
    const from = anchorMonth(place);
    return from === null ? date("XXXX") : date(isoYear(from.year + offsetOf(which)));
  }
  const anchor = /^(\d{4})-(\d{2})-(\d{2})/.exec(place.seen.anchor ?? "");
  if (anchor === null && place.seen.anchor !== null) return openDay(place.seen.anchor, unit, which);
  const day = anchor === null ? place.published : Math.floor(Date.parse(anchor[0]) / 86_400_000);
  return date(shifted(day, unit, offsetOf(which)));
}

/** "that same day", after "last October": some day of that month. */
function openDay(anchor: string, unit: string, which: string): Reading | null {
  if (unit.toLowerCase() !== "day" || offsetOf(which) !== 0) return null;
  if (/^\d{4}-\d{2}$/.test(anchor)) return date(`${anchor}-XX`);
  return /^\d{4}$/.test(anchor) ? date(`${anchor}-XX-XX`) : null;
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
export const periodRules: readonly Rule[] = rulesOn(
  ["unit"],
  [
    {
      on: ["season"],
      pattern: words(
        `(?:the )?${phase}?(?:(?<which>last|past|this|next|coming|that) |the |the following )?(?:${phase.replace("phase", "inner")})?(?<season>${SEASON})${OF_YEAR}`,
      ),
      read: (g, place) => (isSeason(g, place) ? readSeason({ ...g, phase: g.phase ?? g.inner }, place) : null),
    },
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
      on: ["weekend"],
      pattern: words(`(?:(?<which>last|this|next|this past|the past|the previous|the coming) |the )weekend`),
      read: readWeekend,
    },
  ],
);

/** "fall" and "spring" are verbs too, and "winter" needs nothing: a determiner, preposition or year shows the season. */
function isSeason({ which, year, rel, phase: p, season = "" }: Groups, { before }: Place): boolean {
  if (which !== undefined || year !== undefined || rel !== undefined || p !== undefined) return true;
  if (/^(?:fall|spring)$/i.test(season))
    return /\b(?:in|by|until|since|during|of|every|each)\s(?:the\s)?$/i.test(before);
  return /\b(?:in|by|until|since|during|this|of|for|through)\s(?:the\s)?$/i.test(before);
}
