import type { Article, Speaker, Statement } from "../../model/index.js";
import type { Page } from "./page.js";

/** Who "I" and "we" are outside quotation marks: the one who signs the article, and its outlet. */
export interface Voice {
  readonly author: string | null;
  readonly outlet: string | null;
}

/** An article signed by several people has no "I". */
export const voiceOf = ({ authors, outlet }: Article): Voice => ({
  author: authors.length === 1 ? authors[0]! : null,
  outlet,
});

const singular = new Set(["i", "me", "my", "myself"]);
const plural = new Set(["we", "us", "our", "ourselves"]);

/**
 * The speaker of "I asked the minister" or "We have asked the ministry"; null for any other source, and in quotation marks.
 * "We" who think or want something may be everybody: they stay without a name.
 */
export function firstPerson(
  page: Page,
  source: readonly number[],
  voice: Voice,
  description: string,
  act: Statement["act"],
): Speaker | null {
  const [only] = source;
  if (source.length !== 1 || page.quote[only!]! > 0) return null;
  const word = page.lower[only!]!;
  if (!singular.has(word) && !plural.has(word)) return null;
  const { author, outlet } = voice;
  const known = { entity: null, anonymous: false, description };
  if (singular.has(word)) return { ...known, name: author, role: "author", affiliation: outlet, collective: false };
  const name = act === "thought" || act === "intention" ? null : outlet;
  return { ...known, name, role: null, affiliation: null, collective: name === null };
}
