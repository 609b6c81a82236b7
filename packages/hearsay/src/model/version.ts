import type { Quote } from "./span.js";

/** An earlier version of an article: what its place held before, and what has changed since. */
export interface Version {
  /** Made from its content, like an article's. */
  readonly id: string;
  /** The article as it is now. */
  readonly article: string;
  /** The path or URL both were found at. */
  readonly file: string;
  /** When this version was first and last found there, and when the article was found after that, ISO 8601. */
  readonly first: string;
  readonly last: string;
  readonly since: string;
  readonly title: string;
  readonly published: string | null;
  readonly modified: string | null;
  readonly text: string;
  /** Sentences of the article that this version had not, in order. */
  readonly added: readonly Quote[];
  /** Sentences of this version that the article no longer has, in order; `article` is this version's id. */
  readonly dropped: readonly Quote[];
}
