import type { Interval, Quote } from "../model/index.js";
import type { Phrase } from "./phrases.js";

/** The report as it is read: sections of lines. Markdown and HTML are two drawings of it. */
export interface Brief {
  readonly sections: readonly Section[];
}

export interface Section {
  readonly id: SectionId;
  readonly title: Phrase;
  /** How to read the section. */
  readonly note: readonly Part[];
  readonly lines: readonly Line[];
  /** What was left out for length, and the command that shows it. */
  readonly more: { readonly count: number; readonly command: Command } | null;
}

export const sectionIds = [
  "summary",
  "new",
  "established",
  "contradicted",
  "changed",
  "echoes",
  "single",
  "voices",
  "timeline",
  "commitments",
  "positions",
  "figures",
  "causes",
  "missing",
  "sources",
  "gaps",
] as const;
export type SectionId = (typeof sectionIds)[number];

export const commands = [
  "hearsay claims",
  "hearsay claims --type corroborated",
  "hearsay claims --type contradicted",
  "hearsay claims --type revised",
  "hearsay claims --type single-origin",
  "hearsay statements",
  "hearsay timeline",
  "hearsay commitments",
  "hearsay figures",
  "hearsay positions",
  "hearsay causes",
  "hearsay lineage",
  "hearsay report --format json",
] as const;
export type Command = (typeof commands)[number];

/** One line and what stands under it. `lead` is its head, set in bold. */
export interface Line {
  /** The record it is about: a claim, timeline entry, cause or article id. Unique within a section when given. */
  readonly about: string | null;
  readonly lead: readonly Part[];
  readonly parts: readonly Part[];
  readonly lines: readonly Line[];
}

/**
 * A line's words. A report holds no others: a phrase is in the table of phrases, a name is a string that some
 * record of the story holds, a quote is cut from an article's text; numbers and dates are printed from their value.
 */
export type Part =
  | { readonly kind: "phrase"; readonly text: Phrase }
  | { readonly kind: "number"; readonly text: string; readonly value: number }
  | { readonly kind: "date"; readonly text: string; readonly when: Interval }
  | { readonly kind: "grade"; readonly text: string }
  | { readonly kind: "name"; readonly text: string; readonly article: string | null }
  | (QuotePart & { readonly kind: "quote" })
  | { readonly kind: "ref"; readonly text: string; readonly ref: number };

/** Words shown, exactly; `before` and `after` tell that the record goes on where the showing stops. */
export interface QuotePart extends Quote {
  readonly before: boolean;
  readonly after: boolean;
}

/** A numbered place in an article. */
export interface Reference extends Quote {
  readonly number: number;
  readonly outlet: string;
  readonly title: string;
  readonly published: string | null;
  readonly publishedWithin: Interval | null;
}
