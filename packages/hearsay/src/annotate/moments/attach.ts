import { isoClock, isoDay, parseDay } from "./calendar.js";
import type { Found, Reading } from "./rule.js";

/** Between a clock time and the date it belongs to: "9 a.m. Tuesday", "5 p.m., Nov. 6", "the morning of 3 March". */
const joins = /^,?\s(?:on\s|this\s|of\s)?(?:the\s)?$/;
/** The same time in another zone may stand between: "10:35 a.m. (0735 GMT) Friday". */
const otherZone = /^\s?\((?:[\d:.]{4,5}|\d{1,2}\s?[ap]\.?m\.?)\s\w{2,4}(?:\stime)?\)(?=\s)/;

/**
 * Gives clock times their date: the one that follows directly becomes part of the expression; else the last
 * one told in the same sentence; else that of the line of clock times before; else the day of publication.
 */
export function attachDates(
  text: string,
  found: readonly Found[],
  publishedAt: (offset: number) => number | null,
): Found[] {
  const out: Found[] = [];
  let told: { readonly day: string; readonly end: number } | null = null;
  let clock: number | null = null;
  for (let i = 0; i < found.length; i++) {
    const item = found[i] as Found;
    const { reading } = item;
    const own = dayOfValue(reading.value);
    if (own !== null) told = { day: own, end: item.end };
    if (!reading.value.startsWith("T")) {
      out.push(item);
      continue;
    }
    const zone = otherZone.exec(text.slice(item.end, item.end + 20))?.[0] ?? "";
    const skipped = zone !== "" && isWithin(found[i + 1], item.end + zone.length) ? 1 : 0;
    const next = found[i + 1 + skipped];
    const following = next !== undefined ? dayAfter(text, item.end + zone.length, next) : null;
    if (following === null && reading.needsDay === true) continue;
    if (following !== null) i += 1 + skipped;
    const near = told !== null && isSameSentence(text.slice(told.end, item.start)) ? told.day : null;
    const published = publishedAt(item.start);
    const before = told !== null && isCarriedOn(text, told, item, published) ? told.day : null;
    const day: string = following ?? near ?? before ?? (published === null ? "XXXX-XX-XX" : isoDay(published));
    if (following !== null && next !== undefined) told = { day, end: next.end };
    const settled = settle(reading, clock);
    if (settled.halfDay === undefined && reading.needsDay === undefined) clock = minutesOf(settled.value);
    out.push({
      start: item.start,
      end: following === null || next === undefined ? item.end : next.end,
      reading: onDay(settled, day),
    });
  }
  return out;
}

const dayOfValue = (value: string): string | null => /^[\dX]{4}-(?:\d\d-\d\d|WXX-\d)(?=$|T)/.exec(value)?.[0] ?? null;
const isSameSentence = (between: string): boolean => between.length < 200 && !/[.!?]["”’']?\s+\p{Lu}|\n/u.test(between);
/** "… before dawn on Wednesday. The guns opened fire at 04:10": what is told next is of that day still. */
function isCarriedOn(
  text: string,
  told: { readonly day: string; readonly end: number },
  { start, end }: Found,
  published: number | null,
): boolean {
  const [day, between] = [parseDay(told.day), text.slice(told.end, start)];
  if (day === null || published === null || day >= published || published - day > LAST_DAYS) return false;
  if (between.length > NEAR || between.split(/\n\s*\n/).length > 2) return false;
  const clause = text
    .slice(start - 80 < 0 ? 0 : start - 80, end + 40)
    .replace(/^.*[.!?]["”’']?\s+(?=\p{Lu})|\n/gsu, "");
  return !ahead.test(clause) && !habitual.test(clause) && past.test(clause);
}

const LAST_DAYS = 3;
const NEAR = 400;
const ahead = /\b(?:will|would|shall|to (?:begin|start|open|meet)|due|scheduled|is|are|today|this morning)\b/i;
/** What is done day by day belongs to no one day. */
const habitual =
  /\b(?:every|each|daily|nightly|weekly|weekdays?|weekends?|usually|always|(?:mon|tues|wednes|thurs|fri|satur|sun)days)\b/i;
const past = /\b(?:\p{L}+ed|was|were|had|came|began|fell|struck|hit|shot|broke|rang|left|saw|heard|took)\b/iu;

const isWithin = (item: Found | undefined, end: number): boolean => item !== undefined && item.end <= end;

const dayAfter = (text: string, end: number, next: Found): string | null =>
  next.start >= end && joins.test(text.slice(end, next.start)) ? dayOfValue(next.reading.value) : null;

const minutesOf = (value: string): number => Number(value.slice(1, 3)) * 60 + Number(value.slice(4, 6));

/** A time that can be morning or afternoon is the one that follows the last clear time, if one was told. */
function settle(reading: Reading, clock: number | null): Reading {
  if (reading.halfDay === undefined || clock === null) return reading;
  const early = minutesOf(reading.value) % 720;
  const minutes = early >= clock || clock >= early + 720 ? early : early + 720;
  return { type: "TIME", value: isoClock(Math.floor(minutes / 60), minutes % 60), mod: reading.mod ?? null };
}

/** The reading with its date; midnight can be either end of it, and while morning or afternoon is open, both are meant. */
function onDay(reading: Reading, day: string): Reading {
  const value = day + reading.value;
  const at = parseDay(day);
  if (reading.value === "T24:00" && at !== null)
    return { ...reading, value, interval: { earliest: `${day}T00:00`, latest: `${isoDay(at + 1)}T00:00` } };
  if (reading.halfDay === undefined || !/^\d/.test(day)) return { ...reading, value };
  const later = (minutesOf(reading.value) % 720) + 720;
  return {
    ...reading,
    value,
    interval: { earliest: value, latest: day + isoClock(Math.floor(later / 60), later % 60) },
  };
}
