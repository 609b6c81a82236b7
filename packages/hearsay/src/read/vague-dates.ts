import type { Interval } from "../model/index.js";
import { monthOf, monthWord } from "./months.js";

/** What a line says of a day without naming it in full, and the days that this can mean. */
export interface VagueDate {
  readonly within: Interval;
  readonly text: string;
}

const hour = 3_600_000;
const day = 24 * hour;
/** The least and the most that a unit can mean, in milliseconds. */
const units: readonly (readonly [RegExp, number, number])[] = [
  [/^(?:m|min|mins|minutos?|minuten?|minutes?)$/i, hour / 60, hour / 60],
  [/^(?:h|hrs?|hours?|stunden?|heures?|horas?|uur|uren)$/i, hour, hour],
  [/^(?:d|days?|tage?n?|jours?|días?|dias?|dagen?|dag)$/i, day, day],
  [/^(?:w|wk|weeks?|wochen?|semaines?|semanas?|weken|week)$/i, 7 * day, 7 * day],
  [/^(?:mo|months?|monate?n?|mois|mes(?:es)?|maanden?|maand)$/i, 28 * day, 31 * day],
  [/^(?:y|yrs?|years?|jahre?n?|ans?|années?|años?|anos?|jaar)$/i, 365 * day, 366 * day],
];
const label =
  "(?:(?:first )?(?:posted|published|added|veröffentlicht|publié|publicado|geplaatst)(?: on| am| le| el)?:?\\s)?";
const ago = new RegExp(
  `^${label}(?:about\\s)?(?:(?<n>\\d{1,3}|an?|one)\\s?(?<unit>\\p{L}{1,8})\\sago|(?:vor|il y a|hace|há)\\s(?<n2>\\d{1,3}|einer|einem|une?|una?|uma?)\\s(?<unit2>\\p{L}{1,8})|(?<n3>\\d{1,3}|een)\\s(?<unit3>\\p{L}{1,8})\\sgeleden)(?!\\p{L})`,
  "iu",
);
/** What stands behind such a day; not a sentence: German "Hier lesen Sie" is no yesterday, nor is "Today's vote" a day. */
const behind =
  "$|,|\\s?[|·•–—-]|\\sby\\s|\\s(?:(?:at|um|à|a las?|às|om)\\s)?\\d{1,2}(?:[:.h]\\d{2}|\\s?(?:h|uhr|[ap]\\.?m)(?!\\p{L}))";
const near = new RegExp(
  `^${label}(?:(?<today>today|heute|aujourd['’]hui|hoy|hoje|vandaag)|yesterday|gestern|hier|ayer|ontem|gisteren)(?=${behind})`,
  "iu",
);
const weekdays = [
  "sunday sun sonntag dimanche domingo domenica zondag",
  "monday mon montag lundi lunes lunedì segunda-feira maandag",
  "tuesday tue dienstag mardi martes martedì terça-feira dinsdag",
  "wednesday wed mittwoch mercredi miércoles mercoledì quarta-feira woensdag",
  "thursday thu donnerstag jeudi jueves giovedì quinta-feira donderdag",
  "friday fri freitag vendredi viernes venerdì sexta-feira vrijdag",
  "saturday sat samstag samedi sábado sabato zaterdag",
].map((names) => names.split(" "));
const weekdayWord = `(?<weekday>${weekdays.flat().join("|")})\\.?(?!\\p{L})`;
const yearless = new RegExp(
  `^${label}(?:${weekdayWord},?\\s)?(?:(?<d>[0-3]?\\d)(?:st|nd|rd|th|\\.)?\\s(?:de\\s)?(?<m>${monthWord})|(?<m2>${monthWord})\\.?\\s(?<d2>[0-3]?\\d)(?:st|nd|rd|th)?)(?![\\p{L}\\d])(?!.*\\b(?:19|20)\\d\\d\\b)`,
  "iu",
);
const weekdayAlone = new RegExp(`^${label}${weekdayWord}(?:$|,?\\s(?:at\\s|um\\s|à\\s)?\\d{1,2}[:.h]\\d{2})`, "iu");
/** A line that says when, and little else. */
const longest = 60;
/** Behind it a time of day or a name may stand; what is longer is an appointment, or a sentence. */
const longestRest = 20;
/** A weekday and a day of a month fall together again after five or six years. */
const years = 5;

