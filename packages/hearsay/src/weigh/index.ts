import type { Annotation, Article, Extraction, Judgement, Lineage, StageResult, Weighing } from "../model/index.js";
import { type Assertion, assertionsOf } from "./assertions.js";
import { carriedPairs } from "./carry.js";
import { makeClaims } from "./claims.js";
import { joinEntities } from "./entities.js";
import { makeFigures } from "./figures.js";
import { joinAssertions } from "./join.js";
import { Sources } from "./origins.js";
import { candidatePairs } from "./pairs.js";
import type { AsOf } from "./relate.js";
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
  const annotations = new Map(input.annotations.map((a) => [a.article, a]));
  const extractions = new Map(input.extractions.map((e) => [e.article, e]));
  const { entities, entityOf } = joinEntities(input.annotations, input.judgements);
  const assertions = [...articles.values()].flatMap((article) => {
    const [annotation, extraction] = [annotations.get(article.id), extractions.get(article.id)];
    return annotation && extraction ? assertionsOf(article, annotation, extraction, entityOf) : [];
  });
  const asOf = assertions.map((a) => asOfDay(a, articles.get(a.article)!));
  const sources = new Sources(input.lineage.origins, input.lineage.derivations, entityOf);
  const weights = new Weights(assertions, (article) => sources.origin(article));
  const joined = joinAssertions(
    assertions,
    carriedPairs(assertions, input.lineage.derivations),
    candidatePairs(assertions, weights, WORTH_A_LOOK),
    asOf,
  );
  const provenance = assertions.map((a) => sources.of(a, annotations.get(a.article)!.sentences[a.sentence]!));
  const claims = makeClaims({ articles, assertions, provenance, joined, judgements: input.judgements });
  const byId = new Map(assertions.map((a) => [a.id, a]));
  const figures = makeFigures(claims, byId, new Map(assertions.map((a, i) => [a.id, asOf[i]!])), articles);
  return { output: { entities, entityOf, claims, figures }, diagnostics: [] };
}

/** The day an assertion holds for: the one day it names, if that is not after publication; else the article's own day. */
function asOfDay(assertion: Assertion, article: Article): AsOf {
  const published = (article.published ?? article.publishedWithin?.latest ?? null)?.slice(0, 10) ?? null;
  const [only, ...more] = assertion.times;
  const day = only && more.length === 0 ? only.latest.slice(0, 10) : null;
  if (day !== null && day.length === 10 && (published === null || day <= published)) return day;
  return published;
}
