import { contains, type Span, type Statement, span } from "../../model/index.js";

/**
 * The statement that asserts a relation, if any: the one around it. Of a relation in plain words "…, an envoy said" at the end or in the middle
 * of a side is no part of it; and what stands before a tag at the sentence's end is said by the same ("If it rains, the road will
 * close, said Vint").
 * @param statements of the article
 * @param plain told by words that mean nothing else: of others a tag inside a side shows that the side is wrong
 */
export function assertedIn(
  cause: Span,
  effect: Span,
  statements: readonly Statement[],
  plain: boolean,
): Statement | null {
  const around = statements.find((statement) =>
    [cause, effect].every((side) => {
      const own = plain ? withoutTag(side, statement) : side;
      return statement.content.some((c) => contains(c, own));
    }),
  );
  const tagged = (): Statement | undefined => statements.find((statement) => isTagged(cause, effect, statement));
  return around ?? (plain ? tagged() : undefined) ?? null;
}

const overlap = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);

/** Where a side holds the statement's speaker or verb, only what of it lies in what is said: the longest such piece. */
function withoutTag(side: Span, { source, cue, content }: Statement): Span {
  if (![...source, ...cue].some((part) => contains(side, part) || overlap(side, part) > 0)) return side;
  const pieces = content
    .filter((c) => overlap(side, c) > 0)
    .map((c) => ({ start: Math.max(side.start, c.start), end: Math.min(side.end, c.end) }))
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  const [longest] = pieces;
  return longest === undefined ? side : span(side.article, longest.start, longest.end);
}

/** How far behind a relation its tag may begin, in characters: a comma, quotation marks. */
const gap = 4;

function isTagged(cause: Span, effect: Span, { source, cue, content }: Statement): boolean {
  const end = Math.max(cause.end, effect.end);
  const tag = Math.min(...[...source, ...cue].map(({ start }) => start));
  return tag >= end && tag - end <= gap && content.some((c) => overlap(c, cause) > 0 || overlap(c, effect) > 0);
}
