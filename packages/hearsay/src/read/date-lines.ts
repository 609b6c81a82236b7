import { withoutDates } from "./bylines.js";
import { clearDays, orderIn, originalIn, type Role, readingOf, roledDates } from "./date-roles.js";
import type { DayOrder } from "./dates.js";
import type { Measured } from "./measured.js";

/** A date of a text without markup, and the line it stands in. */
export interface DateLine {
  readonly text: string;
  readonly published: string;
  readonly at: number;
  readonly role: Role;
  /** The other reading of digits that nothing settles. */
  readonly otherwise: string | null;
}

const publishedWords =
  /^(?:(?:first |originally )?(?:published|posted)|publish(?:ed|ing)? date|(?:this|the) (?:article|post|story) was (?:originally|first) published|publication date|date published|post (?:time|date)|veröffentlicht|publié|publicado|pubblicato|opublikowano|publikováno|objavljeno|julkaistu|yayınlanma|опубликовано|опубліковано|публикувано|објављено|δημοσιεύτηκε|نشر|פורסם)(?!\p{L})|^(?:发布|發布|公開日|掲載日|입력)/iu;
/** How many lines before the prose's beginning a line is near it, and how many behind; more for one that is a date and nothing else. */
const reach = { before: 25, after: 4, bare: 8 };
const longest = { said: 200, bare: 40, label: 30, original: 400 };

/** Reads the dates of a text's lines; digits that could be day or month first, by the others of the text. */
export class DateReader {
  private readonly items: readonly Measured[];
  private order: DayOrder | null = null;
  private days: ReadonlySet<string> | null = null;

  constructor(items: readonly Measured[]) {
    this.items = items;
  }

  /** The dates of a line, in text order. */
  of(at: number): DateLine[] {
    const { text } = this.items[at]!;
    return roledDates(text, this.items[at - 1]?.text ?? "", "unknown").map(({ value, otherwise, role }) => {
      const known = otherwise === null ? value : this.settled(value, otherwise);
      return {
        text,
        published: known ?? value,
        at,
        role: role ?? "plain",
        otherwise: known === null ? otherwise : null,
      };
    });
  }

  private settled(dayFirst: string, monthFirst: string): string | null {
    // Asked for every line that is a date, so that the lines are gone through once only.
    this.order ??= orderIn(this.texts());
    if (this.order !== "unknown") return this.order === "day-first" ? dayFirst : monthFirst;
    this.days ??= clearDays(this.texts());
    return readingOf([dayFirst, monthFirst], (day) => this.days!.has(day));
  }

  private texts(): readonly string[] {
    return this.items.map(({ text }) => text);
  }
}

const rank: Readonly<Record<Role, number>> = { published: 0, plain: 1, updated: 2, reviewed: 3 };

/**
 * Of the dates about a headline the one of publication: called so, else below it, else above it, else of an update. Of two
 * that one line shows without a word the earlier is that of publication, the other that of a change.
 */
export function dateAbout(dates: readonly DateLine[], title: number): DateLine | null {
  const place = ({ at, role }: DateLine): number => rank[role] * 2 + +(at < title);
  const usable = dates.filter(({ otherwise, role }) => otherwise === null && role !== "reviewed");
  const best = usable.reduce<DateLine | null>(
    (best, one) => (best === null || place(one) < place(best) ? one : best),
    null,
  );
  return best?.role === "plain" ? earliest(usable.filter(({ at, role }) => at === best.at && role === "plain")) : best;
}

const earliest = (dates: readonly DateLine[]): DateLine =>
  dates.reduce((best, one) => (one.published.slice(0, 10) < best.published.slice(0, 10) ? one : best));

/** "This article was originally published on 4 March 2029 and has been updated since." */
export function originalLine(items: readonly Measured[]): DateLine | null {
  for (let at = 0; at < items.length; at++) {
    const { text } = items[at]!;
    const date = text.length <= longest.original ? originalIn(text, "unknown") : null;
    if (date !== null) return { text, published: date.value, at, role: "published", otherwise: null };
  }
  return null;
}

/**
 * The date of a text whose front matter has none: of a line that says it is the date of publication, the nearest before
 * the prose, else wherever all such lines agree; failing these, of lines near the prose's beginning that are dates and
 * nothing else, where they agree. `start` is the prose's first line.
 */
export function dateElsewhere(items: readonly Measured[], start: number, reader: DateReader): DateLine | null {
  const first = (at: number): DateLine[] =>
    (at < items.length ? reader.of(at) : []).slice(0, 1).filter(({ otherwise }) => otherwise === null);
  const said = items.flatMap(({ text }, at) => {
    if (text.length > longest.said || !publishedWords.test(text)) return [];
    const own = first(at);
    const below = items[at + 1]?.text ?? "";
    return own.length === 0 && text.length <= longest.label && below.length <= longest.bare ? first(at + 1) : own;
  });
  const near = said.filter(({ at }) => at < start + reach.after).at(-1);
  const from = Math.max(0, start - reach.before);
  const bare = items
    .slice(from, start + reach.bare)
    .flatMap(({ text }, i) => (text.length <= longest.bare && /\d/.test(text) ? first(from + i) : []))
    .filter(({ text }) => !/\p{L}{2}/u.test(withoutDates(text)));
  const lists = [near === undefined ? [] : [near], said, bare];
  return lists.find((list) => new Set(list.map(({ published }) => published.slice(0, 10))).size === 1)?.[0] ?? null;
}
