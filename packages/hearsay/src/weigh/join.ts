import { Union } from "../model/index.js";
import { settleOpen } from "./between.js";
import type { Carried } from "./carry.js";
import type { Pair } from "./pairs.js";
import type { Proposition } from "./propositions.js";
import { relate } from "./relate.js";
import type { Held, Relation } from "./relation.js";

export interface Related extends Pair {
  readonly relation: Relation;
}

/** Groups of propositions that are one claim each, and the pairs that set claims against or after one another. */
export interface Joined {
  readonly groups: readonly (readonly number[])[];
  readonly related: readonly Related[];
}

/**
 * Joins propositions into claims: first what was carried over with a passage, then independent wordings, the most alike
 * first. Two groups with any pair between them that contradicts or revises never become one.
 */
export function joinPropositions(
  propositions: readonly Proposition[],
  carried: readonly Carried[],
  pairs: Iterable<Pair>,
  held: readonly Held[],
): Joined {
  const related = oneOwner(settleOpen(relatedOf(propositions, pairs, held), held), carried, propositions);
  const groups = new Grouping(propositions.length, neighboursOf(related.filter((r) => apart(r.relation))));
  for (const { derived, source } of carried) groups.join(derived, source);
  const same = related.filter((r) => r.relation.kind === "same");
  const alike = neighboursOf(same);
  for (const { a, b } of same.sort((x, y) => y.comparison.topic - x.comparison.topic || x.a - y.a || x.b - y.b))
    groups.join(a, b, alike);
  return { groups: groups.all(), related };
}

/** The pairs that are something to one another: one in a hundred or two. */
function relatedOf(propositions: readonly Proposition[], pairs: Iterable<Pair>, held: readonly Held[]): Related[] {
  const related: Related[] = [];
  for (const { a, b, comparison } of pairs) {
    const relation = relate(propositions[a]!, propositions[b]!, comparison, [held[a]!, held[b]!]);
    if (relation.kind !== "none") related.push({ a, b, comparison, relation });
  }
  return related;
}

/**
 * A toll that does not say whose dead it counts belongs to one side's series, the one it has most in common with: "the
 * toll rose to nine" cannot follow both on four of ours and on six of theirs. Relations by number are taken the surest
 * first; one that would bring the counts of two sides together is none.
 */
function oneOwner(
  related: readonly Related[],
  carried: readonly Carried[],
  propositions: readonly Proposition[],
): readonly Related[] {
  const series = new Union(propositions.length);
  const owners = propositions.map(({ assertion }) => new Set(assertion.amounts.flatMap((m) => m.owners)));
  const join = (a: number, b: number): boolean => {
    const [x, y] = [owners[series.find(a)]!, owners[series.find(b)]!];
    if (x.size > 0 && y.size > 0 && ![...x].some((owner) => y.has(owner))) return false;
    series.join(a, b);
    owners[series.find(a)] = x.size > 0 ? x : y;
    return true;
  };
  for (const { derived, source } of carried) join(derived, source);
  const numeric = related.filter(isNumeric);
  const apart = new Set(
    numeric
      .map((r) => ({ r, setting: r.comparison.setting }))
      .sort((x, y) => y.setting - x.setting || x.r.a - y.r.a || x.r.b - y.r.b)
      .flatMap(({ r }) => (join(r.a, r.b) ? [] : [r])),
  );
  return related.map((r) => (apart.has(r) ? { ...r, relation: { kind: "none" } } : r));
}

/** Decided by the amounts of the two. */
const isNumeric = ({ relation, comparison }: Related): boolean =>
  relation.kind !== "none" && (comparison.differing !== null || comparison.numbers === "agree");

const apart = (relation: Relation): boolean => relation.kind === "conflict" || relation.kind === "revision";

/** Of all pairs across two groups this share must be alike before they are one claim. */
const ACROSS = 0.2;

/** For each proposition those that it is paired with. */
type Neighbours = ReadonlyMap<number, readonly number[]>;

function neighboursOf(pairs: readonly { readonly a: number; readonly b: number }[]): Neighbours {
  const neighbours = new Map<number, number[]>();
  const add = (from: number, to: number): void => {
    const list = neighbours.get(from);
    if (list === undefined) neighbours.set(from, [to]);
    else list.push(to);
  };
  for (const { a, b } of pairs) {
    add(a, b);
    add(b, a);
  }
  return neighbours;
}

/** Disjoint sets that refuse to unite what is opposed. */
class Grouping {
  private readonly union: Union;
  private readonly members: (number[] | null)[];
  private readonly opposed: Neighbours;

  constructor(n: number, opposed: Neighbours) {
    this.union = new Union(n);
    this.members = Array.from({ length: n }, (_, i) => [i]);
    this.opposed = opposed;
  }

  /** `alike`: pairs that are the same; if given, a share of all pairs across must be, so that chains do not form. */
  join(a: number, b: number, alike?: Neighbours): void {
    const [x, y] = [this.union.find(a), this.union.find(b)].sort((i, j) => i - j) as [number, number];
    if (x === y) return;
    const [left, right] = [this.members[x]!, this.members[y]!];
    const [few, other] = left.length < right.length ? [left, y] : [right, x];
    if (alike && this.across(few, other, alike) < ACROSS * left.length * right.length) return;
    if (this.across(few, other, this.opposed) > 0) return;
    this.union.join(x, y);
    // The longer list is kept, so that a claim of thousands of reports is not copied for each.
    const [long, short] = left.length < right.length ? [right, left] : [left, right];
    for (const member of short) long.push(member);
    this.members[y] = null;
    this.members[x] = long;
  }

  /** Pairs between these members and another group. */
  private across(members: readonly number[], group: number, pairs: Neighbours): number {
    let count = 0;
    for (const member of members)
      for (const other of pairs.get(member) ?? []) if (this.union.find(other) === group) count++;
    return count;
  }

  all(): number[][] {
    return this.union.groups();
  }
}
