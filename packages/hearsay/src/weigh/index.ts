import {
  type Annotation,
  type Article,
  type Derivation,
  type Extraction,
  type Interval,
  type Judgement,
  type Lineage,
  publicationAt,
  type Span,
  type StageResult,
  type Weighing,
} from "../model/index.js";
import { carriedPairs, repeatedPairs } from "./carry.js";
import { makeClaims } from "./claims.js";
import { distinctOf } from "./distinct.js";
import { joinEntities } from "./entities.js";
import { makeFigures } from "./figures.js";
import { joinClauses } from "./join.js";
import { propositionMaker } from "./known.js";
import { withLevels } from "./levels.js";
import { Sources } from "./origins.js";
import { candidatePairs } from "./pairs.js";
import { makePositions } from "./positions.js";
import type { Proposition } from "./propositions.js";
import type { AsOf } from "./relation.js";
import { Tellers } from "./tellers.js";
import { Weights } from "./weights.js";

/** Everything that is known of a story before it is weighed. Lists may come in any order. */
export interface WeighInput {
  readonly articles: readonly Article[];
  readonly annotations: readonly Annotation[];
  readonly extractions: readonly Extraction[];
  readonly lineage: Lineage;
  readonly judgements: readonly Judgement[];
}

/** Below this share of meaning two clauses are not even looked at again. */
const WORTH_A_LOOK = 0.1;

/**
 * Weighs a story: joins entities and claims across articles, counts support by independent origin, finds what
 * contradicts or revises what, and grades. Pure; the same for any order of its lists.
 */
export function weigh(input: WeighInput): StageResult<Weighing> {
  const articles = new Map([...input.articles].sort((a, b) => (a.id < b.id ? -1 : 1)).map((a) => [a.id, a]));
  const extractions = new Map(input.extractions.map((e) => [e.article, e]));
  const known = joinEntities(input.annotations, input.judgements);
  const { entities, entityOf } = known;
  const annotations = new Map(input.annotations.map((a) => [a.article, a]));
  const made = propositionMaker(known);
  const told = [...articles.keys()].flatMap((id) => {
    const extraction = extractions.get(id);
    return extraction ? made(extraction, annotations.get(id), articles.get(id)!.text) : [];
  });
  const propositions = withLevels(told);
  const asOf = propositions.map((p) => asOfDay(p, articles.get(p.assertion.article)!));
  const sources = new Sources(input.lineage.origins, input.lineage.derivations, entityOf, known.stateOf);
  const weights = new Weights(propositions, (article) => sources.origin(article));
  const since = sinceOf(input.lineage.derivations, articles);
  const carried = [
    ...carriedPairs(propositions, input.lineage.derivations),
    ...repeatedPairs(propositions, (article) => articles.get(article)!.text),
  ];
  const held = propositions.map(({ assertion: { article } }, i) => ({ day: asOf[i]!, since: since(article) }));
  const clauses = distinctOf(propositions, carried, held, new Tellers(articles, sources, entities));
  const joined = joinClauses(clauses, carried, candidatePairs(clauses, weights, WORTH_A_LOOK));
  const derived = new Set(input.lineage.derivations.filter((d) => d.kind !== "cites").map((d) => d.derived));
  const provenance = propositions.map((p) => sources.of(p));
  const claims = makeClaims({ articles, propositions, provenance, joined, judgements: input.judgements, derived });
  const byId = new Map(propositions.map((p) => [p.assertion.id, p.assertion]));
  const asOfById = new Map(propositions.map((p, i) => [p.assertion.id, asOf[i]!]));
  const figures = makeFigures(claims, byId, asOfById, articles);
  const claimOf = new Map(claims.flatMap((c) => c.support.map((s) => [supportKey(s.span), c.id] as const)));
  const positions = makePositions({
    propositions,
    known,
    published: ({ assertion }) => publishedAt(articles.get(assertion.article)!, assertion.start),
    claimOf: ({ assertion }) => claimOf.get(supportKey(assertion)) ?? null,
    originOf: (article) => sources.origin(article),
    textOf: (article) => articles.get(article)!.text,
  });
  return { output: { entities, entityOf, claims, figures, positions }, diagnostics: [] };
}

const supportKey = ({ article, start, end }: Span): string => `${article}/${start}-${end}`;

function publishedAt(article: Article, at: number): Interval | null {
  const { published, publishedWithin } = publicationAt(article, at);
  const day = published?.slice(0, 10);
  return day === undefined ? publishedWithin : { earliest: day, latest: day };
}

/** The day of the latest article that an article cites; what a copy tells is as old as what it copies. */
function sinceOf(
  derivations: readonly Derivation[],
  articles: ReadonlyMap<string, Article>,
): (article: string) => AsOf {
  const latest = new Map<string, string>();
  for (const { derived, source, kind } of derivations) {
    const day = source === null || kind !== "cites" ? undefined : articles.get(source)?.published?.slice(0, 10);
    if (day !== undefined && day > (latest.get(derived) ?? "")) latest.set(derived, day);
  }
  return (article) => latest.get(article) ?? null;
}

/**
 * The day a proposition holds for: the one day it names, if that is not after publication; else the article's own day.
 * A toll holds for the day it is reported, whatever day the deaths are of.
 */
function asOfDay({ assertion }: Proposition, article: Article): AsOf {
  const own = publicationAt(article, assertion.start);
  const published = (own.published ?? own.publishedWithin?.latest ?? null)?.slice(0, 10) ?? null;
  const toll = assertion.amounts.some((m) => m.measure?.startsWith("toll:"));
  const [only, ...more] = assertion.times;
  const oneDay = only && more.length === 0 && !toll && only.earliest.slice(0, 10) === only.latest.slice(0, 10);
  const day = oneDay ? only.latest.slice(0, 10) : null;
  return day !== null && day.length === 10 && (published === null || day <= published) ? day : published;
}
