import { type Interval, Union } from "../model/index.js";
import { append, joinCopies, joinEqual } from "./copies.js";
import { compare } from "./records.js";
import type { ReportArticle, ReportClaim, ReportDerivation, ReportEvent, TimelineEntry } from "./report.js";
import { foldWords } from "./words.js";

interface Input {
  readonly events: readonly ReportEvent[];
  readonly claims: readonly ReportClaim[];
  readonly articles: readonly ReportArticle[];
  readonly derivations: readonly ReportDerivation[];
}

/** One entry per happening: copies of an event and events that support one claim are told once. By date, undated last. */
export function timeline({ events, claims, articles, derivations }: Input): TimelineEntry[] {
  const together = new Union(events.length);
  const tellings = events.map((e) => ({
    at: e.trigger,
    words: `${e.type} ${foldWords(e.span.text)} ${foldWords(e.trigger.text)}`,
    sort: e.type,
  }));
  joinCopies(tellings, derivations, together);
  const claimOf = joinByClaim(events, claims, together);
  joinEqual(events.map(sameAct), together);
  const originOf = new Map(articles.map((a) => [a.id, a.origin ?? a.id]));
  joinEqual(toldOver(events, originOf), together);
  const rank = new Map(articles.map((a, i) => [a.id, i]));
  return together
    .groups()
    .map((group) =>
      entry(
        group.flatMap((i) => events[i] ?? []),
        claimOf,
        originOf,
        rank,
      ),
    )
    .sort(byTime);
}

/**
 * One act in other words: the same sides by name, the same day and the same way of happening. Acts without a day are
 * joined by claim and copy only: the same two may meet twice.
 */
function sameAct(event: ReportEvent): string {
  const { when } = event;
  const act = actOf(event);
  return act === "" || when === null || length(when) > 1 ? "" : `${act} ${when.earliest.slice(0, 10)}`;
}

/** The type of an act, how it is told and between whom; "" where a side has no name. */
function actOf({ type, mode, source, target }: ReportEvent): string {
  const [a, b] = [source?.entity ?? "", target?.entity ?? ""];
  const told = mode === "reported" || mode === "asserted" ? "told" : mode;
  return a === "" || b === "" || a === b ? "" : `${type} ${told} ${a} ${b}`;
}

/**
 * An act without a day that articles of one origin tell in other words, a translation and its original: each tells it once,
 * or nothing says which is which.
 */
function toldOver(events: readonly ReportEvent[], originOf: ReadonlyMap<string, string>): string[] {
  const keys = events.map((event) => {
    const act = event.when === null ? actOf(event) : "";
    return act === "" ? "" : `${originOf.get(event.article)} ${act}`;
  });
  const times = new Map<string, number>();
  for (const [i, { article }] of events.entries())
    times.set(`${article} ${keys[i]}`, (times.get(`${article} ${keys[i]}`) ?? 0) + 1);
  const twice = new Set(keys.filter((key, i) => (times.get(`${events[i]?.article} ${key}`) ?? 0) > 1));
  return keys.map((key) => (twice.has(key) ? "" : key));
}

/** Events of one type whose words lie in reports of one claim. Returns the claim of each event that has one. */
function joinByClaim(
  events: readonly ReportEvent[],
  claims: readonly ReportClaim[],
  together: Union,
): Map<string, string> {
  const byArticle = new Map<string, number[]>();
  for (const [i, event] of events.entries()) append(byArticle, event.article, i);
  const claimOf = new Map<string, string>();
  const keys = events.map(() => "");
  for (const claim of claims.filter((c) => c.kind === "event"))
    for (const { article, span, partial } of claim.support)
      for (const i of partial ? [] : (byArticle.get(article) ?? [])) {
        const event = events[i];
        if (event === undefined || claimOf.has(event.id)) continue;
        if (event.trigger.start < span.start || event.trigger.end > span.end) continue;
        claimOf.set(event.id, claim.id);
        keys[i] = `${claim.id} ${event.type} ${event.mode}`;
      }
  joinEqual(keys, together);
  return claimOf;
}

function entry(
  group: readonly ReportEvent[],
  claimOf: ReadonlyMap<string, string>,
  originOf: ReadonlyMap<string, string>,
  rank: ReadonlyMap<string, number>,
): TimelineEntry {
  const order = [...group].sort(
    (a, b) =>
      completeness(b) - completeness(a) ||
      (rank.get(a.article) ?? 0) - (rank.get(b.article) ?? 0) ||
      a.span.start - b.span.start ||
      compare(a.id, b.id),
  );
  return {
    id: `when-${order[0]?.id ?? ""}`,
    when: narrowest(order.flatMap((e) => e.when ?? [])),
    events: order.map((e) => e.id),
    claim: order.map((e) => claimOf.get(e.id)).find((c) => c !== undefined) ?? null,
    origins: new Set(order.map((e) => originOf.get(e.article))).size,
  };
}

/** How much of who, whom and when an event tells. */
const completeness = (e: ReportEvent): number => [e.who, e.whom, e.when].filter((x) => x !== null).length;

function narrowest(intervals: readonly Interval[]): Interval | null {
  return intervals.reduce<Interval | null>((best, i) => (best === null || length(i) < length(best) ? i : best), null);
}

function length({ earliest, latest }: Interval): number {
  const day = (iso: string): number => Date.parse(iso.slice(0, 10));
  const days = day(latest) - day(earliest);
  return Number.isNaN(days) ? Number.POSITIVE_INFINITY : days - Math.min(earliest.length, 16);
}

function byTime(a: TimelineEntry, b: TimelineEntry): number {
  return (
    compare(a.when?.earliest ?? "~", b.when?.earliest ?? "~") ||
    compare(a.when?.latest ?? "~", b.when?.latest ?? "~") ||
    compare(a.id, b.id)
  );
}
