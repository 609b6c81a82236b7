import type { RemovalReason } from "../model/index.js";
import { briefTitle } from "./brief-title.js";
import { DateReader, dateAbout, dateElsewhere, originalLine } from "./date-lines.js";
import { bylineOf, type Line, signature } from "./flat-bylines.js";
import { headlineOf } from "./headline.js";
import type { Measured } from "./measured.js";
import { isMasthead, looksLikeOutlet, looksLikePerson, unique } from "./names.js";
import { type Plainness, plainStart, plainTitle } from "./plain.js";
import { isMenu, mastheadOf } from "./sections.js";
import { sameTitle } from "./title.js";

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
  /** Whether that line dates a change only. */
  readonly updateOnly: boolean;
  readonly outlet: string | null;
  /** Lines this settles by itself, by index. */
  readonly reasons: ReadonlyMap<number, RemovalReason>;
}

const isProse = ({ wording }: Measured): boolean =>
  wording.words >= 16 && wording.sentences > 0 && wording.cue === null && wording.stopWords > 0.12;

/** Up to so many lines a text has too little around it for the headline's classifier, which learnt from whole pages. */
const fewLines = 60;

/** Reads the front matter of a flat article. */
export function frontOf(items: readonly Measured[], plainness: Plainness): Front {
  const whole = plainness === "scrape" && items.length > fewLines;
  const found = whole ? headlineOf(items) : -1;
  const start = startOf(items, plainness, found + 1);
  const title = plainness === "bare" ? plainTitle(items, start, isAside) : whole ? found : briefTitle(items, start);
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
  const told = elsewhere ?? about;
  const original = originalLine(items);
  const dated = original !== null && (told === null || original.published < told.published) ? original : told;
  return {
    title: title < 0 ? "" : items[title]!.text,
    authors: unique(lines.flatMap(({ line }) => line.authors)),
    published: dated?.published ?? null,
    maybe: dates.flatMap(({ published, otherwise }) => (otherwise === null ? [] : [published, otherwise])).slice(0, 2),
    modifiedLine: textOf(lines.find(({ at }) => updatedWords.test(items[at]!.text))),
    authorLine: textOf(lines.find(({ line }) => line.authors.length > 0)),
    dateLine: dated?.text ?? null,
    updateOnly: dated?.role === "updated",
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
  updateOnly: false,
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
