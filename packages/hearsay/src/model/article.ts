import type { Entry } from "./entry.js";
import type { Interval } from "./interval.js";

/** One reading of a capture. `text` and every removed passage together hold all that was in it. */
export interface Article {
  /** Stable: made from the capture's content, or given by the caller of a stage filter. */
  readonly id: string;
  /** The path, URL or name that was read. */
  readonly file: string;
  readonly url: string | null;
  readonly title: string;
  readonly deck: string | null;
  /** People, then agencies, as the byline names them. */
  readonly authors: readonly string[];
  readonly outlet: string | null;
  /** ISO 8601 date or local date-time, as stated; null when the article does not say a full date. */
  readonly published: string | null;
  /**
   * When it can have been published at all, if anything is known: "Friday" and "3 days ago" count from when the page was
   * fetched or last changed.
   */
  readonly publishedWithin: Interval | null;
  readonly modified: string | null;
  /** ISO 639-1, or "und". */
  readonly language: string;
  /** The agency or outlet this text says it comes from ("Source: LNA", "© Lowmoor News Agency"). */
  readonly agency: string | null;
  /** The translation note, if it says it is one ("Automatic translation from German"): the language as it is written there, or null. */
  readonly translatedFrom: string | null;
  /** The publication that it says it came out in first ("originally published in the Ferry Post"). */
  readonly firstPublishedIn: string | null;
  /** The part of its outlet that it stands in ("Harbour"), as its page names it. */
  readonly section: string | null;
  /** The article's own words: title not included; paragraphs separated by a blank line. */
  readonly text: string;
  readonly removed: readonly Removed[];
  /** Where it is a live blog: its entries in text order. What is outside them is as old as the article. */
  readonly entries: readonly Entry[];
  readonly evidence: ArticleEvidence;
}

/** Why a field of an article's metadata says what it says. */
export interface Evidence {
  /**
   * Where it was found: `json-ld`, `meta NAME`, `itemprop`, `script`, `time` and `address` for what a page states of
   * itself; `heading`, `title`, `byline` and `line` for what its reader sees; `format` for a mail's head, a table's
   * column or a document's properties, `feed` for the feed that led to it.
   */
  readonly from: string;
  /** The words there, at most 200 characters. */
  readonly text: string;
  /** What else is said elsewhere, each with its place: "json-ld: 2031-03-04T16:45:00+01:00". Empty when nothing differs. */
  readonly against: readonly string[];
  /** The share of such evidence that was right where it was measured, 0 to 1; null where nobody did. */
  readonly confidence: number | null;
}

/** The evidence for each field that has some. */
export interface ArticleEvidence {
  readonly title: Evidence | null;
  readonly authors: Evidence | null;
  readonly published: Evidence | null;
  readonly modified: Evidence | null;
  readonly agency: Evidence | null;
  readonly translatedFrom: Evidence | null;
  readonly firstPublishedIn: Evidence | null;
  readonly section: Evidence | null;
}

export const noEvidence: ArticleEvidence = {
  title: null,
  authors: null,
  published: null,
  modified: null,
  agency: null,
  translatedFrom: null,
  firstPublishedIn: null,
  section: null,
};

/** A passage that is not the article's own prose, kept with the reason it was set aside. */
export interface Removed {
  readonly text: string;
  readonly reason: RemovalReason;
  /** Where in `Article.text` it stood: the offset at which it would be put back. */
  readonly at: number;
}

export type RemovalReason =
  | "navigation"
  | "cookies"
  | "newsletter"
  | "promotion"
  | "teaser"
  | "caption"
  | "credit"
  | "byline"
  | "dateline"
  | "title"
  | "share"
  | "comments"
  | "tags"
  | "advertisement"
  | "disclaimer"
  | "copyright"
  | "paywall"
  | "correction"
  | "author-note"
  | "quoted"
  | "pull-quote"
  | "embedded-post"
  | "boilerplate";

/** An article of which only the given is known: plain English text, with everything else left open. */
export function plainArticle(known: Pick<Article, "id" | "text"> & Partial<Article>): Article {
  return {
    file: known.id,
    url: null,
    title: "",
    deck: null,
    authors: [],
    outlet: null,
    published: null,
    publishedWithin: null,
    modified: null,
    language: "en",
    agency: null,
    translatedFrom: null,
    firstPublishedIn: null,
    section: null,
    removed: [],
    entries: [],
    evidence: noEvidence,
    ...known,
  };
}
