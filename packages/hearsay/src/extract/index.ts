import type { Annotation, Article, Diagnostic, Extraction, StageResult, Statement } from "../model/index.js";
import { findAssertions } from "./assertions.js";
import { findCauses } from "./causes.js";
import { findCommitments } from "./commitments.js";
import { sceneOf } from "./events/actors.js";
import { findEvents } from "./events.js";
import { findStatements } from "./statements.js";

export { findAssertions } from "./assertions.js";
export { findCauses } from "./causes.js";
export { findCommitments } from "./commitments.js";
export { findEvents } from "./events.js";
export { findStatements } from "./statements.js";

/**
 * What one annotated article says: who conveyed what, what happened, what was promised or asked, what is said
 * to cause what, and clause by clause what it asserts. Later finders see what earlier ones found. One that fails becomes a diagnostic `extract.NAME`
 * and leaves its list empty; the others go on.
 */
export function extract(article: Article, annotation: Annotation): StageResult<Extraction> {
  const diagnostics: Diagnostic[] = [];
  const attempt = <T>(name: string, find: () => readonly T[]): readonly T[] => {
    try {
      return find();
    } catch (error) {
      diagnostics.push(failure(name, article, error));
      return [];
    }
  };
  const statements = attempt<Statement>("statements", () => findStatements(article, annotation));
  const scene = sceneOf(article, annotation);
  const events = attempt("events", () => findEvents(article, annotation, statements, { reach: "clause" }, scene));
  const commitments = attempt("commitments", () => findCommitments(article, annotation, statements, events, scene));
  const causes = attempt("causes", () => findCauses(article, annotation, statements));
  const assertions = attempt("assertions", () => findAssertions(article, annotation, statements, events));
  return { output: { article: article.id, statements, events, commitments, causes, assertions }, diagnostics };
}

function failure(name: string, article: Article, error: unknown): Diagnostic {
  return {
    severity: "error",
    code: `extract.${name}`,
    message: `Could not find ${name}: ${error instanceof Error ? error.message : String(error)}`,
    stage: "extract",
    file: article.file,
    article: article.id,
  };
}
