// Scores the `causes` filter on evals/causes/gold.jsonl: sentences written for this project, one or more causal claims each.

/** Characters that two relations share, cause with cause and effect with effect, as F1. */
export function overlap(a, b) {
  const shared = ([s, e], [t, f]) => Math.max(0, Math.min(e, f) - Math.max(s, t));
  const [cause, effect] = [shared(a.cause, b.cause), shared(a.effect, b.effect)];
  if (cause === 0 || effect === 0) return 0;
  const size = (r) => r.cause[1] - r.cause[0] + r.effect[1] - r.effect[0];
  return (2 * (cause + effect)) / (size(a) + size(b));
}

/** Names without article and case: "The rebels" is "rebels". */
const plain = (name) =>
  name
    .toLowerCase()
    .replace(/^(?:the|an?) /, "")
    .trim();
export const sameAsserter = (a, b) => plain(a) === plain(b) || (plain(b) !== "author" && plain(a).includes(plain(b)));

/**
 * Percentages: claims found (more than half of the words right), of those found sign, hedge, condition, negation and
 * asserter right; claims made that are right.
 * @param least leaves out relations with a lower score, as a report does
 */
export function scoreGold(gold, predicted, least = 0.35) {
  const byId = new Map(predicted.map((p) => [p.id, (p.relations ?? []).filter((r) => r.score >= least)]));
  const pairs = [];
  let [claims, made, characters] = [0, 0, 0];
  for (const { id, relations } of gold) {
    const own = byId.get(id) ?? [];
    claims += relations.length;
    made += own.length;
    for (const relation of relations) {
      const best = own.reduce((a, b) => (overlap(relation, b) > (a === null ? 0 : overlap(relation, a)) ? b : a), null);
      if (best === null || overlap(relation, best) <= 0.5) continue;
      pairs.push({ relation, best, id });
      characters += overlap(relation, best);
    }
  }
  const percent = (n, of) => (of === 0 ? 0 : Math.round((1000 * n) / of) / 10);
  const right = (same) => percent(pairs.filter(({ relation, best }) => same(relation, best)).length, pairs.length);
  return {
    pairs,
    measures: {
      "claims found %": percent(pairs.length, claims),
      "claims made that are right %": percent(pairs.length, made),
      "words right of found %": percent(characters, pairs.length),
      "sign right of found %": right((a, b) => a.sign === b.sign),
      "asserter right of found %": right((a, b) => sameAsserter(b.asserter, a.asserter)),
      "hedge right of found %": right((a, b) => a.hedged === b.hedged),
      "condition right of found %": right((a, b) => a.conditional === b.conditional),
      "negation right of found %": right((a, b) => a.negated === b.negated),
    },
  };
}
