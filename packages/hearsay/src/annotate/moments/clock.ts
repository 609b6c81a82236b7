import { numberValue } from "../numerals.js";
import { isoClock } from "./calendar.js";
import type { Place } from "./context.js";
import { type Groups, type Reading, type Rule, rulesOn, words } from "./rule.js";
import { DAY, MONTH, modOf, partCodes, WEEKDAY } from "./vocabulary.js";

/** Times of the clock: "13:27", "5 p.m. EST", "half past one", "noon". The date is attached afterwards. */

const ZONE =
  "(?:,? (?:GMT|UTC|CET|CEST|EET|EEST|MSK|BST|ET|EST|EDT|CT|CST|CDT|MT|MST|MDT|PT|PST|PDT|IST|JST|KST|AEST|local(?: time)?|Moscow time|London time|in the morning|in the afternoon|in the evening|at night))?";

function at(hour: number, minute: number | null, halfDay?: true): Reading | null {
  if (hour > 24 || (minute ?? 0) > 59) return null;
  const reading: Reading = { type: "TIME", value: isoClock(hour === 24 ? 0 : hour, minute ?? 0) };
  return halfDay === undefined ? reading : { ...reading, halfDay };
}

function readMeridiem({ hour, minute, meridiem = "" }: Groups): Reading | null {
  const h = Number(hour);
  if (h > 12 || h === 0) return null;
  return at((h % 12) + (/^p/i.test(meridiem) ? 12 : 0), minute === undefined ? null : Number(minute));
}

function readDigits({ hour, minute }: Groups, _: Place, text: string): Reading | null {
  const h = Number(hour);
  if (/afternoon|evening|night/.test(text) && h < 12) return at(h + 12, Number(minute));
  return at(h, Number(minute));
}

const hourOf = (text: string): number => (/^\d/.test(text) ? Number(text) : (numberValue(text) ?? 99));
const minutesOf = (text: string): number => (/quarter/i.test(text) ? 15 : /half/i.test(text) ? 30 : hourOf(text));

/** "half past one", "ten to four", "a quarter after six". */
function readSpoken({ part = "", way = "", hour = "" }: Groups, _: Place, text: string): Reading | null {
  const minutes = minutesOf(part);
  const h = hourOf(hour);
  if (h < 1 || h > 12 || minutes > 59) return null;
  const total = /past|after/i.test(way) ? h * 60 + minutes : h * 60 - minutes;
  return withDayPart(total, text);
}

function readOClock({ hour = "" }: Groups, _: Place, text: string): Reading | null {
  const h = hourOf(hour);
  return h < 1 || h > 12 ? null : withDayPart(h * 60, text);
}

/** Twelve-hour time, settled by "in the morning" or "in the evening" where it is said. */
function withDayPart(total: number, text: string): Reading | null {
  const of12 = total % 720;
  const known = /morning/i.test(text) ? of12 : /afternoon|evening|night/i.test(text) ? of12 + 720 : null;
  const minutes = known ?? total % 1440;
  return at(Math.floor(minutes / 60), minutes % 60, known === null ? true : undefined);
}

/** "the morning of", "mid-afternoon": only with the day that follows; alone it may be any morning. */
function readPart({ part = "", phase }: Groups): Reading {
  return { type: "TIME", value: `T${partCodes[part.toLowerCase()]}`, mod: modOf(phase), needsDay: true };
}
const DAY_AHEAD = `(?=,?\\s(?:of\\s|on\\s)?(?:the\\s)?(?:yesterday|today|tomorrow|last\\s|next\\s|${WEEKDAY}|${MONTH}\\s\\d|${DAY}\\s(?:of\\s)?${MONTH}))`;

/** Midnight ends the day it is told with, as in "expires at midnight Friday", unless something comes after it. */
const readMidnight = (_: Groups, { before }: Place): Reading => ({
  type: "TIME",
  value: /\b(?:after|past|since|from)\s$/i.test(before) ? "T00:00" : "T24:00",
});

const HOURS = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9])";
const DAYPART = "(?: in the (?:early |late )?(?:morning|afternoon|evening)| at night)?";

export const clockRules: readonly Rule[] = rulesOn(
  ["digit"],
  [
    {
      pattern: words(`(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))?\\s?(?<meridiem>[ap]\\.m\\.?|[ap]m)${ZONE}`),
      read: readMeridiem,
    },
    { pattern: words(`(?<hour>[01]?\\d|2[0-4]):(?<minute>[0-5]\\d)(?::[0-5]\\d)?(?:h|hrs)?${ZONE}`), read: readDigits },
    {
      pattern: words(
        `(?<=(?:at|by|until|from|around|about|before|after) )(?<hour>[01]?\\d|2[0-3])\\.(?<minute>[0-5]\\d)${ZONE}(?! ?(?:%|percent|per|million|billion|met|km|k|points|a (?:share|barrel)|cents|dollars))`,
      ),
      read: readDigits,
    },
    { pattern: /(?<=^[ \t]{0,40})(?<hour>[01]?\d|2[0-3])\.(?<minute>[0-5]\d)(?=:?[ \t]+\p{Lu})/gmu, read: readDigits },
    { pattern: words(`(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d) (?:GMT|UTC|hours|local time|hrs)`), read: readDigits },
    {
      on: ["clock"],
      pattern: words(
        `(?<part>half|a quarter|quarter|five|ten|twenty|twenty-five) (?<way>past|to|after) (?<hour>${HOURS})(?! (?:o['’]clock )?(?:days|weeks|months|years|people|per))${DAYPART}`,
      ),
      read: readSpoken,
    },
    { on: ["clock"], pattern: words(`(?<hour>${HOURS}) o['’]clock${DAYPART}`), read: readOClock },
    {
      on: ["part"],
      pattern: words(
        `(?<=(?:at|by|around|about|until) )(?<hour>${HOURS}) in the (?:early |late )?(?:morning|afternoon|evening)`,
      ),
      read: readOClock,
    },
    {
      on: ["part"],
      pattern: words(
        `(?:the )?(?<phase>(?:very )?early[- ]|late[- ]|mid-(?!night)|mid(?!night))?(?<part>morning|afternoon|evening|night)${DAY_AHEAD}`,
      ),
      read: readPart,
    },
    {
      on: ["unit"],
      pattern: words(`(?:the )?(?:very )?(?:early|small|pre-?dawn)(?: morning)? hours${DAY_AHEAD}`),
      read: () => readPart({ phase: "early", part: "morning" }),
    },
    { on: ["clock"], pattern: words(`(?:12 )?noon|midday`), read: () => at(12, 0) },
    { on: ["clock"], pattern: words(`(?:12 )?midnight`), read: readMidnight },
  ],
);
