import { type Entity, entryAt, type Grade, type Interval, publicationAt, type Quote } from "../../model/index.js";
import type { Line, Part, Reference } from "../brief.js";
import { append } from "../copies.js";
import { readableInterval } from "../dates.js";
import { informantNames } from "../informants.js";
import type { Phrase } from "../phrases.js";
import type { Report, ReportArticle, ReportClaim, ReportOrigin, ReportStatement } from "../report.js";
import { clip } from "../words.js";
import { parties } from "../worth.js";
import { holdsClause, type Sentences, standsAlone, type Wording, wordingOf } from "./syntax.js";

/** What the sections are written from: the records, looked up by id, and the references given out so far. */
export interface Telling {
  readonly records: Records;
  readonly article: (id: string) => ReportArticle | undefined;
  readonly origin: (id: string) => ReportOrigin | undefined;
  readonly claim: (id: string) => ReportClaim | undefined;
  readonly statement: (id: string) => ReportStatement | undefined;
  /** The name of the informant that an origin stands for; undefined for an origin that is an article's own. */
  readonly informant: (origin: string) => string | undefined;
  /** The origin of an article, or the article itself when it belongs to none. */
  readonly originOf: (article: string) => string;
  /** What sort of thing an entity of the story is. */
  readonly kindOf: (entity: string) => Entity["kind"] | undefined;
  /** One text for everything a party to a commitment is called: the id of its entity, else the folded words. */
  readonly party: (called: string | null) => string;
  /** The tree over a place; null where there is none. */
  readonly wording: (place: Quote) => Wording | null;
  /** The sentence that holds a place; the place itself where no sentence is known to. */
  readonly sentenceOf: (place: Quote) => Quote;
  /** The number of a place in an article: a new one, or the one it already has. */
  readonly cite: (place: Quote) => Part;
  readonly references: readonly Reference[];
}
export type Records = Omit<Report, "brief" | "references">;
/** Longest words shown in a line, and held by a reference, in UTF-16 units. */
const shownLimit = 180;
const referenceLimit = 700;

/** @param given references that already have their numbers */
export function telling(records: Records, sentences: Sentences, given: readonly Reference[] = []): Telling {
  const articles = new Map(records.articles.map((a) => [a.id, a]));
  const versions = new Map(records.versions.map((v) => [v.id, v]));
  /** What a reference says of its article, or of an earlier version of one. */
  const cited = (id: string): Source => {
    const version = versions.get(id);
    if (version === undefined) return sourceOf(articles.get(id));
    const { title, published } = version;
    return { ...sourceOf(articles.get(version.article)), title, published, publishedWithin: null };
  };
  const origins = new Map(records.origins.map((o) => [o.id, o]));
  const claims = new Map(records.claims.map((c) => [c.id, c]));
  const statements = new Map(records.statements.map((s) => [s.id, s]));
  const informants = informantNames(records);
  const kinds = new Map(records.entities.map((e) => [e.id, e.kind]));
  const references: Reference[] = [...given];
  const byArticle = new Map<string, Reference[]>();
  for (const reference of given) append(byArticle, reference.article, reference);
  const cite = (place: Quote): Part => {
    const { article, start, end, text } = clip(place, referenceLimit);
    const known = byArticle
      .get(article)
      ?.find(
        (r) =>
          (r.start <= start && end <= r.end && r.text.length <= shownLimit * 1.5) ||
          (r.start === start && r.end === end),
      );
    const reference = known ?? {
      number: references.length + 1,
      article,
      start,
      end,
      text,
      ...cited(article),
    };
    if (known === undefined) {
      references.push(reference);
      append(byArticle, article, reference);
    }
    return { kind: "ref", text: `[${reference.number}]`, ref: reference.number };
  };
  return {
    records,
    article: (id) => articles.get(id),
    origin: (id) => origins.get(id),
    claim: (id) => claims.get(id),
    statement: (id) => statements.get(id),
    kindOf: (id) => kinds.get(id),
    party: parties(records.entities),
    wording: (place) => wordingOf(place, sentences),
    sentenceOf: (place) => sentenceOf(place, sentences, articles.get(place.article)?.text ?? ""),
    informant: (origin) => informants.get(origin),
    originOf: (id) => articles.get(id)?.origin ?? id,
    cite,
    references,
  };
}

function sentenceOf(place: Quote, sentences: Sentences, text: string): Quote {
  const around = sentences.get(place.article)?.find((s) => s.start <= place.start && place.end <= s.end);
  if (around === undefined || around.end > text.length) return place;
  return { article: place.article, start: around.start, end: around.end, text: text.slice(around.start, around.end) };
}

type Source = Pick<Reference, "outlet" | "title" | "published" | "publishedWithin">;
const sourceOf = (a: ReportArticle | undefined): Source => ({
  outlet: a?.label ?? "",
  title: a?.title ?? "",
  published: a?.published ?? null,
  publishedWithin: a?.publishedWithin ?? null,
});

