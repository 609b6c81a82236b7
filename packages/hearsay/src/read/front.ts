import type { RemovalReason } from "../model/index.js";
import { isCaption } from "./cues.js";
import { findDates } from "./dates.js";
import type { Measured } from "./features.js";
import { withoutDates } from "./metadata.js";
import { authorsOf, looksLikePerson, tidy, unique } from "./names.js";
import { isMenu, mastheadOf } from "./sections.js";

/** What the lines around a flat article's prose say: headline, by-line, date line, masthead. */
export interface Front {
  readonly title: string;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly modifiedLine: string | null;
  readonly outlet: string | null;
  /** Lines this settles by itself, by index. */
  readonly reasons: ReadonlyMap<number, RemovalReason>;
}

const isProse = ({ wording }: Measured): boolean =>
  wording.words >= 16 && wording.sentences > 0 && wording.cue === null && wording.stopWords > 0.12;

/** Reads the front matter of a flat article. */
export function frontOf(items: readonly Measured[]): Front {
  const body = items.findIndex((item, i) => isProse(item) && i < items.length);
  const until = body < 0 ? items.length : body;
  const title = titleLine(items, until);
  const reasons = new Map<number, RemovalReason>();
  const authors: string[] = [];
  let published: string | null = null;
  let modifiedLine: string | null = null;
  let outlet: string | null = null;
  if (title >= 0)
    for (const [i, item] of items.entries())
      if (i <= until + 2 && sameTitle(item.text, items[title]!.text)) reasons.set(i, "title");
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    if (reasons.has(i) || item.wording.words > 24) continue;
    if (isMenu(item.text)) {
      reasons.set(i, "navigation");
      if (i < 3) outlet ??= mastheadOf(item.text);
      continue;
    }
    const near = i < until + 2 || i >= items.length - 6;
    const line = near ? bylineOf(item, Math.abs(i - title) <= 6 || i < until) : null;
    if (line === null) continue;
    reasons.set(i, line.reason);
    authors.push(...line.authors);
    published ??= line.published;
    if (/\b(?:updated|modified|aktualisiert|mis à jour|actualizado)\b/i.test(item.text)) modifiedLine ??= item.text;
    outlet ??= line.outlet;
  }
  return {
    title: title < 0 ? "" : items[title]!.text,
    authors: unique(authors),
    published,
    modifiedLine,
    outlet,
    reasons,
  };
}

const letters = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
const sameTitle = (a: string, b: string): boolean => letters(a) === letters(b);

/** The index of the headline: the line before the prose that looks most like one; −1 when there is none. */
function titleLine(items: readonly Measured[], until: number): number {
  const body = new Map<string, number>();
  for (const item of items.slice(until, until + 60))
    for (const word of new Set(letters(item.text).split(" ")))
      if (word.length > 3) body.set(word, (body.get(word) ?? 0) + 1);
  let [best, bestScore] = [-1, 1];
  for (let i = 0; i < Math.min(until, 400); i++) {
    const score = titleScore(items, i, until, body);
    if (score > bestScore) [best, bestScore] = [i, score];
  }
  return best;
}

function titleScore(items: readonly Measured[], i: number, until: number, body: ReadonlyMap<string, number>): number {
  const { text, wording } = items[i]!;
  if (wording.words < 3 || wording.words > 32 || wording.credit || isMenu(text)) return 0;
  const strong = wording.cue !== null && !(wording.cue.reason === "teaser" && /:/.test(text));
  if (strong || bylineOf(items[i]!, false) !== null) return 0;
  const content = letters(text)
    .split(" ")
    .filter((word) => word.length > 3);
  const shared = content.filter((word) => body.has(word)).length / Math.max(1, content.length);
  const next = items.slice(i + 1, i + 4).some((item) => item.wording.words < 20 && bylineOf(item, true) !== null);
  const repeated = items.slice(0, until).some((item, j) => j !== i && sameTitle(item.text, text));
  const shape = (wording.words >= 5 ? 1 : 0) + (wording.ending === 1 ? -1 : 0.4) + (wording.separators > 1 ? -1 : 0);
  return (
    shape +
    shared * 2.5 +
    +next * 1.2 +
    +repeated * 1.5 -
    (wording.ending === 3 || wording.ending === 5 ? 1 : 0) -
    Math.min(1, (until - i) * 0.05)
  );
}

