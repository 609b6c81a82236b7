import type { Sentence } from "@hearsay/english";
import type { Annotation, Article, Diagnostic, Moment, StageResult } from "../model/index.js";
import { findAmounts } from "./amounts/index.js";
import { findMentions } from "./mentions.js";
import { findMoments } from "./moments/index.js";
import { findQuotations } from "./quotations.js";
import { sentencesOf } from "./sentences.js";

export { findAmounts } from "./amounts/index.js";
export { findMentions } from "./mentions.js";
export { findMoments } from "./moments/index.js";
export { findQuotations } from "./quotations.js";
export { parsedAt, sentencesOf, tokenWith } from "./sentences.js";

/**
 * Everything that can be found in one article's text before anything is concluded from it: sentences with
 * their trees, who and what is mentioned, times, amounts, quotations. Each list is in text order.
 * A finder that fails becomes a diagnostic `annotate.NAME` and leaves its list empty; the others go on.
 */
export function annotate(article: Article): StageResult<Annotation> {
  const diagnostics: Diagnostic[] = [];
  const attempt = <T>(name: string, find: () => T, otherwise: T): T => {
    try {
      return find();
    } catch (error) {
      diagnostics.push(failure(name, article, error));
      return otherwise;
    }
  };
  const { id, text } = article;
  const sentences = attempt<readonly Sentence[]>("sentences", () => sentencesOf(text), []);
  const { mentions, entities } = attempt("mentions", () => findMentions(article, sentences), {
    mentions: [],
    entities: [],
  });
  const moments = attempt<readonly Moment[]>(
    "moments",
    () => findMoments(id, text, sentences, article.published, article.entries),
    [],
  );
  const output: Annotation = {
    article: id,
    sentences,
    mentions,
    entities,
    moments,
    amounts: attempt("amounts", () => findAmounts(id, sentences, moments), []),
    quotations: attempt("quotations", () => findQuotations(id, text), []),
  };
  return { output, diagnostics };
}

function failure(name: string, article: Article, error: unknown): Diagnostic {
  return {
    severity: "error",
    code: `annotate.${name}`,
    message: `Could not find ${name}: ${error instanceof Error ? error.message : String(error)}`,
    stage: "annotate",
    file: article.file,
    article: article.id,
  };
}
