import type { ReportEvent } from "hearsay";

/** One thing that passed between an actor and another, on a day. */
export interface PairPoint {
  readonly event: ReportEvent;
  /** Milliseconds since 1970; where no day is told, when its article was published. */
  readonly at: number;
}

/** What passed between an actor and one other, over time. */
export interface Pair {
  readonly other: string;
  readonly name: string;
  readonly points: readonly PairPoint[];
}

const passed: ReadonlySet<string> = new Set(["asserted", "reported", "historical"]);

/**
 * The others an actor deals with, those of most dealings first. What several articles of one origin report of one day and type
 * counts once; what is denied, planned or supposed does not count.
 */
export function pairsOf(
  actor: string,
  events: readonly ReportEvent[],
  article: (id: string) => { readonly origin: string | null; readonly published: string | null } | undefined,
): readonly Pair[] {
  const pairs = new Map<string, { name: string; points: Map<string, PairPoint> }>();
  for (const event of events) {
    const { source, target } = event;
    if (source == null || target == null || !passed.has(event.mode)) continue;
    const acts = source.entity === actor;
    const other = acts ? target : source;
    if (other.entity === null || other.entity === actor || !(acts || target.entity === actor)) continue;
    const from = article(event.article);
    const at = Date.parse(event.when?.earliest ?? from?.published ?? "");
    if (Number.isNaN(at)) continue;
    const pair = pairs.get(other.entity) ?? { name: (acts ? event.whom : event.who) ?? "", points: new Map() };
    const day = event.when?.earliest.slice(0, 10) ?? "";
    const key = [event.type, acts, day, from?.origin ?? event.article].join(" ");
    if (!pair.points.has(key)) pair.points.set(key, { event, at });
    pairs.set(other.entity, pair);
  }
  return [...pairs]
    .map(
      ([other, { name, points }]): Pair => ({ other, name, points: [...points.values()].sort((a, b) => a.at - b.at) }),
    )
    .sort((a, b) => b.points.length - a.points.length || (a.other < b.other ? -1 : 1));
}
