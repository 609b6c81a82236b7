import type { ReportArticle, ReportDerivation } from "../tell/index.js";
import { torturedIn } from "../trace/tortured.js";
import { dateOf, inReadingOrder, type RecordTable, rowMaker, whereColumns, wordsColumn } from "./row.js";

/** A row for each article that comes from another. */
export const lineage: RecordTable = {
  columns: [
    { key: "derived", head: "Article", min: 14, rank: 0, style: () => "bold" },
    { key: "kind", head: "Is a", min: 11, rank: 0 },
    { key: "source", head: "Of", min: 14, rank: 0, style: () => "bold" },
    { key: "score", head: "Share", min: 5, rank: 2 },
    { key: "direction", head: "Direction", min: 9, rank: 6 },
    { key: "reasons", head: "Because", min: 14, grow: true, rank: 1 },
    { ...wordsColumn, rank: 7 },
    ...whereColumns.map((column) => ({ ...column, rank: column.rank + 6 })),
  ],
  rows: (report) => {
    const row = rowMaker(report);
    const articles = new Map(report.articles.map((article) => [article.id, article]));
    const found = report.derivations.map((derivation) => {
      const { derived, kind, passages } = derivation;
      const words = passages[0]?.derived ?? beginning(articles.get(derived)!);
      return row(words, fields(derivation, articles), { types: [kind] });
    });
    const taken = new Set(report.derivations.filter(({ kind }) => kind !== "cites").map(({ derived }) => derived));
    const orphans = report.articles.filter(({ id }) => !taken.has(id)).flatMap((article) => spunRow(row, article));
    return inReadingOrder([...found, ...orphans]);
  },
};

/** At most so many phrases are given as the reason. */
const phrasesShown = 3;

/** A row for an article that reads as put through a synonym dictionary and whose source is not in the story. */
function spunRow(row: ReturnType<typeof rowMaker>, article: ReportArticle) {
  const { spun, phrases } = torturedIn(article.text);
  if (!spun) return [];
  const { start, end, words } = phrases[0]!;
  const reasons = phrases.slice(0, phrasesShown).map((p) => `says “${p.words}”, likely for “${p.likely}”`);
  return [
    row(
      { article: article.id, start, end, text: words },
      {
        derived: article.label,
        kind: "spun",
        source: "no article of the story",
        sourceArticle: null,
        sourceFile: null,
        sourceDate: null,
        score: null,
        direction: "known",
        reasons,
        passages: 0,
      },
      { types: ["spun"] },
    ),
  ];
}

function fields(derivation: ReportDerivation, articles: ReadonlyMap<string, ReportArticle>) {
  const { derived, source, outlet, kind, score, direction, reasons, passages } = derivation;
  const from = source === null ? undefined : articles.get(source);
  return {
    derived: articles.get(derived)?.label ?? derived,
    kind,
    source: from?.label ?? outlet,
    sourceArticle: source,
    sourceFile: from?.file ?? null,
    sourceDate: dateOf(from),
    score: Math.round(score * 100) / 100,
    direction,
    reasons,
    passages: passages.length,
  };
}

/** A row for each independent voice. */
export const origins: RecordTable = {
  columns: [
    { key: "number", head: "Origin", min: 6, rank: 0 },
    { key: "root", head: "Goes back to", min: 16, rank: 0, style: () => "bold" },
    { key: "date", head: "Date", min: 10, rank: 2 },
    { key: "count", head: "Articles", min: 8, rank: 1 },
    { key: "outlets", head: "Outlets", min: 20, grow: true, rank: 1 },
  ],
  rows: (report) => {
    const row = rowMaker(report);
    const articles = new Map(report.articles.map((article) => [article.id, article]));
    return report.origins.flatMap(({ id, number, root, articles: members }) => {
      const first = articles.get(root);
      if (first === undefined) return [];
      const outlets = members.map((member) => articles.get(member)?.label ?? member);
      return row(beginning(first), { id, number, root: first.label, count: members.length, outlets, members });
    });
  },
};

/** An article's first paragraph. */
export function beginning({ id, text }: ReportArticle) {
  const [first = ""] = text.split(/\n\s*\n/, 1);
  return { article: id, start: 0, end: first.length, text: first };
}
