import { annotate } from "../../annotate/index.js";
import { causalModels, findCauses, readCauses } from "../../extract/causes.js";
import { findStatements } from "../../extract/statements.js";
import { type Article, type Cause, plainArticle, type Span } from "../../model/index.js";
import { type Filter, optionalText, requireText } from "../stage.js";

/** `{id, text}` → `{id, causal, relations}`: `causal` when any sentence says that something causes something; every relation with its score. */
export const filter: Filter = {
  kind: "line",
  run(record) {
    const article = articleOf(requireText(record, "text"), optionalText(record, "date"));
    const annotation = annotate(article).output;
    const causal = annotation.sentences.some((sentence) => readCauses(sentence, causalModels()).causal);
    const causes = findCauses(article, annotation, findStatements(article, annotation), 0);
    return { id: record.id ?? null, causal, relations: causes.map(relation) };
  },
};

const pair = ({ start, end }: Span): readonly [number, number] => [start, end];

function relation({ cause, effect, signal, sign, hedged, conditional, negated, by, score }: Cause) {
  const spans = { cause: pair(cause), effect: pair(effect), signal: signal.map(pair) };
  return { ...spans, sign, hedged, conditional, negated, asserter: by, score };
}

function articleOf(text: string, published: string | null): Article {
  return plainArticle({ id: "", published, text });
}
