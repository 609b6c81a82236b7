import type { RemovalReason } from "../model/index.js";
import { withoutDates } from "./bylines.js";
import { isCaption } from "./cues.js";
import { DateReader, dateAbout, dateElsewhere } from "./date-lines.js";
import { findDates, usable } from "./dates.js";
import { headlineOf } from "./headline.js";
import type { Measured } from "./measured.js";
import { authorsOf, isMasthead, looksLikeOutlet, looksLikePerson, namesOutlet, tidy, unique } from "./names.js";
import { type Plainness, plainStart, plainTitle } from "./plain.js";
import { isMenu, mastheadOf } from "./sections.js";
import type { Wording } from "./wording.js";

/** What the lines around a flat article's prose say: headline, by-line, date line, masthead. */
export interface Front {
  readonly title: string;
  readonly authors: readonly string[];
  readonly published: string | null;
  /** Both readings of a date that could be day or month first, where no other date stands. */
  readonly maybe: readonly string[];
  readonly modifiedLine: string | null;
  /** The lines that authors and date were read from. */
  readonly authorLine: string | null;
  readonly dateLine: string | null;
  readonly outlet: string | null;
  /** Lines this settles by itself, by index. */
  readonly reasons: ReadonlyMap<number, RemovalReason>;
}

const isProse = ({ wording }: Measured): boolean =>
  wording.words >= 16 && wording.sentences > 0 && wording.cue === null && wording.stopWords > 0.12;

/** Reads the front matter of a flat article. */
export function frontOf(items: readonly Measured[], plainness: Plainness): Front {
  const found = plainness === "scrape" ? headlineOf(items) : -1;
  const start = startOf(items, plainness, found + 1);
  const title =
    plainness === "bare" ? plainTitle(items, start, isAside) : plainness === "brief" ? titleLine(items, start) : found;
  const reasons = new Map<number, RemovalReason>();
  if (title >= 0)
    for (let i = 0; i < Math.min(items.length, start + 3); i++)
      if (sameTitle(items[i]!.text, items[title]!.text)) reasons.set(i, "title");
  for (let i = 0; i < items.length; i++)
    if (!reasons.has(i) && items[i]!.wording.words <= 40 && isMenu(items[i]!.text)) reasons.set(i, "navigation");
  const lines = bylines(items, start, title, reasons);
  const masthead = items.slice(0, 3).map((item) => (isMenu(item.text) ? mastheadOf(item.text) : null));
  const name =
    plainness === "bare" && title >= 0
      ? items.slice(0, start).findIndex(({ text }, i) => i !== title && isMasthead(text))
      : -1;
  if (name >= 0) reasons.set(name, "navigation");
  for (const { at, line } of lines) reasons.set(at, line.reason);
  const textOf = (found: Placed | undefined): string | null => (found === undefined ? null : items[found.at]!.text);
  const reader = new DateReader(items);
  const dates = lines.flatMap(({ at }) => reader.of(at));
  const about = dateAbout(dates, title);
  const elsewhere = about === null || about.role === "updated" ? dateElsewhere(items, start, reader) : null;
  const dated = elsewhere ?? about;
  return {
    title: title < 0 ? "" : items[title]!.text,
    authors: unique(lines.flatMap(({ line }) => line.authors)),
    published: dated?.published ?? null,
    maybe: dates.flatMap(({ published, otherwise }) => (otherwise === null ? [] : [published, otherwise])).slice(0, 2),
    modifiedLine: textOf(lines.find(({ at }) => updatedWords.test(items[at]!.text))),
    authorLine: textOf(lines.find(({ line }) => line.authors.length > 0)),
    dateLine: dated?.text ?? null,
    outlet:
      masthead.find((name) => name !== null) ??
      items[name]?.text ??
      lines.map(({ line }) => line.outlet).find((name) => name !== null && looksLikeOutlet(name)) ??
      null,
    reasons,
  };
}

/** What stands about a text that has no front matter. */
export const noFront: Front = {
  title: "",
  authors: [],
  published: null,
  maybe: [],
  modifiedLine: null,
  authorLine: null,
  dateLine: null,
  outlet: null,
  reasons: new Map(),
};

const isAside = (item: Measured): boolean =>
  isMasthead(item.text) || looksLikePerson(item.text) || bylineOf(item, false) !== null;

const updatedWords = /\b(?:updated|modified|aktualisiert|mis à jour|actualizado|aggiornato|bijgewerkt)\b/i;

