import type { Annotation, Article, Statement } from "../model/index.js";

/** Not written yet: finds nothing. */
export function findStatements(_article: Article, _annotation: Annotation): readonly Statement[] {
  return [];
}
