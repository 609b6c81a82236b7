import type { ReportArticle } from "../../tell/report.js";
import { compare, type DiffSegment } from "../../trace/diff.js";
import type { Handlers } from "../answering.js";
import { marksIn } from "../marks.js";
import { page } from "../paging.js";
import { Problem } from "../problem.js";
import { narrowed } from "../rows.js";
import { articleRow, type View } from "../view.js";

type Own =
  | "GET /stories/{s}/articles"
  | "GET /stories/{s}/articles/{id}"
  | "GET /stories/{s}/lineage"
  | "GET /stories/{s}/diff";

export const articleHandlers: Handlers<Own> = {
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
  "GET /stories/{s}/lineage": async ({ room }) => {
    const { report } = await room.view();
    const { derivations, origins, circles } = report;
    return { articles: report.articles.map(articleRow), derivations, origins, circles } as never;
  },
  "GET /stories/{s}/diff": async ({ room, query }) => {
    const view = await room.view();
    const [a, b] = [sideOf(view, query.a), sideOf(view, query.b)];
    const pieces = view.once(`diff ${a.id} ${b.id}`, () => piecesOf(compare(a, b)));
    return { a: a.id, b: b.id, pieces };
  },
};

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
