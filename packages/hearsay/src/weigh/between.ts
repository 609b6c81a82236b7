import type { Pair } from "./pairs.js";
import type { Held, Relation } from "./relation.js";

interface Ordered extends Pair {
  readonly relation: Relation;
}

/**
 * A value of no known day that lies between two dated ones of its series, and is known to be later than the first, is
 * earlier than the second: 600 on the 13th, 1,400 some day after it, 2,100 on the 24th. Pairs whose order is open are
 * settled so or are nothing to one another.
 */
export function settleOpen<P extends Ordered>(pairs: readonly P[], held: readonly Held[]): P[] {
  const before = new Map<number, { readonly day: string; readonly own: number; readonly earlier: number }[]>();
  for (const { a, b, relation, comparison } of pairs) {
    if (relation.kind !== "revision" || comparison.differing === null) continue;
    const isA = relation.later === "a";
    const [later, day] = [isA ? a : b, held[isA ? b : a]!.day];
    if (held[later]!.day !== null || day === null) continue;
    const [x, y] = [comparison.differing.a.min, comparison.differing.b.min];
    before.set(later, [...(before.get(later) ?? []), { day, own: isA ? x : y, earlier: isA ? y : x }]);
  }
  return pairs.flatMap((pair): P[] => {
    if (pair.relation.kind !== "open") return [pair];
    const settled = settle(pair, held, before);
    return settled === null ? [] : [{ ...pair, relation: settled }];
  });

  function settle({ a, b, comparison }: P, held: readonly Held[], known: typeof before): Relation | null {
    const { differing } = comparison;
    const undatedIsA = held[a]!.day === null;
    const [undated, dated] = undatedIsA ? [a, b] : [b, a];
    const day = held[dated]!.day;
    if (differing === null || day === null) return null;
    const [own, other] = undatedIsA ? [differing.a.min, differing.b.min] : [differing.b.min, differing.a.min];
    const between = (known.get(undated) ?? []).some(
      (e) => e.day < day && e.own === own && (e.earlier < own ? own < other : other < own),
    );
    return between ? { kind: "revision", why: other > own ? "grown" : "fallen", later: undatedIsA ? "b" : "a" } : null;
  }
}
