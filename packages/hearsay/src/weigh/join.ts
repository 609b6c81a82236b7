import { Union } from "../model/index.js";
import { settleOpen } from "./between.js";
import type { Carried } from "./carry.js";
import type { Distinct } from "./distinct.js";
import type { Pair } from "./pairs.js";
import { relate } from "./relate.js";
import { none, type Relation } from "./relation.js";

/** A pair that is something to one another; `a` and `b` are propositions. */
export interface Related extends Pair {
  readonly relation: Relation;
  /** The propositions whose tellers take them back in the one of the two that was told later. */
  readonly withdrawn: readonly number[];
}

/** Groups of propositions that are one claim each, and the pairs that set claims against or after one another. */
export interface Joined {
  readonly groups: readonly (readonly number[])[];
  readonly related: readonly Related[];
}

/**
 * Joins clauses into claims: first what was carried over with a passage, then independent wordings, the most alike
 * first. Two groups with any pair between them that contradicts or revises never become one.
 * @param carried between propositions
 */
export function joinClauses(clauses: readonly Distinct[], carried: readonly Carried[], pairs: Iterable<Pair>): Joined {
  const passages = amongClauses(clauses, carried);
  const held = clauses.map((clause) => clause.held);
  const related = oneOwner(settleOpen(relatedOf(clauses, pairs), held), passages, clauses);
  const groups = new Grouping(clauses, neighboursOf(related.filter((r) => apart(r.relation))));
  for (const { derived, source } of passages) groups.join(derived, source);
  const same = related.filter((r) => r.relation.kind === "same");
  const alike = neighboursOf(same);
  for (const { a, b } of same.sort((x, y) => y.comparison.topic - x.comparison.topic || x.a - y.a || x.b - y.b))
    groups.join(a, b, alike);
  const membersOf = (group: readonly number[]) => group.flatMap((i) => clauses[i]!.members).sort((a, b) => a - b);
  const first = (i: number) => clauses[i]!.members[0]!;
  return {
    groups: groups.all().map(membersOf),
    related: related.map((r) => ({ ...r, a: first(r.a), b: first(r.b) })),
  };
}

/** Pairs of distinct clauses of which something was carried over from the one to the other, each once. */
function amongClauses(clauses: readonly Distinct[], carried: readonly Carried[]): readonly Carried[] {
  const clauseOf = new Map(clauses.flatMap(({ members }, i) => members.map((member) => [member, i] as const)));
  const pairs = new Map<number, Carried>();
  for (const one of carried) {
    const [derived, source] = [clauseOf.get(one.derived)!, clauseOf.get(one.source)!];
    if (derived !== source) pairs.set(derived * clauses.length + source, { derived, source });
  }
  return [...pairs.values()];
}

/** The pairs that are something to one another: one in a hundred or two. */
function relatedOf(clauses: readonly Distinct[], pairs: Iterable<Pair>): Related[] {
  const related: Related[] = [];
  for (const pair of pairs) {
    const [x, y] = [clauses[pair.a]!, clauses[pair.b]!];
    const told = relate(x.first, y.first, pair.comparison, [x.held, y.held], pair.within);
    const found = withdrawing(x, y, told) ?? { relation: told, withdrawn: [] };
    if (found.relation.kind !== "none") related.push({ ...pair, ...found });
  }
  return related;
}

/**
 * Who takes back a report replaces it; others' word for the same is neither taken back nor contradicted by that. Null where
 * nothing is taken back.
 */
function withdrawing(a: Distinct, b: Distinct, relation: Relation): Pick<Related, "relation" | "withdrawn"> | null {
  const later = a.takers !== null ? "a" : "b";
  const [taking, told] = later === "a" ? [a, b] : [b, a];
  if (relation.kind !== "conflict" || taking.takers === null || told.takers !== null) return null;
  const withdrawn = [...taking.takers].flatMap((key) => told.tellers.get(key) ?? []);
  if (withdrawn.length === 0) return { relation: none, withdrawn };
  return { relation: { kind: "revision", why: "withdrawn", later }, withdrawn };
}

/**
 * A toll that does not say whose dead it counts belongs to one side's series, the one it has most in common with: "the
 * toll rose to nine" cannot follow both on four of ours and on six of theirs. Relations by number are taken the surest
 * first; one that would bring the counts of two sides together is none.
 */
function oneOwner(
  related: readonly Related[],
  carried: readonly Carried[],
  clauses: readonly Distinct[],
): readonly Related[] {
  const series = new Union(clauses.length);
  const owners = clauses.map(({ first }) => new Set(first.assertion.amounts.flatMap((m) => m.owners)));
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

/** For each clause those that it is paired with. */
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

/** Disjoint sets of clauses that refuse to unite what is opposed. A clause counts as often as it is told. */
class Grouping {
  private readonly union: Union;
  private readonly members: (number[] | null)[];
  /** How often the clauses of a set are told, by its first. */
  private readonly told: number[];

  constructor(
    private readonly clauses: readonly Distinct[],
    private readonly opposed: Neighbours,
  ) {
    this.union = new Union(clauses.length);
    this.members = clauses.map((_, i) => [i]);
    this.told = clauses.map(({ members }) => members.length);
  }

  /** `alike`: pairs that are the same; if given, a share of all pairs across must be, so that chains do not form. */
  join(a: number, b: number, alike?: Neighbours): void {
    const [x, y] = [this.union.find(a), this.union.find(b)].sort((i, j) => i - j) as [number, number];
    if (x === y) return;
    const [left, right] = [this.members[x]!, this.members[y]!];
    const [few, other] = left.length < right.length ? [left, y] : [right, x];
    if (alike && this.across(few, other, alike) < ACROSS * this.told[x]! * this.told[y]!) return;
    if (this.across(few, other, this.opposed) > 0) return;
    this.union.join(x, y);
    // The longer list is kept, so that a claim of thousands of reports is not copied for each.
    const [long, short] = left.length < right.length ? [right, left] : [left, right];
    for (const member of short) long.push(member);
    this.members[y] = null;
    this.members[x] = long;
    this.told[x]! += this.told[y]!;
  }

  /** Pairs of reports between these clauses and another set. */
  private across(clauses: readonly number[], set: number, pairs: Neighbours): number {
    let count = 0;
    for (const one of clauses)
      for (const other of pairs.get(one) ?? [])
        if (this.union.find(other) === set)
          count += this.clauses[one]!.members.length * this.clauses[other]!.members.length;
    return count;
  }

  all(): number[][] {
    return this.union.groups();
  }
}
