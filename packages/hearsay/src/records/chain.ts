import type { Quote } from "../model/index.js";
import type { ReportStatement } from "../tell/index.js";

/**
 * Through whom each statement comes, by its id, the nearest first: "Roe said that Venn had told her that …" holds a
 * statement of Venn's that comes through Roe. One is within another if its cue and content stand in the other's content.
 */
export function chains(statements: readonly ReportStatement[]): ReadonlyMap<string, readonly ReportStatement[]> {
  const byArticle = new Map<string, ReportStatement[]>();
  for (const s of statements) {
    const own = byArticle.get(s.article);
    if (own === undefined) byArticle.set(s.article, [s]);
    else own.push(s);
  }
  const found = new Map<string, readonly ReportStatement[]>();
  for (const own of byArticle.values())
    for (const s of own) {
      const through = own.filter((outer) => outer !== s && holds(outer, s)).sort((a, b) => width(a) - width(b));
      if (through.length > 0) found.set(s.id, through);
    }
  return found;
}

function holds({ content }: ReportStatement, inner: ReportStatement): boolean {
  const within = (part: Quote) => content.parts.some((c) => c.start <= part.start && part.end <= c.end);
  return inner.cue.parts.length > 0 && [...inner.cue.parts, ...inner.content.parts].every(within);
}

const width = ({ content }: ReportStatement): number => content.parts.reduce((sum, p) => sum + p.end - p.start, 0);
