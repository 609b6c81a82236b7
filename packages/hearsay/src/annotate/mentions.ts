import type { Sentence } from "@hearsay/english";
import type { Article, Entity, Mention } from "../model/index.js";

/** Not written yet: finds nothing. */
export function findMentions(
  _article: Article,
  _sentences: readonly Sentence[],
): { mentions: readonly Mention[]; entities: readonly Entity[] } {
  return { mentions: [], entities: [] };
}
