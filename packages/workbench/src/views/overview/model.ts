import type { Brief, Line, ReportOrigin, SectionId } from "hearsay";
import type { ArticleRow } from "../../data/story.js";
import { millis } from "../../parts/dates.js";

const hour = 3_600_000;
const steps = [hour, 6 * hour, 24 * hour, 7 * 24 * hour, 30 * 24 * hour, 365 * 24 * hour] as const;

/** The articles of one stretch of time: those that an origin begins with, and those that come from another. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly roots: readonly string[];
  readonly copies: readonly string[];
}

/** Coverage over time in at most `most` bins of a round length; articles without a date are counted apart. */
export function coverage(
  articles: readonly ArticleRow[],
  origins: readonly ReportOrigin[],
  most = 48,
): { readonly bins: readonly Bin[]; readonly undated: number } {
  const roots = new Set(origins.map((o) => o.root));
  const dated = articles
    .flatMap((a) => (a.published === null ? [] : [{ id: a.id, at: millis(a.published) }]))
    .filter((a) => !Number.isNaN(a.at));
  if (dated.length === 0) return { bins: [], undated: articles.length };
  const [first, last] = [Math.min(...dated.map((a) => a.at)), Math.max(...dated.map((a) => a.at))];
  const hasHours = articles.some((a) => (a.published?.length ?? 0) > 10);
  const step = steps.find((s) => (s >= 24 * hour || hasHours) && (last - first) / s < most) ?? steps.at(-1)!;
  const start = Math.floor(first / step) * step;
  const count = Math.floor((last - start) / step) + 1;
  const bins = Array.from({ length: Math.min(count, 2000) }, (_, i) => ({
    from: start + i * step,
    to: start + (i + 1) * step,
    roots: [] as string[],
    copies: [] as string[],
  }));
  for (const { id, at } of dated) {
    const bin = bins[Math.floor((at - start) / step)];
    (roots.has(id) ? bin?.roots : bin?.copies)?.push(id);
  }
  return { bins, undated: articles.length - dated.length };
}

/** A section's lines, and how many it has in all. */
export function sectionOf(
  brief: Brief | undefined,
  id: SectionId,
): { readonly lines: readonly Line[]; readonly total: number } {
  const section = brief?.sections.find((s) => s.id === id);
  const lines = section?.lines ?? [];
  return { lines, total: lines.length + (section?.more?.count ?? 0) };
}

/** Everything that can be new: the articles, and the records that the report's lines are about. */
export function seenIds(articles: readonly ArticleRow[], brief: Brief | undefined): readonly string[] {
  const about = (brief?.sections ?? []).flatMap((s) => s.lines.flatMap((l) => l.about ?? []));
  return [...new Set([...articles.map((a) => a.id), ...about])];
}