/**
 * The days that a line can mean, seen on a page that was `retrieved` then, or that is of that day at the latest; null for a
 * line that does not begin with a time, and for "3 days ago" where `retrieved` is not known.
 * @example vagueDate("3 days ago", "2031-03-09T12:00:00Z", null) // 5 to 6 March 2031
 */
export function vagueDate(line: string, retrieved: string | null, latest: string | null): VagueDate | null {
  if (line.length > longest) return null;
  const until = retrieved ?? latest;
  if (until === null || Number.isNaN(Date.parse(until))) return null;
  const within =
    (retrieved === null ? null : daysAgo(line, Date.parse(retrieved))) ??
    dayOfYear(line, until) ??
    lastWeekday(line, until);
  return within === null || isAfter(within, latest) ? null : { within, text: line };
}

/** Nothing comes out after its last change; a day more or less may be one of zones. */
const isAfter = ({ earliest }: Interval, latest: string | null): boolean =>
  latest !== null && Date.parse(earliest) - Date.parse(latest.slice(0, 10)) > day;

/** What a line begins with, where little else stands in it. */
function begun(line: string, pattern: RegExp): RegExpExecArray | null {
  const match = pattern.exec(line);
  return match === null || line.length - match[0].length > longestRest ? null : match;
}

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
const between = (earliest: number, latest: number): Interval => ({ earliest: iso(earliest), latest: iso(latest) });

function daysAgo(line: string, now: number): Interval | null {
  const named = begun(line, near)?.groups;
  // Its reader's day may be another than that of UTC.
  if (named !== undefined) {
    const back = named.today === undefined ? day : 0;
    return between(now - back - 14 * hour, now - back + 14 * hour);
  }
  const { n, unit, n2, unit2, n3, unit3 } = begun(line, ago)?.groups ?? {};
  const length = units.find(([name]) => name.test(unit ?? unit2 ?? unit3 ?? ""));
  if (length === undefined) return null;
  const count = /^\d/.test(n ?? n2 ?? n3 ?? "") ? Number(n ?? n2 ?? n3) : 1;
  return between(now - (count + 1) * length[2], now - count * length[1]);
}

const weekdayNumber = (name: string): number => weekdays.findIndex((names) => names.includes(name.toLowerCase()));

/** "Wednesday 5 March", "5 March": the last one; with a weekday, the last that fell on it. */
function dayOfYear(line: string, until: string): Interval | null {
  const match = begun(line, yearless);
  const { weekday, d, d2, m, m2 } = match?.groups ?? {};
  const month = monthOf(m ?? m2 ?? "");
  if (month === undefined) return null;
  const [date, last] = [Number(d ?? d2), Date.parse(until.slice(0, 10)) + day];
  for (
    let year = Number(until.slice(0, 4)) + 1, back = 0;
    back <= (weekday === undefined ? 2 : years + 2);
    year--, back++
  ) {
    const time = Date.UTC(year, month - 1, date);
    if (time > last || new Date(time).getUTCMonth() !== month - 1) continue;
    if (weekday === undefined || new Date(time).getUTCDay() === weekdayNumber(weekday)) return between(time, time);
  }
  return null;
}

/** The last day of that name; of the day itself nobody can tell whether it was a week ago. */
function lastWeekday(line: string, until: string): Interval | null {
  const { weekday } = weekdayAlone.exec(line)?.groups ?? {};
  if (weekday === undefined) return null;
  const last = Date.parse(until.slice(0, 10));
  const back = (new Date(last).getUTCDay() - weekdayNumber(weekday) + 7) % 7;
  return back === 0 ? between(last - 7 * day, last) : between(last - back * day, last - back * day);
}
