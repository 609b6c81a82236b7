import type { Annotation, Article, Cause, Statement } from "../model/index.js";

/** Not written yet: finds nothing. */
export function findCauses(
  _article: Article,
  _annotation: Annotation,
  _statements: readonly Statement[],
): readonly Cause[] {
  return [];
}
