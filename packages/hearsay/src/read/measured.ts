import type { Block } from "./markup.js";
import { type Wording, wordingOf } from "./wording.js";

/** A line or block with what the classifiers know of it. */
export interface Measured {
  readonly text: string;
  readonly wording: Wording;
  readonly block: Block | null;
}

/** Measures the lines of a text that has no markup. */
export const measureLines = (lines: readonly string[]): Measured[] =>
  lines.map((text) => ({ text, wording: wordingOf(text), block: null }));

export const measureBlocks = (blocks: readonly Block[]): Measured[] =>
  blocks.map((block) => ({ text: block.text, wording: wordingOf(block.text), block }));

/** A line long and sentence-like enough to be prose by itself. */
export const isLong = (m: Measured): boolean =>
  m.wording.words >= 18 && m.wording.sentences > 0 && (m.block === null || m.block.linked < m.text.length * 0.4);