function startOf(items: readonly Measured[], plainness: Plainness, after: number): number {
  const start = plainness === "bare" ? items.length : after + proseStart(items.slice(after));
  return start === items.length && plainness !== "scrape" ? plainStart(items) : start;
}

/** Where the prose begins: the first line of prose that another follows soon; the end when there is none. */
function proseStart(items: readonly Measured[]): number {
  const first = items.findIndex(isProse);
  if (first < 0) return items.length;
  const followed = items.findIndex((item, i) => isProse(item) && items.slice(i + 1, i + 7).some(isProse));
  return followed < 0 ? first : followed;
}

interface Placed {
  readonly at: number;
  readonly line: Line;
}

const maximum = 4;

/** The by-lines and date lines: beside the headline or just before the prose; failing these, at the very end. */
function bylines(
  items: readonly Measured[],
  start: number,
  title: number,
  reasons: ReadonlyMap<number, RemovalReason>,
): Placed[] {
  const from = title < 0 ? Math.max(0, start - 5) : Math.max(0, title - 3);
  const to = Math.min(items.length, Math.max(start + 1, title + 5));
  const front = trusted(placed(items, from, to, title, reasons), title).slice(0, maximum);
  if (front.some(({ line }) => line.authors.length > 0)) return front;
  const dated = front.some(({ line }) => line.published !== null);
  return [
    ...front,
    ...placed(items, Math.max(to, items.length - 6), items.length, -1, reasons)
      .filter(({ at, line }) => line.authors.length > 0 && (!dated || signature.test(items[at]!.text)))
      .slice(-2),
  ];
}

/** A bare name counts only right below the headline or beside a date line, and only where no by-line says "By". */
function trusted(lines: readonly Placed[], title: number): Placed[] {
  const clear = lines.filter(({ line }) => line.bare !== true);
  if (clear.some(({ line }) => line.authors.length > 0)) return clear;
  const near = (at: number): boolean => at === title + 1 || clear.some((one) => Math.abs(one.at - at) === 1);
  const first = lines.find(({ at, line }) => line.bare === true && at > title && near(at));
  return lines.filter((one) => one.line.bare !== true || one === first);
}

function placed(
  items: readonly Measured[],
  from: number,
  to: number,
  title: number,
  reasons: ReadonlyMap<number, RemovalReason>,
): Placed[] {
  const out: Placed[] = [];
  for (let at = from; at < to; at++) {
    if (reasons.has(at)) continue;
    const line = bylineOf(items[at]!, title >= 0 && Math.abs(at - title) <= 3);
    if (line !== null) out.push({ at, line });
  }
  return out;
}

const letters = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
const sameTitle = (a: string, b: string): boolean => letters(a) === letters(b);

const titleReach = 60;

/** The index of the headline: the line before the prose that looks most like one; −1 when there is none. */
function titleLine(items: readonly Measured[], start: number): number {
  const body = new Set<string>();
  for (const item of items.slice(start, start + 40))
    for (const word of letters(item.text).split(" ")) if (word.length > 3) body.add(word);
  let [best, bestScore] = [-1, 1];
  for (let i = Math.max(0, start - titleReach); i < start; i++) {
    const score = titleScore(items, i, start, body);
    if (score > bestScore) [best, bestScore] = [i, score];
  }
  return best;
}

function titleScore(items: readonly Measured[], i: number, start: number, body: ReadonlySet<string>): number {
  const { text, wording } = items[i]!;
  if (wording.words < 3 || wording.words > 32 || wording.credit || isMenu(text)) return 0;
  if (wording.cue !== null && !(wording.cue.reason === "teaser" && /:/.test(text))) return 0;
  if (bylineOf(items[i]!, false) !== null) return 0;
  const content = letters(text)
    .split(" ")
    .filter((word) => word.length > 3);
  const shared = content.filter((word) => body.has(word)).length / Math.max(2, content.length);
  const next = items.slice(i + 1, i + 4).some((item) => item.wording.words < 20 && bylineOf(item, true) !== null);
  const repeated = items.slice(0, start).some((item, j) => j !== i && sameTitle(item.text, text));
  const shape = Math.min(1, wording.words / 6) + (wording.ending === 1 ? -1 : 0.4) - (wording.separators > 0 ? 0.7 : 0);
  const tail = wording.ending === 3 || wording.ending === 5 ? 1 : 0;
  return shape + shared * 2.5 + +next * 1.2 + +repeated * 0.8 - tail - Math.min(1.5, (start - i) * 0.06);
}

