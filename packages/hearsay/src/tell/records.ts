import {
  type Article,
  type Commitment,
  type Diagnostic,
  type Event,
  type Extraction,
  type Figure,
  type Origin,
  type Position,
  type Quote,
  quote,
  type Span,
  type Statement,
  type Story,
} from "../model/index.js";
import type {
  Pieces,
  ReportActor,
  ReportArticle,
  ReportCause,
  ReportCommitment,
  ReportEvent,
  ReportFigure,
  ReportOrigin,
  ReportPosition,
  ReportStatement,
} from "./report.js";

/** Cuts the words of spans out of the story's articles and keeps account of spans that cannot be cut. */
export interface Cutter {
  cut(of: Span): Quote;
  /** `make` for each item; an item whose words are not where it says is left out with a diagnostic. */
  each<T, R>(items: readonly T[], make: (item: T) => R): R[];
  readonly diagnostics: Diagnostic[];
}

export function cutter(articles: readonly Article[]): Cutter {
  const texts = new Map(articles.map((a) => [a.id, a.text]));
  const diagnostics: Diagnostic[] = [];
  const cut = (of: Span): Quote => {
    const text = texts.get(of.article);
    if (text === undefined) throw new RangeError(`No article ${of.article}.`);
    return quote(of, text);
  };
  const each = <T, R>(items: readonly T[], make: (item: T) => R): R[] =>
    items.flatMap((item) => {
      try {
        return [make(item)];
      } catch (error) {
        diagnostics.push(lost(error));
        return [];
      }
    });
  return { cut, each, diagnostics };
}

const lost = (error: unknown): Diagnostic => ({
  severity: "error",
  code: "tell.span",
  stage: "tell",
  message: `A record was left out because its words are not in its article: ${error instanceof Error ? error.message : String(error)}`,
});

export function reportArticles(story: Story): ReportArticle[] {
  const originOf = new Map(story.lineage.origins.flatMap((o) => o.articles.map((a) => [a, o.id] as const)));
  return story.articles
    .map((a) => ({
      id: a.id,
      file: a.file,
      url: a.url,
      title: a.title,
      authors: a.authors,
      outlet: a.outlet,
      label: labelOf(a),
      published: a.published,
      publishedWithin: a.publishedWithin,
      modified: a.modified,
      language: a.language,
      agency: a.agency,
      translatedFrom: a.translatedFrom,
      firstPublishedIn: a.firstPublishedIn,
      section: a.section,
      origin: originOf.get(a.id) ?? null,
      text: a.text,
      removed: a.removed,
      entries: a.entries,
      evidence: a.evidence,
    }))
    .sort(byPublication);
}

/**
 * The outlet, else the site; else the file's own name without what says its format. Where that is only a number or a
 * hash, the number of a row or message, or standard input, the title, or for want of one how the text begins.
 */
const labelOf = (a: Article): string => {
  const site = a.url !== null && URL.canParse(a.url) ? new URL(a.url).hostname.replace(/^www\./, "") : "";
  const file = a.file
    .replace(/[/\\]+$/, "")
    .split(/[/\\]/)
    .at(-1);
  const name = file?.replace(/(?<=.)\.[a-z0-9]{1,5}$/i, "") || a.file;
  if (a.outlet !== null || site !== "") return a.outlet ?? site;
  if (!/#|^-$/.test(a.file) && !isCode(name)) return name;
  return a.title !== "" ? beginning(a.title) : `“${beginning(a.text)}”`;
};

/** Hexadecimal or decimal digits with hardly a word among them: "000_e9a8619eb300e9ec", "20250618-4711". */
const isCode = (name: string): boolean => name.replace(/[0-9a-f]{8,}|\d+/gi, "").replace(/[^\p{L}]+/gu, "").length < 3;

const longestLabel = 48;
const beginning = (title: string): string =>
  title.length <= longestLabel ? title : `${title.slice(0, longestLabel).replace(/\s+\S*$/u, "")} …`;

/** By date of publication, the undated last, then by id: the same in any input order. */
export function byPublication(
  a: Pick<ReportArticle, "id" | "published" | "publishedWithin">,
  b: Pick<ReportArticle, "id" | "published" | "publishedWithin">,
): number {
  return compare(publishedKey(a), publishedKey(b)) || compare(a.id, b.id);
}
const publishedKey = (a: Pick<ReportArticle, "published" | "publishedWithin">): string =>
  a.published ?? a.publishedWithin?.latest ?? "~";
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function reportOrigins(origins: readonly Origin[], articles: readonly ReportArticle[]): ReportOrigin[] {
  const rank = new Map(articles.map((a, i) => [a.id, i]));
  const first = (o: Origin): number => Math.min(...o.articles.map((a) => rank.get(a) ?? articles.length));
  return [...origins]
    .sort((a, b) => first(a) - first(b) || compare(a.id, b.id))
    .map((o, i) => ({
      ...o,
      articles: [...o.articles].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0)),
      number: i + 1,
    }));
}

