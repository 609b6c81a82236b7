import type { Quote } from "../model/index.js";
import type { Pieces } from "../tell/index.js";

/** Words in pieces as one quotation: from the first to the last of them, the text with the gaps marked. */
export function pieces({ text, parts }: Pieces): Quote {
  const first = parts[0];
  if (first === undefined) return { article: "", start: 0, end: 0, text };
  return { article: first.article, start: first.start, end: parts.at(-1)!.end, text };
}
