import { type ClaimRelation, quote } from "../model/index.js";
import type { ClaimInput } from "./claims.js";
import type { Related } from "./join.js";
import type { JudgedClaims } from "./judged.js";

/** For each group the origins that have taken back what they told of it. */
export function takenBackBy(
  { joined, provenance }: Pick<ClaimInput, "joined" | "provenance">,
  groupOf: Int32Array,
): ReadonlyMap<number, ReadonlySet<string>> {
  const taken = new Map<number, Set<string>>();
  for (const { withdrawn } of joined.related)
    for (const told of withdrawn) {
      const origins = taken.get(groupOf[told]!) ?? new Set();
      taken.set(groupOf[told]!, origins.add(provenance[told]!.origin));
    }
  return taken;
}

/** For each group what it is to others, one relation to each: in the words of the pair of reports that shows it best. */
export function relationsByGroup(
  { articles, propositions, joined, derived }: Pick<ClaimInput, "articles" | "propositions" | "joined" | "derived">,
  groupOf: Int32Array,
  ids: readonly string[],
  judged: JudgedClaims,
): Map<number, ClaimRelation[]> {
  const best = new Map<string, { from: number; relation: ClaimRelation; worth: number }>();
  const own = (i: number) => (derived.has(propositions[i]!.assertion.article) ? 0 : 1);
  const words = (i: number) =>
    quote(propositions[i]!.assertion, articles.get(propositions[i]!.assertion.article)!.text);
  const offer = (from: number, to: number, kind: ClaimRelation["kind"], r: Related) => {
    const key = `${groupOf[from]} ${groupOf[to]}`;
    // A report's own words before a copy's, which may be spun.
    const worth = own(from) + own(to) + r.comparison.topic;
    if ((best.get(key)?.worth ?? 0) >= worth) return;
    const relation = { claim: ids[groupOf[to]!]!, kind, mine: words(from), theirs: words(to) };
    best.set(key, { from, relation, worth });
  };
  const settled = new Set(joined.related.filter(isSettling).map((r) => between(groupOf, r)));
  for (const r of joined.related) {
    if (groupOf[r.a] === groupOf[r.b] || judged.isAgreed(groupOf[r.a]!, groupOf[r.b]!)) continue;
    if (r.relation.kind === "conflict" && settled.has(between(groupOf, r))) continue;
    if (r.relation.kind === "conflict") {
      offer(r.a, r.b, r.relation.why, r);
      offer(r.b, r.a, r.relation.why, r);
    } else if (r.relation.kind === "revision") {
      const [later, earlier] = r.relation.later === "a" ? [r.a, r.b] : [r.b, r.a];
      offer(later, earlier, r.relation.why, r);
    }
  }
  const byGroup = new Map<number, ClaimRelation[]>();
  for (const { from, relation } of best.values()) {
    const own = byGroup.get(groupOf[from]!);
    if (own === undefined) byGroup.set(groupOf[from]!, [relation]);
    else own.push(relation);
  }
  return byGroup;
}

/** What was put right or taken back is no dispute any more. */
const isSettling = ({ relation }: Related): boolean =>
  relation.kind === "revision" && (relation.why === "corrected" || relation.why === "withdrawn");

const between = (groupOf: Int32Array, { a, b }: Related): string =>
  [groupOf[a]!, groupOf[b]!].sort((x, y) => x - y).join(" ");
