import type { Assertion, Derivation, Passage } from "../model/index.js";
import type { Proposition } from "./propositions.js";

/** Two assertions of which one was carried over from the other with its passage. */
export interface Carried {
  readonly derived: number;
  readonly source: number;
}

/** A clause that sits at the same place of the same passage is the same clause; how sure, 0–1. */
const CARRY_AT_LEAST = 0.5;

/** Place and length alone make no clause the same: this share of words and names must be, or a number. */
const SHARED_AT_LEAST = 0.12;

/**
 * Pairs of assertions that an article took over with a passage: copies, excerpts, rewrites, spun and translated text.
 * Within one passage a clause is paired with the clause at its relative place that shares most of its words and names.
 */
export function carriedPairs(propositions: readonly Proposition[], derivations: readonly Derivation[]): Carried[] {
  const byArticle = new Map<string, number[]>();
  propositions.forEach(({ assertion: { article } }, i) => {
    const own = byArticle.get(article);
    if (own === undefined) byArticle.set(article, [i]);
    else own.push(i);
  });
  return derivations
    .filter((d) => d.kind !== "cites")
    .flatMap((d) => d.passages.flatMap((p) => pairsIn(p, propositions, byArticle)));
}

/**
 * A clause of this many words that stands twice letter by letter is one claim, in one article or in two; not so "what I
 * want to do", which tells nothing.
 */
const REPEATED_WORDS = 5;

/** Pairs of propositions in the very same words. */
export function repeatedPairs(propositions: readonly Proposition[], textOf: (article: string) => string): Carried[] {
  const first = new Map<string, number>();
  return propositions.flatMap(({ assertion: { article, start, end, denial, words: meanings } }, i) => {
    if (meanings.length < 2) return [];
    const words = textOf(article).slice(start, end).toLowerCase().split(/\s+/);
    if (words.length < REPEATED_WORDS) return [];
    // "The report that … was wrong" has the report's words too.
    const key = `${denial} ${words.join(" ")}`;
    const source = first.get(key);
    if (source === undefined) first.set(key, i);
    return source === undefined ? [] : [{ derived: i, source }];
  });
}

function pairsIn(
  passage: Passage,
  propositions: readonly Proposition[],
  byArticle: ReadonlyMap<string, number[]>,
): Carried[] {
  const { derived, source } = passage;
  if (source === null) return [];
  const within = (side: { article: string; start: number; end: number }) =>
    (byArticle.get(side.article) ?? []).filter(
      (i) => middle(propositions[i]!.assertion) >= side.start && middle(propositions[i]!.assertion) < side.end,
    );
  const sources = within(source);
  const scored = within(derived).flatMap((d) =>
    sources.map((s) => ({ derived: d, source: s, score: closeness(propositions[d]!, propositions[s]!, passage) })),
  );
  return mutualBest(scored.filter((pair) => pair.score >= CARRY_AT_LEAST));
}

const middle = (a: Assertion): number => (a.start + a.end) / 2;

function closeness(p: Proposition, q: Proposition, { derived, source }: Passage): number {
  const [a, b] = [p.assertion, q.assertion];
  const place = (x: Assertion, side: { start: number; end: number }) =>
    (middle(x) - side.start) / (side.end - side.start);
  const near = 1 - Math.min(1, 3 * Math.abs(place(a, derived) - place(b, source!)));
  const length = Math.min(a.end - a.start, b.end - b.start) / Math.max(a.end - a.start, b.end - b.start);
  if (a.denial !== b.denial) return 0;
  const figure = a.amounts.some((x) =>
    b.amounts.some((y) => x.amount.min === y.amount.min && x.amount.max === y.amount.max),
  );
  const alike = dice(p.features, q.features);
  if (alike < SHARED_AT_LEAST && !figure) return 0;
  return 0.4 * near + 0.4 * alike + 0.2 * length + (figure ? 0.3 : 0);
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const feature of a) if (b.has(feature)) shared++;
  return (2 * shared) / Math.max(1, a.size + b.size);
}

/** Best pairs first, each clause used once. */
function mutualBest(pairs: readonly (Carried & { readonly score: number })[]): Carried[] {
  const used = new Set<string>();
  const kept: Carried[] = [];
  for (const { derived, source } of [...pairs].sort(
    (x, y) => y.score - x.score || x.derived - y.derived || x.source - y.source,
  )) {
    if (used.has(`d${derived}`) || used.has(`s${source}`)) continue;
    used.add(`d${derived}`).add(`s${source}`);
    kept.push({ derived, source });
  }
  return kept;
}
