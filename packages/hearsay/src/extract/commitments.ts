import type { Annotation, Article, Commitment, Event, Statement } from "../model/index.js";

/** Not written yet: finds nothing. */
export function findCommitments(
  _article: Article,
  _annotation: Annotation,
  _statements: readonly Statement[],
  _events: readonly Event[],
): readonly Commitment[] {
  return [];
}
