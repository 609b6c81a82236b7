import { calendarDate, isoYear } from "./calendar.js";
import { directionNear, isNamePart, type Place } from "./context.js";
import { shifted } from "./relate.js";
import { date, type Groups, type Reading, type Rule, rulesOn, words } from "./rule.js";
import {
  COUNT,
  countOf,
  duration,
  MONTH,
  monthNumber,
  SEASON,
  seasonCodes,
  UNIT,
  UNITS,
  WEEKDAY,
  weekdayNumber,
} from "./vocabulary.js";

/** Lengths of time ("three-year", "for decades") and repeated times ("every week", "daily"). */

const lasting = (value: string, about?: string): Reading => ({
  type: "DURATION",
  value,
  mod: about === undefined ? null : "APPROX",
});
const repeated = (value: string): Reading => ({ type: "SET", value });

function readLength({ count = "", unit = "", about }: Groups, place: Place): Reading | null {
  const number = countOf(count);
  if (number !== "X" && /^(?:day|week|month|year|decade)s$/i.test(unit) && isDueIn(place))
    return date(shifted(place.published, unit, number));
  if (/^an?$/i.test(count) && isRate(place, unit)) return repeated(duration(1, unit));
  if (/^(?:seconds?|quarters?)$/i.test(unit)) return null;
  if (/^one$/i.test(count) && unit === "day" && /\b(?:will|may|might|could|would|can)\s$/i.test(place.before))
    return date("FUTURE_REF");
  return lasting(duration(number, unit), about);
}

