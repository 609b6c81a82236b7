import type { Article, Evidence, Hints } from "../model/index.js";
import type { Piece } from "./assemble.js";
import { clean } from "./bylines.js";
import { findDates, machineDate, within } from "./dates.js";
import { heard } from "./heard.js";
import type { Metadata } from "./metadata.js";
import { authorsOf } from "./names.js";
import { sectionAmong } from "./section.js";
import { squeezed } from "./text.js";

/** What the format around an article states of it: a mail's head, a table's columns, a document's properties. */
export interface Stated {
  /**
   * True where it is meant for the reader, as a subject or a column is: it counts before what the text says of
   * itself. False where programs fill it in, as a document's properties: it counts where the text says nothing.
   */
  readonly sure: boolean;
  /** Who states it, as in `Evidence.from`; "format" where nothing is said. */
  readonly from?: "format" | "feed";
  readonly title?: string | null;
  readonly deck?: string | null;
  readonly authors?: readonly string[];
  readonly outlet?: string | null;
  readonly section?: string | null;
  /** A date in any shape that a page's own would be understood in. */
  readonly published?: string | null;
  readonly modified?: string | null;
  /** A language tag: "en", "en-GB". */
  readonly language?: string | null;
}

/** What was said of a page where it was found: it fills what the page leaves open. */
export function statedOf({ feeds }: Hints, url: string | null): Stated {
  const { sections = [], ...said } = heard(feeds);
  return { sure: false, from: "feed", ...said, section: sectionAmong(sections, url) };
}

/** What an article says of itself, and what the format around it states; where the latter counts, it is the evidence. */
export function withStated<T extends Metadata>(metadata: T, stated: Stated | undefined): T {
  if (stated === undefined) return metadata;
  const choose = (own: string | null, given: string | null | undefined): string | null =>
    (stated.sure ? given || own : own || given) || null;
  const given = clean((stated.authors ?? []).flatMap(authorsOf));
  const useGiven = given.length > 0 && (stated.sure || metadata.authors.length === 0);
  const whole = {
    ...metadata,
    title: choose(metadata.title, stated.title) ?? "",
    deck: choose(metadata.deck, stated.deck),
    authors: useGiven ? given : metadata.authors,
    outlet: choose(metadata.outlet, stated.outlet),
    section: choose(metadata.section, stated.section),
    modified: choose(metadata.modified, dayOf(stated.modified).published),
    ...publishedOf(metadata, stated),
  };
  return { ...whole, evidence: evidenceOf(metadata, whole, stated.from ?? "format") };
}

type Field = "title" | "authors" | "published" | "modified" | "section";

/** Fields that differ from what the article says of itself were stated. */
function evidenceOf(own: Metadata, whole: Metadata, from: string): Article["evidence"] {
  const words = (value: string | readonly string[] | null): string =>
    (Array.isArray(value) ? value.join(", ") : String(value ?? "")).slice(0, 200);
  const evidence = (field: Field): Evidence | null => {
    const [before, after] = [words(own[field]), words(whole[field])];
    if (before === after) return own.evidence[field];
    const against = before === "" ? [] : [`${own.evidence[field]?.from ?? "text"}: ${before}`];
    return after === "" ? null : { from, text: after, against, confidence: null };
  };
  return {
    ...own.evidence,
    title: evidence("title"),
    authors: evidence("authors"),
    published: evidence("published"),
    modified: evidence("modified"),
    section: evidence("section"),
  };
}

function publishedOf(metadata: Metadata, stated: Stated): Pick<Metadata, "published" | "publishedWithin"> {
  const own = { published: metadata.published, publishedWithin: metadata.publishedWithin };
  const given = dayOf(stated.published);
  if (given.publishedWithin === null) return own;
  return stated.sure || own.publishedWithin === null ? given : own;
}

/** A stated date; "03/04/2029" is one of two days. */
function dayOf(text: string | null | undefined): Pick<Metadata, "published" | "publishedWithin"> {
  const exact = /^\s*\d{4}-\d\d-\d\d/.test(text ?? "") ? machineDate(text) : null;
  if (exact !== null) return { published: exact, publishedWithin: within([exact]) };
  const found = findDates((text ?? "").slice(0, 80), "unknown")[0];
  if (found !== undefined && found.otherwise !== null)
    return { published: null, publishedWithin: within([found.value, found.otherwise]) };
  const published = found?.value ?? machineDate(text);
  return { published, publishedWithin: within(published === null ? [] : [published]) };
}

/** The headline stands at the beginning, under a masthead and a date at most. */
const opening = 6;

/** The pieces of a text, its headline marked where it is the one stated. */
export function withoutTitle(pieces: readonly Piece[], stated: Stated | undefined): readonly Piece[] {
  const title = squeezed(stated?.title ?? "");
  if (title === "") return pieces;
  const at = pieces.slice(0, opening).findIndex(({ text }) => squeezed(text) === title);
  return pieces.map((piece, i) => (i === at ? { ...piece, reason: "title" } : piece));
}

/** ISO 639-1 of a language tag, when it is one. */
export const languageOfTag = (tag: string | null | undefined): string | null =>
  /^([a-z]{2})(?:[-_]|$)/i.exec(tag?.trim() ?? "")?.[1]?.toLowerCase() ?? null;
