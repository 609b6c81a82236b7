/** Words with what stands around them, cut at a paragraph's ends or at a word. */
export interface InContext {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** The words at [start, end) of a text with up to `around` characters of their own paragraph on either side. */
export function inContext(text: string, start: number, end: number, around = 220): InContext {
  const paragraph = text.lastIndexOf("\n", start - 1) + 1;
  const close = text.indexOf("\n", end);
  const stop = close < 0 ? text.length : close;
  const from = Math.max(paragraph, start - around);
  const to = Math.min(stop, end + around);
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  return {
    before: from > paragraph ? `…${before.replace(/^\S*/, "")}` : before,
    words: text.slice(start, end),
    after: to < stop ? `${after.replace(/\S*$/, "")}…` : after,
  };
}

/** A piece of text and the layers that lie on it. */
export interface Piece<T> {
  readonly start: number;
  readonly end: number;
  readonly on: readonly T[];
}

/** Cuts [from, to) wherever a span begins or ends, so that spans may lie across one another. Empty spans are left out. */
export function pieces<T extends { readonly start: number; readonly end: number }>(
  from: number,
  to: number,
  spans: readonly T[],
): readonly Piece<T>[] {
  const inside = spans.filter((s) => s.end > from && s.start < to && s.end > s.start);
  const cuts = [...new Set([from, to, ...inside.flatMap((s) => [Math.max(from, s.start), Math.min(to, s.end)])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1]!;
    return { start, end, on: inside.filter((s) => s.start <= start && s.end >= end) };
  });
}

/** The paragraphs of a text, as spans without the line ends between them. */
export function paragraphs(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(/[^\n]+/g)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
}