interface Line {
  readonly reason: RemovalReason;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly outlet: string | null;
}

const agencyWords =
  /\b(?:staff|agencies|agency|newsroom|desk|correspondents?|reporters?|redaktion|redacción|rédaction)\b/i;
const whenWords =
  /^(?:posted|published|updated|last updated|first published|veröffentlicht|publié|publicado)\b|\b(?:\d+|an?|one|two|three) (?:minutes?|hours?|days?) ago$/i;
const byWords = /^(?:(?:written|posted|published|reported|story|words)\s+)?(?:by|von|par|por|di)\b\s*[:-]?\s*\S/iu;

/** A line of names, places, a date or a time and nothing else; null when it says more. */
function bylineOf(item: Measured, nearTitle: boolean): Line | null {
  const { text } = item;
  const cue = item.wording.cue?.reason;
  if ((cue !== undefined && cue !== "author-note") || isCaption(text)) return null;
  const isBy = byWords.test(text) && item.wording.words <= 20 && item.wording.ending !== 1;
  const dates = findDates(text);
  const [date] = dates;
  const rest = dates.length > 0 ? withoutDates(text) : text;
  const segments = rest
    .split(/\s*(?:[|·•—–/]|\s-\s|,(?=\s))\s*/u)
    .map((part) => part.trim())
    .filter(
      (part) =>
        part !== "" &&
        /\p{L}/u.test(part) &&
        !/^(?:mon|tues?|wed|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?$/i.test(part),
    );
  const people = isBy
    ? authorsOf(rest.replace(/\b\d+ min(?:ute)?s? read\b/i, ""))
    : segments.filter(looksLikePerson).map(tidy);
  if (isBy) return { reason: "byline", authors: people, published: usable(date), outlet: null };
  if (whenWords.test(text) && item.wording.words <= 14)
    return { reason: "dateline", authors: [], published: usable(date), outlet: null };
  if (date !== undefined && item.wording.words <= 22 && rest.split(/\s+/).length <= 12)
    return dated(segments, people, usable(date), nearTitle);
  if (!nearTitle || item.wording.words > 12 || item.wording.ending === 1) return null;
  const first = segments[0] ?? "";
  if (looksLikePerson(first) && (segments.length > 1 ? segments.length <= 4 : item.wording.words <= 4))
    return {
      reason: "byline",
      authors: [tidy(first)],
      published: null,
      outlet: segments.length === 3 ? segments[1]! : null,
    };
  return agencyWords.test(text) && item.wording.words <= 5
    ? { reason: "byline", authors: [text], published: null, outlet: null }
    : null;
}

const usable = (date: { value: string; otherwise: string | null } | undefined): string | null =>
  date === undefined || date.otherwise !== null ? null : date.value;

function dated(
  segments: readonly string[],
  people: readonly string[],
  published: string | null,
  nearTitle: boolean,
): Line | null {
  const words = segments.join(" ").split(/\s+/).length;
  if (segments.length > 0 && people.length === 0 && words > 8 && !nearTitle) return null;
  const agencies = segments.filter((part) => agencyWords.test(part));
  const outlet =
    segments.find(
      (part) =>
        !people.includes(part) &&
        !agencyWords.test(part) &&
        /^\p{Lu}/u.test(part) &&
        part.split(" ").length <= 4 &&
        !/^(?:updated|by)\b/i.test(part),
    ) ?? null;
  return {
    reason: people.length + agencies.length > 0 ? "byline" : "dateline",
    authors: people.length > 0 ? people : agencies,
    published,
    outlet,
  };
}
