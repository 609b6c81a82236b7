import type { Sentence } from "@hearsay/english";
import type { Moment } from "../../model/index.js";

/** Not written yet: finds nothing. */
export function findMoments(
  _article: string,
  _text: string,
  _sentences: readonly Sentence[],
  _published: string | null,
): readonly Moment[] {
  return [];
}