function pieces(spans: readonly Span[], cut: Cutter["cut"]): Pieces {
  const parts = spans.map(cut);
  return { text: parts.map((p) => p.text).join(" … "), parts };
}

export function reportStatement(
  s: Statement,
  cut: Cutter["cut"],
  entityOf: Readonly<Record<string, string>>,
): ReportStatement {
  return {
    id: s.id,
    article: s.article,
    speaker: { ...s.speaker, entity: storyEntity(s.speaker.entity, entityOf) },
    source: pieces(s.source, cut),
    cue: pieces(s.cue, cut),
    content: pieces(s.content, cut),
    kind: s.kind,
    act: s.act,
    addressee: s.addressee,
    venue: s.venue,
    when: s.when,
    negated: s.negated,
    hedged: s.hedged,
    score: s.score,
  };
}

const storyEntity = (local: string | null, entityOf: Readonly<Record<string, string>>): string | null =>
  local === null ? null : (entityOf[local] ?? local);

export function reportEvent(e: Event, cut: Cutter["cut"], entityOf: Readonly<Record<string, string>>): ReportEvent {
  const actor = (a: Event["who"]): ReportActor | null =>
    a === null ? null : { name: a.name, entity: storyEntity(a.entity, entityOf), country: a.country, span: cut(a) };
  return {
    id: e.id,
    article: e.article,
    span: cut(e),
    trigger: cut(e.trigger),
    type: e.type,
    mode: e.mode,
    who: e.who?.name ?? null,
    whom: e.whom?.name ?? null,
    source: actor(e.who),
    target: actor(e.whom),
    where: e.where,
    when: e.when,
    statement: e.statement,
    goldstein: e.goldstein,
    score: e.score,
  };
}

export function reportCommitment(c: Commitment, cut: Cutter["cut"]): ReportCommitment {
  return {
    id: c.id,
    article: c.article,
    span: cut(c),
    status: c.status,
    by: c.by,
    to: c.to,
    object: c.object && cut(c.object),
    condition: c.condition && cut(c.condition),
    when: c.when,
    statement: c.statement,
    score: c.score,
  };
}

export function reportCause(c: Extraction["causes"][number], cut: Cutter["cut"]): ReportCause {
  return {
    id: c.id,
    article: c.article,
    cause: cut(c.cause),
    effect: cut(c.effect),
    signal: c.signal.map(cut),
    sign: c.sign,
    hedged: c.hedged,
    conditional: c.conditional,
    negated: c.negated,
    by: c.by,
    statement: c.statement,
    score: c.score,
  };
}

export const reportPosition = ({ takes, issue, ...position }: Position, cut: Cutter["cut"]): ReportPosition => ({
  ...position,
  issue: cut(issue),
  takes: takes.map(({ article, start, end, ...take }) => ({ span: cut({ article, start, end }), ...take })),
});

export function reportFigure(f: Figure, cut: Cutter["cut"]): ReportFigure {
  return {
    id: f.id,
    of: f.of,
    unit: f.unit,
    reports: f.reports.map((r) => ({
      article: r.amount.article,
      span: cut(r.amount),
      min: r.amount.min,
      max: r.amount.max,
      exact: r.amount.exact,
      origin: r.origin,
      asOf: r.asOf,
      claim: r.claim,
    })),
  };
}
