import { ordinal } from "../numerals.js";
import { calendarDate, dayOf, fromMonthIndex, isoDay, isoWeek, monthIndex, monthLength, parseDay } from "./calendar.js";
import type { Place } from "./context.js";
import { dayNumber, full, LINK, readDay, WD } from "./dates.js";
import { yearFor } from "./relate.js";
import { date, type Groups, type Reading, type Rule, rulesOn, words } from "./rule.js";
import { DAY, MONTH, monthNumber, YEAR } from "./vocabulary.js";

/** Days that lean on a month told beside them: "April 24 and 25", "3 to 5 June", "the 17th"; weeks of a month. */

const toldDay = ({ seen }: Place): number | null => (seen.anchor === null ? null : parseDay(seen.anchor));

/** The second day of "April 24 and 25" is of the month just told. */
function readSecondDay({ day }: Groups, place: Place): Reading | null {
  const told = toldDay(place);
  if (told === null) return null;
  const { year, month, day: first } = calendarDate(told);
  return dayNumber(day) <= first ? null : full(year, month, dayNumber(day));
}

/** "the 17th": of the month last told, be it of a day or by itself, else the one before or after publication that fits the verb. */
function readOrdinalDay({ day }: Groups, place: Place): Reading | null {
  const by = /^(\d{4})-(\d{2})$/.exec(place.seen.anchor ?? "");
  if (by !== null) return full(Number(by[1]), Number(by[2]), dayNumber(day));
  const told = toldDay(place) ?? place.published;
  if (told === null) return date(`XXXX-XX-${String(dayNumber(day)).padStart(2, "0")}`);
  const { year, month, day: today } = calendarDate(told);
  const to = fromMonthIndex(
    monthIndex(year, month) + (told === place.published ? monthStep(dayNumber(day) - today, place) : 0),
  );
  return full(to.year, to.month, dayNumber(day));
}
function monthStep(ahead: number, place: Place): number {
  const direction = place.direction();
  if (ahead < 0 && direction === "future") return 1;
  return ahead > 0 && direction === "past" ? -1 : 0;
}

/** "the week of March 6": the week that holds it. */
function readWeekOf({ month, day, month2, day2, year }: Groups, place: Place): Reading | null {
  const reading = readDay({ month: month ?? month2, day: day ?? day2, year }, place);
  const at = reading === null ? null : parseDay(reading.value);
  return at === null ? reading : date(isoWeek(at));
}

/** "the second week of July", "the last weekend in May": the ISO week that holds most of those seven days. */
function readWeekOfMonth({ nth = "", unit = "", month: name = "", year }: Groups, place: Place): Reading | null {
  const month = monthNumber(name);
  if (year === undefined && place.published === null) return date("XXXX-WXX");
  const y = year === undefined ? yearFor(place.published ?? 0, month, null, place.direction()) : Number(year);
  const length = monthLength(y, month);
  const first = /last|final/i.test(nth) ? length - 6 : 7 * ((ordinal(nth) ?? 1) - 1) + 1;
  const start = dayOf(y, month, first);
  if (/weekend/i.test(unit)) return date(`${isoWeek(start + 3)}-WE`);
  return { ...date(isoWeek(start + 3)), interval: { earliest: isoDay(start - 3), latest: isoDay(start + 9) } };
}

const ENDS = "(?=[.,;:)]|\\s(?:in|at|of|to|and|or|with|for|when|where|as|by|on|after|before|between|during)\\b|\\s*$)";
const ORDINAL_DAY = "(?:3[01]|[12]\\d|[1-9])(?:st|nd|rd|th)";

export const listRules: readonly Rule[] = rulesOn(
  ["month"],
  [
    {
      pattern: new RegExp(`(?=\\d)(?<=${MONTH} \\d{1,2}${LINK})(?<day>${DAY})${ENDS}`.replaceAll(" ", "\\s"), "g"),
      read: readSecondDay,
    },
    {
      pattern: words(
        `(?<day>${DAY})(?=(?:${LINK}(?:the )?${DAY}){1,3} (?:of )?(?<month>${MONTH})(?:,? (?<year>${YEAR})\\b)?)`,
      ),
      read: readDay,
    },
    {
      pattern: new RegExp(`(?<=\\d[-–])(?<day>${DAY})\\s(?<month>${MONTH})(?:,?\\s(?<year>${YEAR}))?(?!\\w)`, "g"),
      read: readDay,
    },
    {
      on: ["digit"],
      pattern: new RegExp(
        `(?<=\\b(?:on|until|by|since|from|to|and)\\s)the\\s(?<day>${ORDINAL_DAY})${ENDS}(?!\\sof\\b)`,
        "gi",
      ),
      read: readOrdinalDay,
    },
    {
      pattern: words(
        `the week (?:of|beginning|starting|commencing|ending|ended)(?: on)? ${WD}(?:(?<month>${MONTH}) (?<day>${DAY})|(?<day2>${DAY}) (?<month2>${MONTH}))(?:,? (?<year>${YEAR}))?`,
      ),
      read: readWeekOf,
    },
    {
      pattern: words(
        `(?:the )?(?<nth>first|second|third|fourth|last|final) (?:full )?(?<unit>week|weekend) (?:of|in) (?<month>${MONTH})(?:,? (?<year>${YEAR}))?`,
      ),
      read: readWeekOfMonth,
    },
  ],
);