interface Line {
  readonly reason: RemovalReason;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly outlet: string | null;
  /** Nothing but a name says that this is a by-line. */
  readonly bare?: boolean;
}

const agencyWords =
  /\b(?:staff|agencies|agency|newsroom|desk|correspondents?|reporters?|redaktion|redacción|rédaction)\b/i;
const whenWords =
  /^(?:posted|published|updated|last updated|first published|veröffentlicht|stand|publié|publicado)\b|\b(?:\d+|an?|one|two|three) (?:minutes?|hours?|days?) ago$/i;
const byWords =
  /^(?:(?:written|posted|published|reported|story|words)\s+)?(?:by|von|par|por|di)\b\s*[:-]?\s*(?=\p{Lu}|\p{Ll}{3,15}\b\s?(?:$|[|·]))/iu;
const days = /^(?:mon|tues?|wed|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?$/i;

/** The author's signature below the text: `Ana Novak, "Ferry Post"`. */
const signature = /^(\p{Lu}[^,"“«]{3,40}),\s["“«„]([^"“”»]{2,40})["”»“]$/u;

/** A line of names, places, a date or a time and nothing else; null when it says more. */
function bylineOf(item: Measured, beside: boolean): Line | null {
  const { text, wording } = item;
  const cue = wording.cue?.reason;
  if (wording.words > 24 || (cue !== undefined && cue !== "author-note") || isCaption(text)) return null;
  const signed = signature.exec(text);
  if (signed !== null && looksLikePerson(signed[1]!))
    return { reason: "byline", authors: [signed[1]!], published: null, outlet: signed[2]! };
  const [date] = findDates(text);
  const rest = date === undefined ? text : withoutDates(text);
  if (byWords.test(text) && wording.words <= 20 && wording.ending !== 1)
    return {
      reason: "byline",
      authors: authorsOf(rest.replace(/\b\d+ min(?:ute)?s? read\b/i, "")),
      published: usable(date),
      outlet: null,
    };
  if (whenWords.test(text) && wording.words <= 14)
    return { reason: "dateline", authors: [], published: usable(date), outlet: null };
  const segments = segmentsOf(rest);
  if (date !== undefined) return dated(rest, usable(date), beside, wording);
  return beside && wording.words <= 12 && wording.ending !== 1 ? undated(text, segments, wording.words) : null;
}

const segmentsOf = (text: string): string[] =>
  text
    .split(/\s*(?:[|·•—–/]|\s-\s|,(?=\s))\s*/u)
    .map((part) => part.trim())
    .filter((part) => /\p{L}/u.test(part) && !days.test(part));

function dated(text: string, published: string | null, beside: boolean, { words, ending }: Wording): Line | null {
  const segments = segmentsOf(text);
  const rest = segments.join(" ").split(/\s+/).length;
  if (words > 22 || rest > (beside ? 12 : 8)) return null;
  const people = segments.filter(looksLikePerson).map(tidy);
  // "Talks resume on 4 March 2031." is prose.
  if (people.length === 0 && ending === 1 && !segments.every(looksLikeOutlet)) return null;
  const agencies = segments.filter((part) => agencyWords.test(part));
  const [first] = segments;
  const outlet =
    first !== undefined &&
    segments.length > 1 &&
    !looksLikePerson(first) &&
    !agencyWords.test(first) &&
    /^\p{Lu}/u.test(first) &&
    first.split(" ").length <= 4 &&
    // "Tolm, Vesmara, 4 March 2031" names places.
    (/[|·•—–/]/.test(text.slice(first.length)) || namesOutlet(first))
      ? first
      : null;
  return {
    reason: people.length + agencies.length > 0 ? "byline" : "dateline",
    authors: people.length > 0 ? people : agencies,
    published,
    outlet,
  };
}

/** "Ana Novak, Ferry Broadcasting, Tolm": a name first, then perhaps outlet and place. */
function undated(text: string, segments: readonly string[], words: number): Line | null {
  const first = segments[0] ?? "";
  if (
    looksLikePerson(first) &&
    first.split(" ").length <= 3 &&
    (segments.length > 1 ? segments.length <= 4 : words <= 3)
  )
    return {
      reason: "byline",
      authors: [tidy(first)],
      published: null,
      outlet: segments.length === 3 ? segments[1]! : null,
      bare: segments.length < 3,
    };
  return agencyWords.test(text) && words <= 5
    ? { reason: "byline", authors: [text], published: null, outlet: null }
    : null;
}
