import { ordinal } from "../numerals.js";
import { isoMonth, isoYear } from "./calendar.js";
import type { Place } from "./context.js";
import { fiscalYear } from "./fiscal.js";
import { date, type Groups, type Reading, type Rule, rulesOn, words } from "./rule.js";
import { MONTH, modOf, monthNumber, PHASE, YEAR } from "./vocabulary.js";

/** Years, fiscal years, decades and centuries: "2019", "fiscal 2024", "the early 1990s", "the 19th century". */

/** What makes four digits a count rather than a year. */
const countAfter =
  /^(?:[,.]\d|\s?%|[-\s](?:percent|per cent|people|men|women|children|troops|points?|dollars|euros|pounds|miles?|feet|foot|metres|meters|km|kilomet|tons?|tonnes|acres|barrels|shares|jobs|workers|soldiers|homes|square|cubic|million|billion|thousand|hundred|GMT|hours|mg|kg|ml)\b)/i;
const countBefore =
  /(?:\b(?:than|about|around|nearly|almost|some|least|most|roughly|approximately|total of|number|No\.|article|page|room|flight|route|highway|model|section|resolution|over|only|up to|worth|at|sold|killed|employs|bought|paid)\s|[$£€#,.:/\d-])$/i;
const yearBefore =
  /\b(?:in|since|until|till|by|from|to|of|during|for|through|and|or|between|before|after|early|late|mid|fiscal|year|the|that|its|into|back to|circa|as of|summer|spring|fall|autumn|winter|Games|Olympics|Cup)\s$/i;

function readYear(groups: Groups, place: Place, text: string): Reading | null {
  const { year = "", phase, fiscal, until } = groups;
  const before = place.before + text.slice(0, text.indexOf(year));
  const { after } = place;
  if (until !== undefined) return yearSpan(year, until);
  if (countAfter.test(after) || (fiscal === undefined && phase === undefined && countBefore.test(before))) return null;
  const clear = fiscal ?? phase ?? (yearBefore.test(before) || /[(–]$/.test(before) ? "" : undefined);
  const plausible = /^(?:1[89]|20[0-4])/.test(year);
  if (plausible && /^\s(?:levels|prices|figures|terms|rates|elections?|campaigns?|budgets?|results)\b/.test(after))
    return date(year);
  if (clear === undefined && (!plausible || /^\s[a-z]{3,}s\b/.test(after))) return null;
  if (/\b(?:the|its)\s$/i.test(before) && /^\s(?:[a-z]+ed\s)?[a-z]+s\b/.test(after))
    return plausible && !year.endsWith("00") ? date(year, modOf(phase)) : null;
  if (/fiscal|financial|tax|school|academic|FY/i.test(text))
    return { ...date(year, modOf(phase)), interval: fiscalYear(Number(year)) };
  return date(year, modOf(phase));
}

/** "2024/25", "the 2019-2023 plan": the value is the first year, the interval reaches to the last. */
function yearSpan(year: string, until: string): Reading | null {
  const last = Number(until.length === 2 ? year.slice(0, 2) + until : until);
  if (last <= Number(year) || last > Number(year) + 60) return null;
  return { ...date(year), interval: { earliest: `${year}-01-01`, latest: `${isoYear(last)}-12-31` } };
}

const decadeWords = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];

function readDecade({ digits, short, word, phase }: Groups): Reading | null {
  const mod = modOf(phase);
  if (digits !== undefined) return date(`${digits.slice(0, 3)}X`, mod);
  if (short !== undefined) return date(`${Number(short) < 30 ? "20" : "19"}${short.slice(0, 1)}X`, mod);
  return date(`19${decadeWords.indexOf((word ?? "").toLowerCase()) + 2}X`, mod);
}

function readCentury({ nth, phase }: Groups): Reading | null {
  const number = ordinal(nth ?? "");
  return number === null ? null : date(`${isoYear((number - 1) * 100).slice(0, 2)}XX`, modOf(phase));
}

const spelledTens =
  "(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)";
const spelled: Readonly<Record<string, number>> = Object.fromEntries(
  "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split(" ")
    .map((w, i) => [w, 10 + i]),
);
const spelledUnits = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const spelledDecades = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/** "nineteen ninety-six": century and years in words. */
function spelledYear({ century, rest, month }: Groups): Reading | null {
  const [ten = "", unit = ""] = (rest ?? "").toLowerCase().split(/[-\s]/, 2);
  const years = spelled[ten] ?? spelledDecades.indexOf(ten) * 10 + Math.max(0, spelledUnits.indexOf(unit));
  const base = { eighteen: 1800, nineteen: 1900, twenty: 2000 }[(century ?? "").toLowerCase()] ?? 1900;
  return month === undefined ? date(String(base + years)) : date(isoMonth(base + years, monthNumber(month)));
}

const phase = `(?<phase>${PHASE})`;

export const yearRules: readonly Rule[] = rulesOn(
  ["digit"],
  [
    {
      pattern: words(
        `${phase}?(?:the )?(?:(?<fiscal>fiscal(?: year)?|financial year|FY) ?)?(?<year>${YEAR})(?:[/–-](?<until>\\d\\d|${YEAR})(?! ?[\\d%]))?(?: (?:(?:fiscal|financial|tax|school|academic) year|period))?`,
      ),
      read: readYear,
    },
    { pattern: words(`(?:the )?${phase}?(?:the )?(?<digits>(?:1[5-9]|20)\\d0)['’]?s`), read: readDecade },
    { pattern: /(?<![\w])(?:the\s)?(?<phase>(?:early|late|mid)[-\s])?['’](?<short>\d0)s(?!\w)/gi, read: readDecade },
    { on: ["decade"], pattern: words(`the ${phase}?(?<word>${decadeWords.join("|")})`), read: readDecade },
    {
      on: ["unit"],
      pattern: words(`(?:the )?${phase}?(?:the )?(?<nth>\\d{1,2}(?:st|nd|rd|th)|[a-z]{4,11}(?:-first)?)[- ]century`),
      read: readCentury,
    },
    {
      on: ["spelled"],
      pattern: words(`(?:(?<month>${MONTH}) )?(?<century>eighteen|nineteen|twenty)[- ](?<rest>${spelledTens})`),
      read: spelledYear,
    },
    {
      pattern: words(`(?<side>pre|post)[-–](?<year>${YEAR})`),
      read: ({ side = "", year = "" }) => date(year, /^pre/i.test(side) ? "BEFORE" : "AFTER"),
    },
    { on: ["unit"], pattern: words("the year two thousand"), read: () => date("2000") },
  ],
);
