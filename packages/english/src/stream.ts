import { parse } from "./parse.js";
import { splitSentences } from "./sentences.js";
import type { Sentence } from "./token.js";

/** A line longer than this many UTF-16 units is parsed piece by piece. */
const longLine = 65_536;

/**
 * Sentences of a text that arrives in pieces, each as soon as its line is complete; offsets count from the first piece.
 * The same sentences as `parse` gives for the whole text, except where a line is longer than 65,536 units: such a line
 * is cut between sentences, or where there is none, anywhere.
 */
export async function* parseStream(pieces: AsyncIterable<string>): AsyncGenerator<Sentence> {
  let pending = "";
  let offset = 0;
  for await (const piece of pieces) {
    pending += piece;
    const cut = completeUntil(pending);
    for (const sentence of parse(pending.slice(0, cut))) yield moved(sentence, offset);
    pending = pending.slice(cut);
    offset += cut;
  }
  for (const sentence of parse(pending)) yield moved(sentence, offset);
}

/** How much of `text` can be parsed without waiting for more. */
function completeUntil(text: string): number {
  const lineEnd = text.lastIndexOf("\n") + 1;
  if (lineEnd > 0 || text.length < longLine) return lineEnd;
  const last = splitSentences(text).at(-1)?.[0]?.start ?? 0;
  return last > 0 ? last : text.length;
}

function moved(sentence: Sentence, by: number): Sentence {
  if (by === 0) return sentence;
  const shift = <T extends { start: number; end: number }>(span: T): T => ({
    ...span,
    start: span.start + by,
    end: span.end + by,
  });
  return { ...shift(sentence), tokens: sentence.tokens.map(shift) };
}