/** "will end in ten days" names a day to come; "the first time in ten years", "the worst in ten days" a length. */
function isDueIn({ before }: Place): boolean {
  const clause = /[^,;:()–—"“]*$/.exec(before)?.[0] ?? "";
  return (
    /\bin\s$/i.test(clause) &&
    !/\b(?:time|first|most|least|only|[a-z]+est)\b/i.test(clause) &&
    directionNear(clause, "") === "future"
  );
}

/** "$5 a day", "twice a week", "2 percent a year": a rate, not a length. */
function isRate({ before }: Place, unit: string): boolean {
  if (!/^(?:second|minute|hour|day|night|week|month|quarter|year)$/i.test(unit)) return false;
  return /(?:%|\b(?:percent|per cent|times?|once|twice|thrice|million|billion|thousand|hundred|dollars|euros|pounds|cents|points?|tons|tonnes|barrels|miles|people|hours|minutes|days|weeks|months|cars|units|visitors|passengers|flights|metres|meters)|[$£€]\s?\d[\d,.]*|\d)\s$/i.test(
    before,
  );
}

function readHalfMore({ count = "", unit = "" }: Groups): Reading | null {
  const number = countOf(count);
  return number === "X" ? null : lasting(duration(number + 0.5, unit));
}

/** "the past year" without a count is the year before, as a date; other single units are lengths. */
function readPast({ which = "", count, unit = "", about }: Groups, place: Place): Reading | null {
  if (count !== undefined) return lasting(duration(countOf(count), unit), about);
  if (/^years?$/i.test(unit) && /past/i.test(which) && place.published !== null)
    return date(isoYear(calendarDate(place.published).year - 1));
  return lasting(duration(1, unit));
}

const frequencies: Readonly<Record<string, string>> = {
  hourly: "PT1H",
  daily: "P1D",
  nightly: "P1D",
  weekly: "P1W",
  fortnightly: "P2W",
  biweekly: "P2W",
  monthly: "P1M",
  yearly: "P1Y",
  annually: "P1Y",
};

/** "the daily Le Monde", "a weekly called Vikerkaar", "Kelsund News Daily". */
const isNewspaper = (place: Place, text: string): boolean =>
  /^\s\p{Lu}/u.test(place.after) ||
  (/^[A-Z]/.test(text) && isNamePart(place)) ||
  (/\b(?:an?|the)\s(?:\p{L}+\s)?$/u.test(place.before) &&
    /^(?:[.,;]|\s(?:called|that|which|said|reported)\b)/.test(place.after));

function readEvery({ count, unit = "", weekday, season, month, part }: Groups): Reading | null {
  if (weekday !== undefined) return repeated(`XXXX-WXX-${weekdayNumber(weekday)}`);
  if (season !== undefined) return repeated(`XXXX-${seasonCodes[season.toLowerCase()]}`);
  if (month !== undefined) return repeated(`XXXX-${String(monthNumber(month)).padStart(2, "0")}`);
  if (part !== undefined)
    return repeated(`XXXX-XX-XXT${{ morning: "MO", afternoon: "AF", evening: "EV", night: "NI" }[part.toLowerCase()]}`);
  const number = count === undefined ? 1 : /other|second/i.test(count) ? 2 : countOf(count);
  return repeated(duration(number, unit));
}

const ABOUT =
  "(?:(?<about>about|around|nearly|almost|approximately|roughly|some|more than|less than|fewer than|at least|at most|up to|over|under|within|no more than|as much as|as long as|another|an additional|the full|an estimated|only) )?";
const ADJECTIVE =
  "(?:more |additional |further |full |consecutive |straight |whole |long |trading |working |business |calendar |fiscal |short |successive |extra )?";

export const durationRules: readonly Rule[] = rulesOn(
  ["unit"],
  [
    {
      pattern: words(
        `${ABOUT}(?<count>${COUNT})(?:[- ]| (?:or|to) (?:${COUNT}) )${ADJECTIVE}(?<unit>${UNITS}|${UNIT})(?:-long|['’]s?)?(?:[- ]period)?(?![- ](?:old|ago|earlier|later)| and a half)`,
      ),
      read: readLength,
    },
    {
      pattern: words(
        `(?:the |these |those )?(?<which>last|past|next|coming|first|final|latest|previous|preceding|following|initial)(?: (?<about>about|roughly|nearly|almost))?(?: (?<count>${COUNT})(?: (?:or|to) (?:${COUNT}))?)? ${ADJECTIVE}(?<unit>${UNITS})(?: or so)?`,
      ),
      read: readCounted,
    },
    {
      pattern: words(`the (?<which>past|last|coming) (?<unit>hour|day|week|month|year|decade|century)`),
      read: readPast,
    },
    {
      pattern: words(`(?:the )?(?<count>${COUNT})(?: and a half (?<unit>${UNITS})| (?<unit2>${UNIT}) and a half)`),
      read: (g) => readHalfMore({ count: g.count, unit: g.unit ?? g.unit2 }),
    },
    { pattern: words("the (?:fiscal |financial )?year(?= (?:ended|ending|to) \\w)"), read: () => lasting("P1Y") },
    {
      pattern: words(
        `(?:recent|coming|the early|the) (?<unit>hours|days|weeks|months|years|decades|centuries)(?! (?:ago|of the week|when))`,
      ),
      read: readPlural,
    },
    {
      pattern: words(`(?:many )?(?<unit>hours|days|weeks|months|years|decades|centuries)(?:-long)?(?![- ](?:old|ago))`),
      read: readPlural,
    },
    {
      pattern: words(`(?<unit>hour|day|night|week|month|year|decade|century)-?long`),
      read: ({ unit = "" }) => lasting(duration(1, unit)),
    },
    { on: ["vague"], pattern: words("(?:a (?:little )?while|some time|a long time)"), read: () => lasting("PXX") },
    {
      on: ["vague"],
      pattern: words("daily|hourly|nightly|weekly|fortnightly|biweekly|monthly|yearly|annually"),
      read: (_, place, text) => (isNewspaper(place, text) ? null : repeated(frequencies[text.toLowerCase()] ?? "P1Y")),
    },
    {
      on: ["vague"],
      pattern: words(
        `(?:every|each)(?: (?<count>other|second|few|couple of|${COUNT}))? (?:single )?(?:(?<unit>${UNIT}|${UNITS})|(?<weekday>${WEEKDAY})|(?<season>${SEASON})|(?<month>${MONTH})|(?<part>morning|afternoon|evening|night))`,
      ),
      read: readEvery,
    },
    { on: ["weekday"], pattern: words(`(?<weekday>${WEEKDAY})s`), read: readEvery },
    {
      on: ["weekend"],
      pattern: words("(?:(?:every|each|most|on) )?weekends|(?:every|each) weekend"),
      read: () => repeated("XXXX-WXX-WE"),
    },
    {
      pattern: words(
        `(?:once|twice|(?:${COUNT}) times|per|times) (?:a|an|per|each|every) ?(?<unit>${UNIT})|per (?<unit2>${UNIT})`,
      ),
      read: (g) => readEvery({ unit: g.unit ?? g.unit2 }),
    },
  ],
);

function readCounted(groups: Groups, place: Place): Reading | null {
  return readPast({ ...groups, count: groups.count ?? "some" }, place);
}

/** "for months": an open number of them. "days after" and "the days when" are lengths too. */
function readPlural({ unit = "" }: Groups): Reading {
  return lasting(/^decades/i.test(unit) ? "PXY" : duration("X", unit));
}