export const phrase = (text: Phrase): Part => ({ kind: "phrase", text });
export const number = (value: number): Part => ({ kind: "number", value, text: printed(value) });
export const date = (when: Interval): Part => ({ kind: "date", when, text: readableInterval(when) });
export const day = (iso: string): Part => date({ earliest: iso, latest: iso });
export const grade = (g: Grade): Part => ({ kind: "grade", text: `${g.reliability}${g.credibility}` });
export const name = (text: string, article: string | null = null): Part => ({ kind: "name", text, article });

/** 12345.5 as "12,345.5": the same on every machine. */
export function printed(value: number): string {
  const [whole = "", fraction] = String(value).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** "1 article", "3 articles". */
export const counted = (value: number, one: Phrase, many: Phrase): Part[] => [
  number(value),
  phrase(value === 1 ? one : many),
];

/** The words of a place, cut to a readable length, without reference. */
export const words = (place: Quote, limit = shownLimit, focus?: number): Part => ({
  kind: "quote",
  ...clip(place, limit, focus),
});

/** The words of a place with the number of the reference that holds them. */
export const quoted = (t: Telling, place: Quote, limit = shownLimit, focus?: number): Part[] => [
  words(place, limit, focus),
  t.cite(clip(place, referenceLimit, focus)),
];

/** The words of a place; those that cannot be read by themselves with their whole sentence. */
export function inContext(t: Telling, place: Quote, limit = shownLimit): Part[] {
  return quoted(t, standalone(t, place), limit, place.start);
}

export const standalone = (t: Telling, place: Quote): Quote => (isFragment(t, place) ? t.sentenceOf(place) : place);

/** Begins in mid-sentence without a clause that stands alone, or has no clause at all. */
function isFragment(t: Telling, place: Quote): boolean {
  const midway = /^[\p{P}\s]*\p{Ll}/u.test(place.text);
  const wording = t.wording(place);
  if (wording === null) return midway && place.text.length < 100;
  return midway ? !standsAlone(wording) : !holdsClause(wording);
}

/** Where words stand. */
type Place = Pick<Quote, "article" | "start">;

/**
 * "Karven Tribune, 3 June 2025"; with the time of day, where stated, when that matters. What stands in an entry of a
 * live blog was published when that was: "Karven Tribune, 3 June 2025, 14:32".
 */
export function published(t: Telling, place: string | Place, precision: "day" | "time" = "day"): Part[] {
  const a = t.article(typeof place === "string" ? place : place.article);
  if (a === undefined) return [];
  const when = (typeof place === "string" ? null : entryWhen(a, place.start)) ?? publishedWhen(a, precision);
  return [name(a.label, a.id), phrase(", "), when === null ? phrase("undated") : date(when)];
}

function entryWhen({ entries }: ReportArticle, start: number): Interval | null {
  const entry = entryAt(entries, start);
  if (entry === null) return null;
  return entry.time === null ? entry.within : { earliest: entry.time, latest: entry.time };
}

/** When words were published, for sorting: at the latest where that is open, as articles are; what is undated comes last. */
export function publishedKey(t: Pick<Telling, "article">, { article, start }: Place): string {
  const a = t.article(article);
  if (a === undefined) return "~";
  const own = publicationAt(a, start);
  return own.published ?? own.publishedWithin?.latest ?? "~";
}

/** When an article can have been published, as far as it says. */
export function publishedWhen(a: ReportArticle, precision: "day" | "time" = "day"): Interval | null {
  if (a.published === null) return a.publishedWithin;
  const iso = precision === "day" ? a.published.slice(0, 10) : a.published;
  return { earliest: iso, latest: iso };
}

export function line(
  about: string | null,
  lead: readonly Part[],
  parts: readonly Part[],
  lines: readonly Line[] = [],
): Line {
  return { about, lead, parts: withoutRepeats(parts), lines };
}

/** Pieces of one place are followed by its number once, and a line gives each number once. */
function withoutRepeats(parts: readonly Part[]): Part[] {
  const seen = new Set<number>();
  return parts.filter((part, i) => {
    if (part.kind !== "ref") return true;
    const next = parts.slice(i + 1).find((p) => p.kind === "ref" || p.kind === "name");
    if (next?.kind === "ref" && next.ref === part.ref) return false;
    return !seen.has(part.ref) && seen.add(part.ref);
  });
}

/** Lists joined by `between`: [[a], [b, c]] → [a, between, b, c]. */
export const joined = (lists: readonly (readonly Part[])[], between: Phrase): Part[] =>
  lists.filter((l) => l.length > 0).flatMap((l, i) => (i === 0 ? [...l] : [phrase(between), ...l]));

/** The first `limit` of a list, and how many there are beyond. */
export function bounded<T>(list: readonly T[], limit: number): { readonly shown: readonly T[]; readonly left: number } {
  return { shown: list.slice(0, limit), left: Math.max(0, list.length - limit) };
}
