import type { ReportDerivation } from "hearsay";
import type { Mark, MarkedArticle } from "../../data/story.js";

/** Something marked in an article: what was found in it, or words that it shares with another. */
export type ReaderMark = Omit<Mark, "kind"> & { readonly kind: Mark["kind"] | "shared" };

/** What can be marked in an article, in the order of its switches. */
export const layerNames: Readonly<Record<string, string>> = {
  claim: "claim",
  statement: "statement",
  event: "event",
  commitment: "commitment",
  cause: "cause",
  figure: "figure",
  shared: "shared words",
};

/** Layers that are on until somebody says otherwise: few enough to read through. */
export const firstLayers = ["claim", "statement"] as const;

/** The layers found in an article with how many records each has, in the order of the switches. */
export function layersOf(
  marks: readonly ReaderMark[],
): readonly { readonly kind: string; readonly name: string; readonly count: number }[] {
  const ids = new Map<string, Set<string>>();
  for (const m of marks) ids.set(m.kind, (ids.get(m.kind) ?? new Set()).add(m.id));
  const order = Object.keys(layerNames);
  const rank = (kind: string): number => (order.includes(kind) ? order.indexOf(kind) : order.length);
  return [...ids]
    .map(([kind, set]) => ({ kind, name: layerNames[kind] ?? kind, count: set.size }))
    .sort((a, b) => rank(a.kind) - rank(b.kind));
}

/** What the side panel opens for a mark: records of the story by their id, others in their article. */
export const openOf = (article: string, mark: { readonly id: string }): string =>
  /^(claim|figure|entity)-|~/.test(mark.id) ? mark.id : `${article}/${mark.id}`;

/** Removed passages by the paragraph they stood before: the index of the first paragraph that starts at or after them. */
export function removedBefore(
  article: Pick<MarkedArticle, "removed">,
  starts: readonly number[],
): ReadonlyMap<number, MarkedArticle["removed"]> {
  const at = new Map<number, MarkedArticle["removed"][number][]>();
  for (const removed of article.removed) {
    const found = starts.findIndex((s) => s >= removed.at);
    const place = found < 0 ? starts.length : found;
    at.set(place, [...(at.get(place) ?? []), removed]);
  }
  return at;
}

/** `120-180` as a span of a text of that length; null when it is none. */
export function parsePlace(
  place: string | undefined,
  length: number,
): { readonly start: number; readonly end: number } | null {
  const [, start, end] = /^(\d+)-(\d+)$/.exec(place ?? "") ?? [];
  if (start === undefined) return null;
  const span = { start: Number(start), end: Math.min(Number(end), length) };
  return span.start < span.end ? span : null;
}

/** Passages that an article shares with others, as marks whose record is the derivation. */
export function sharedMarks(article: string, derivations: readonly ReportDerivation[]): readonly ReaderMark[] {
  return derivations.flatMap((d) => {
    if (d.source === null || (d.derived !== article && d.source !== article)) return [];
    return d.passages.flatMap((p): readonly ReaderMark[] => {
      const mine = d.derived === article ? p.derived : p.source;
      return mine === null
        ? []
        : [
            {
              start: mine.start,
              end: mine.end,
              kind: "shared",
              id: `${d.derived}~${d.source}`,
              label: d.kind,
              detail: null,
            },
          ];
    });
  });
}
