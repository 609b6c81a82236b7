import type { Sentence } from "@hearsay/english";
import type { Entry, Moment } from "../../model/index.js";
import { attachDates } from "./attach.js";
import { isoDay } from "./calendar.js";
import { clockRules } from "./clock.js";
import { directionNear, type Place, type Seen } from "./context.js";
import { dateRules } from "./dates.js";
import { durationRules } from "./durations.js";
import { holidayRules, namedDayRules } from "./holidays.js";
import { intervalOf } from "./interval.js";
import { listRules } from "./lists.js";
import { periodRules } from "./periods.js";
import { type Publication, type Publications, publicationsOf } from "./publication.js";
import { quarterRules } from "./quarters.js";
import { shifted } from "./relate.js";
import { relativeRules } from "./relative.js";
import type { Found, Groups, Reading, Rule } from "./rule.js";
import { margin, type Window, windowsOf } from "./triggers.js";
import { yearRules } from "./years.js";

const rules: readonly Rule[] = [
  ...namedDayRules,
  ...dateRules,
  ...listRules,
  ...yearRules,
  ...periodRules,
  ...quarterRules,
  ...relativeRules,
  ...holidayRules,
  ...clockRules,
  ...durationRules,
];

interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly order: number;
  readonly rule: Rule;
  readonly groups: Groups;
}

/**
 * Time expressions of a text with their TIMEX3 values, in text order, not overlapping.
 * Written for this project in the spirit of rule-based taggers (Strötgen & Gertz 2010): patterns of words give an
 * expression, its place (day of publication, tense, the dates told before) gives its value.
 * @param published ISO date of publication, or null: then relative expressions keep unknown (X) parts.
 * @param entries those of a live blog: in each, "today" is the day of its own time.
 */
export function findMoments(
  article: string,
  text: string,
  sentences: readonly Sentence[],
  published: string | null,
  entries: readonly Entry[] = [],
): readonly Moment[] {
  const at = publicationsOf(published, entries);
  const found = attachDates(text, readAll(text, sentences, at), (offset) => at(offset).day);
  return found.map(({ start, end, reading: { type, value, mod = null, interval } }) => {
    return { article, start, end, type, value, mod, interval: interval ?? intervalOf(value, mod) };
  });
}

function candidates(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const window of windowsOf(text)) {
    const part = text.slice(window.start, window.end);
    for (let order = 0; order < rules.length; order++)
      if (((rules[order] as Rule).needs & window.bits) !== 0)
        addMatches(found, part, rules[order] as Rule, order, window, text.length);
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end || a.order - b.order);
}

/** As with matchAll, which would copy the pattern each time. */
function addMatches(found: Candidate[], part: string, rule: Rule, order: number, window: Window, length: number): void {
  const { pattern } = rule;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(part); match !== null; match = pattern.exec(part)) {
    const start = window.start + match.index;
    const end = start + match[0].length;
    if (isInside(window, start, end, length)) found.push({ start, end, order, rule, groups: match.groups ?? {} });
  }
}

/** At the cut ends of a window a pattern does not see what stands around; another trigger's window covers them. */
const isInside = (window: Window, start: number, end: number, length: number): boolean =>
  (window.start === 0 || start >= window.start + margin) && (window.end === length || end <= window.end - margin);

function readAll(text: string, sentences: readonly Sentence[], publicationAt: Publications): Found[] {
  const found: Found[] = [];
  let seen: Seen = { anchor: null, quarter: null };
  let publication: Publication | null = null;
  let end = 0;
  for (const candidate of candidates(text)) {
    if (candidate.start < end) continue;
    if (isQuotedTitle(text, candidate)) continue;
    const current = publicationAt(candidate.start);
    // What one entry tells of is not what the next one, hours apart, leans on.
    if (publication !== null && current !== publication) seen = { anchor: null, quarter: null };
    publication = current;
    const place = placeOf(text, sentences, candidate, current, seen);
    const reading = candidate.rule.read(candidate.groups, place, text.slice(candidate.start, candidate.end));
    if (reading === null) continue;
    end = candidate.end;
    found.push({ start: candidate.start, end, reading });
    remember(seen, reading, current.day);
  }
  return found;
}

/** A programme or book called "This Week" or "High Noon": capitalised words that fill quotation marks. */
function isQuotedTitle(text: string, { start, end }: Candidate): boolean {
  if (!/^[,.!?]?(?:["”’]|'')/.test(text.slice(end, end + 3))) return false;
  return (
    text
      .slice(start, end)
      .split(/\s/)
      .every((word) => /^[\p{Lu}\d]/u.test(word)) &&
    /["“‘`'](?:\p{Lu}\w*\s)*$/u.test(text.slice(Math.max(0, start - 30), start))
  );
}

/** How much of a sentence on either side may tell what an expression in it means. */
const reach = 200;

function placeOf(
  text: string,
  sentences: readonly Sentence[],
  { start, end }: Candidate,
  { day, minutes }: Publication,
  seen: Seen,
): Place {
  const sentence = sentenceAt(sentences, start);
  const before = text.slice(Math.max(sentence?.start ?? 0, start - reach), start);
  const after = text.slice(end, Math.min(sentence?.end ?? text.length, end + reach));
  return { published: day, minutes, before, after, seen, direction: () => directionNear(before, after) };
}

/** The last sentence that starts at or before an offset. */
function sentenceAt(sentences: readonly Sentence[], offset: number): Sentence | undefined {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle] as Sentence).start <= offset) low = middle + 1;
    else high = middle;
  }
  return sentences[low - 1];
}

function remember(seen: Seen, { type, value }: Reading, published: number | null): void {
  if (type !== "DATE" && type !== "TIME") return;
  // "this month" says when the article was written, and not what is told of.
  const isNow = seen.anchor !== null && published !== null && value === isoDay(published).slice(0, 7);
  if (/^\d{4}(?:$|-)/.test(value) && !isNow) seen.anchor = value;
  if (!/^\d{4}-Q[1-4]$/.test(value) || value >= shifted(published, "quarter", 0)) return;
  if (seen.quarter === null || value > seen.quarter) seen.quarter = value;
}
