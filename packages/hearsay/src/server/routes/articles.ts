import type { ReportArticle, ReportDerivation } from "../../tell/report.js";
import { compare, type DiffSegment } from "../../trace/diff.js";
import type { Lookers } from "../answering.js";
import { marksIn } from "../marks.js";
import { page } from "../paging.js";
import { Problem } from "../problem.js";
import { narrowed } from "../rows.js";
import { articleRow, type View } from "../view.js";

type Own =
  | "GET /stories/{s}/articles"
  | "GET /stories/{s}/articles/{id}"
  | "GET /stories/{s}/derivations"
  | "GET /stories/{s}/diff";

export const articleLookers: Lookers<Own> = {
  "GET /stories/{s}/articles": async ({ room, query }) => {
    const view = await room.view();
    const rows = await narrowed(view, "articles", query);
    const found = rows.flatMap(({ fields }) => view.articles.get(String(fields.article)) ?? []);
    return page(found.map(articleRow), query, view.revision);
  },
  "GET /stories/{s}/articles/{id}": async ({ room, path }) => {
    const view = await room.view();
    const article = view.articles.get(path.id);
    if (article === undefined) throw unknown("article", path.id);
    return { ...article, marks: marksIn(view, article.id) };
  },
  "GET /stories/{s}/derivations": async ({ room, query }) => {
    const view = await room.view();
    const { article, source } = query;
    const all =
      article === undefined ? view.report.derivations : (view.once("derivations", byArticle).get(article) ?? []);
    const named = (one: ReportDerivation) => source === one.source || source === `outlet:${one.outlet}`;
    return page(source === undefined ? all : all.filter(named), query, view.revision);
  },
  "GET /stories/{s}/diff": async ({ room, query }) => {
    const view = await room.view();
    const [a, b] = [sideOf(view, query.a), sideOf(view, query.b)];
    const pieces = view.once(`diff ${a.id} ${b.id}`, () => piecesOf(compare(a, b)));
    return { a: a.id, b: b.id, pieces };
  },
};

/** The derivations of each article, those it comes from first. */
function byArticle({ report }: View): ReadonlyMap<string, ReportDerivation[]> {
  const found = new Map<string, ReportDerivation[]>();
  const add = (article: string | null, one: ReportDerivation) => {
    if (article === null) return;
    const known = found.get(article);
    if (known === undefined) found.set(article, [one]);
    else known.push(one);
  };
  for (const one of report.derivations) add(one.derived, one);
  for (const one of report.derivations) add(one.source, one);
  return found;
}

export const unknown = (what: string, id: string): Problem =>
  new Problem(404, `${what}.unknown`, `There is no ${what} "${id.slice(0, 80)}" in this story.`);

/** An article, or the earlier version of one. */
function sideOf({ articles, report }: View, id: string): Pick<ReportArticle, "id" | "text"> {
  const found = articles.get(id) ?? report.versions.find((version) => version.id === id);
  if (found === undefined) throw unknown("article", id);
  return found;
}

type Piece = { kind: "same" | "changed" | "added" | "dropped"; a: [number, number] | null; b: [number, number] | null };

/** One list of both: in the order of b, with what was dropped after what stood before it in a. */
function piecesOf({ a, b }: ReturnType<typeof compare>): Piece[] {
  const pieces: Piece[] = [];
  const dropped = a.filter(({ change }) => change === "dropped");
  const placed = new Set<DiffSegment>();
  const before = (end: number) => {
    for (const segment of dropped) {
      if (placed.has(segment) || segment.a!.end > end) continue;
      placed.add(segment);
      pieces.push(pieceOf(segment));
    }
  };
  let reached = 0;
  for (const segment of b) {
    // Passages may stand in another order in b: only what goes on in a's order has anything dropped before it.
    if (segment.a !== null && segment.a.start >= reached) {
      before(segment.a.start);
      reached = segment.a.end;
    }
    pieces.push(pieceOf(segment));
  }
  before(Number.POSITIVE_INFINITY);
  return pieces;
}

const pieceOf = ({ change, a, b }: DiffSegment): Piece => ({
  kind: change === "kept" ? "same" : change,
  a: a === null ? null : [a.start, a.end],
  b: b === null ? null : [b.start, b.end],
});
