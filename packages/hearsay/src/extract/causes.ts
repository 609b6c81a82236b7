import { type Annotation, type Article, type Cause, type Statement, span, stableId } from "../model/index.js";
import { assertedIn } from "./causes/asserter.js";
import { type Relation, readAll, type Stretch } from "./causes/find.js";
import { models } from "./causes/weights.js";

export { type CausalReading, readAll, readCauses } from "./causes/find.js";
export { models as causalModels } from "./causes/weights.js";

/**
 * What an article says to bring about, raise, lower or prevent what, in text order: in a sentence and of the sentence before, explicit
 * ("led to", "because of", "a blow to", "unless") or implied ("…, leaving 3 dead"). Whoever makes the statement
 * around it asserts it, else the author. Scores and their limits: data/causes.md.
 * @param least leaves out relations with a lower score: what a report should not rest on.
 */
export function findCauses(
  article: Article,
  annotation: Annotation,
  statements: readonly Statement[],
  least = 0.35,
): readonly Cause[] {
  return readAll(annotation.sentences, models())
    .filter(({ score }) => score >= least)
    .map((relation) => causeOf(article.id, relation, statements));
}

/** From this score on it is told by words that mean nothing else. */
const outright = 0.8;

function causeOf(article: string, relation: Relation, statements: readonly Statement[]): Cause {
  const at = ({ start, end }: Stretch) => span(article, start, end);
  const [cause, effect] = [at(relation.cause), at(relation.effect)];
  const statement = assertedIn(cause, effect, statements, relation.score >= outright);
  const { sign, hedged, conditional, negated, score } = relation;
  return {
    id: stableId("cause", article, cause.start, cause.end, effect.start, effect.end),
    article,
    cause,
    effect,
    signal: relation.signal.map(at),
    sign,
    hedged: hedged || (statement?.hedged ?? false),
    conditional,
    negated,
    by: statement === null ? "author" : (statement.speaker.name ?? (statement.speaker.description || "author")),
    statement: statement?.id ?? null,
    score,
  };
}
