import { calendarDate, easter, isoDay, nthWeekday } from "./calendar.js";
import { directionOf, type Place } from "./context.js";
import { directionOfDay } from "./dates.js";
import { yearFor } from "./relate.js";
import { date, type Groups, type Reading, type Rule, rulesOn, words } from "./rule.js";

/** Holidays by name: "Christmas Eve", "Labor Day 1998", "next Easter". */

/** [names, day in a year]. Fixed, counted by weekday, or by Easter. */
const holidays: readonly (readonly [string, (year: number) => number])[] = [
  ["New Year['’]s Day", (y) => Date.UTC(y, 0, 1) / 864e5],
  ["New Year['’]s Eve", (y) => Date.UTC(y, 11, 31) / 864e5],
  ["Martin Luther King(?:,? Jr\\.?)? Day", (y) => nthWeekday(y, 1, 1, 3)],
  ["Valentine['’]s Day", (y) => Date.UTC(y, 1, 14) / 864e5],
  ["Presidents['’]? Day", (y) => nthWeekday(y, 2, 1, 3)],
  ["(?:International )?Women['’]s Day", (y) => Date.UTC(y, 2, 8) / 864e5],
  ["(?:St\\.?|Saint) Patrick['’]s Day", (y) => Date.UTC(y, 2, 17) / 864e5],
  ["Good Friday", (y) => easter(y) - 2],
  ["Easter Monday", (y) => easter(y) + 1],
  ["Easter(?: Sunday)?", easter],
  ["Palm Sunday", (y) => easter(y) - 7],
  ["Ash Wednesday", (y) => easter(y) - 46],
  ["Ascension Day", (y) => easter(y) + 39],
  ["Pentecost", (y) => easter(y) + 49],
  ["April Fools?['’]?s?['’]? Day", (y) => Date.UTC(y, 3, 1) / 864e5],
  ["May Day", (y) => Date.UTC(y, 4, 1) / 864e5],
  ["Mother['’]s Day", (y) => nthWeekday(y, 5, 7, 2)],
  ["Memorial Day", (y) => nthWeekday(y, 5, 1, -1)],
  ["Father['’]s Day", (y) => nthWeekday(y, 6, 7, 3)],
  ["(?:the )?Fourth of July", (y) => Date.UTC(y, 6, 4) / 864e5],
  ["Bastille Day", (y) => Date.UTC(y, 6, 14) / 864e5],
  ["Labor Day", (y) => nthWeekday(y, 9, 1, 1)],
  ["(?:September 11|9/11)", () => Date.UTC(2001, 8, 11) / 864e5],
  ["Columbus Day", (y) => nthWeekday(y, 10, 1, 2)],
  ["Hallowe['’]?en", (y) => Date.UTC(y, 9, 31) / 864e5],
  ["All Saints['’]? Day", (y) => Date.UTC(y, 10, 1) / 864e5],
  ["Election Day", (y) => nthWeekday(y, 11, 1, 1) + 1],
  ["(?:Veterans['’]?|Armistice|Remembrance) Day", (y) => Date.UTC(y, 10, 11) / 864e5],
  ["Thanksgiving(?: Day)?", (y) => nthWeekday(y, 11, 4, 4)],
  ["Christmas Eve", (y) => Date.UTC(y, 11, 24) / 864e5],
  ["Christmas(?: Day)?", (y) => Date.UTC(y, 11, 25) / 864e5],
  ["Boxing Day", (y) => Date.UTC(y, 11, 26) / 864e5],
];
const HOLIDAY = holidays.map(([name]) => name).join("|");
const holidayMatchers = holidays.map(([name, day]) => ({ pattern: new RegExp(`^(?:${name})$`, "i"), day }));

function readHoliday({ name = "", which, year }: Groups, place: Place): Reading | null {
  const day = holidayMatchers.find(({ pattern }) => pattern.test(name.replace(/\s/g, " ")))?.day;
  if (day === undefined || !/^(?:[A-Z9]|the)/.test(name)) return null;
  if (year !== undefined) return date(isoDay(day(Number(year))));
  if (/9.11|September/i.test(name)) return date("2001-09-11");
  if (place.published === null) return date(isoDay(day(2001)).replace("2001", "XXXX"));
  const around = calendarDate(day(calendarDate(place.published).year));
  const [month, near] = [around.month, Math.min(28, around.day)];
  const direction = which === undefined ? directionOfDay(place, month, near) : directionOf(which, place);
  return date(isoDay(day(yearFor(place.published, month, near, direction))));
}

export const holidayRules: readonly Rule[] = rulesOn(
  ["holiday", "digit"],
  [{ pattern: words(`(?:(?<which>last|this|next) )?(?<name>${HOLIDAY})(?:,? (?<year>\\d{4}))?`), read: readHoliday }],
);

/** "The Sept. 11 attacks", "September 11th families": a name by now, and no day of this year. */
export const namedDayRules: readonly Rule[] = rulesOn(
  ["month"],
  [
    {
      pattern: words(
        "(?:the |(?<!\\bon ))(?:September|Sept\\.?) 11(?:th)?(?= (?:terror\\w*|attacks|hijack\\w+|victims?|famil\\w+|commission|era))",
      ),
      read: () => date("2001-09-11"),
    },
  ],
);
