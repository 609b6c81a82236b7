import type { Annotation, Article, Event, Statement } from "../model/index.js";

/** Not written yet: finds nothing. */
export function findEvents(
  _article: Article,
  _annotation: Annotation,
  _statements: readonly Statement[],
): readonly Event[] {
  return [];
}
