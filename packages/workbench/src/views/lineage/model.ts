import type { LineageData } from "../../data/story.js";
import { millis } from "../../parts/dates.js";

type Derivation = LineageData["derivations"][number];

/** One article's row in the picture: under the article it comes from, one step further in. */
export interface LineageRow {
  readonly id: string;
  readonly depth: number;
  /** The origin's number on its first row; null on the others. */
  readonly origin: number | null;
  readonly parent: string | null;
  /** When it was published, in milliseconds; null when it does not say. */
  readonly at: number | null;
}

/** A line of the picture, from row to row; `from` is null where the source is an outlet outside the story. */
export interface LineageEdge {
  readonly derivation: Derivation;
  readonly from: number | null;
  readonly to: number;
}

export interface LineagePicture {
  readonly rows: readonly LineageRow[];
  /** What leads to each row, by its place. */
  readonly edges: ReadonlyMap<number, readonly LineageEdge[]>;
}

/** What an edge is called in the side panel's address. */
export const edgeId = (d: Derivation): string => `${d.derived}~${d.source ?? `outlet:${d.outlet}`}`;

/** Origins in their order, each a tree of articles by time; `descended` leaves out those from which nothing comes. */
export function lineagePicture(data: LineageData, descended: boolean): LineagePicture {
  const parents = parentsOf(data.derivations);
  const times = new Map(data.articles.map((a) => [a.id, a.published === null ? Number.NaN : millis(a.published)]));
  const time = (id: string): number | null => {
    const at = times.get(id) ?? Number.NaN;
    return Number.isNaN(at) ? null : at;
  };
  const linked = new Set(data.derivations.flatMap((d) => [d.derived, d.source ?? d.derived]));
  const rows: LineageRow[] = [];
  for (const origin of [...data.origins].sort((a, b) => a.number - b.number)) {
    if (descended && !origin.articles.some((a) => linked.has(a))) continue;
    const members = new Set(origin.articles);
    const children = new Map<string, string[]>();
    for (const id of origin.articles) {
      const parent = id === origin.root ? null : parents.get(id);
      const under =
        parent !== undefined && parent !== null && members.has(parent) && parent !== id ? parent : origin.root;
      if (id === origin.root) continue;
      const siblings = children.get(under);
      if (siblings === undefined) children.set(under, [id]);
      else siblings.push(id);
    }
    const seen = new Set<string>();
    const walk = (id: string, depth: number, parent: string | null): void => {
      if (seen.has(id)) return;
      seen.add(id);
      rows.push({ id, depth, origin: depth === 0 ? origin.number : null, parent, at: time(id) });
      const mine = (children.get(id) ?? []).sort(
        (a, b) => (time(a) ?? Infinity) - (time(b) ?? Infinity) || (a < b ? -1 : 1),
      );
      for (const child of mine) walk(child, depth + 1, id);
    };
    walk(origin.root, 0, null);
    // A ring of copies hangs from no root: its articles follow at the first step.
    for (const id of origin.articles) walk(id, 1, origin.root);
  }
  return { rows, edges: edgesOf(rows, data.derivations) };
}

/** The one source an article is drawn under: the likeliest that is no mere citation. */
function parentsOf(derivations: readonly Derivation[]): ReadonlyMap<string, string> {
  const best = new Map<string, Derivation>();
  for (const d of derivations) {
    if (d.source === null || d.kind === "cites") continue;
    const now = best.get(d.derived);
    if (now === undefined || d.score > now.score) best.set(d.derived, d);
  }
  return new Map([...best].map(([id, d]) => [id, d.source!]));
}

function edgesOf(rows: readonly LineageRow[], derivations: readonly Derivation[]): LineagePicture["edges"] {
  const place = new Map(rows.map((r, i) => [r.id, i]));
  const edges = new Map<number, LineageEdge[]>();
  for (const derivation of derivations) {
    const to = place.get(derivation.derived);
    const from = derivation.source === null ? null : place.get(derivation.source);
    if (to === undefined || from === undefined) continue;
    const known = edges.get(to);
    if (known === undefined) edges.set(to, [{ derivation, from, to }]);
    else known.push({ derivation, from, to });
  }
  return edges;
}

/** From the first to the last date of publication, a little wider; a day around a single one. */
export function timeExtent(rows: readonly { readonly at: number | null }[]): readonly [number, number] {
  let [first, last] = [Infinity, -Infinity];
  for (const { at } of rows) if (at !== null) [first, last] = [Math.min(first, at), Math.max(last, at)];
  if (first > last) return [0, 86_400_000];
  const pad = Math.max((last - first) * 0.04, 43_200_000);
  return [first - pad, last + pad];
}

/** A stretch of time seen closer (factor below 1) or from farther, about its middle, and moved by a share of itself. */
export function zoomed([from, to]: readonly [number, number], factor: number, shift = 0): readonly [number, number] {
  const middle = (from + to) / 2 + shift * (to - from);
  const half = Math.max(1_800_000, ((to - from) / 2) * factor);
  return [middle - half, middle + half];
}
