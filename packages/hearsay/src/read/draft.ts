import type { Piece } from "./assemble.js";
import type { Metadata } from "./metadata.js";

/** An article before its text is put together. */
export interface Draft {
  readonly url: string | null;
  readonly metadata: Metadata;
  /** The language of the text once it is put together. */
  languageOf(text: string): string;
}

export interface DraftReading {
  readonly draft: Draft;
  readonly pieces: readonly Piece[];
  /** True when a limit cut something off. */
  readonly cut: boolean;
}
