import type { Token } from "@hearsay/english";
import type { Amount, Annotation, Article, Mention, Moment, Span } from "../../model/index.js";

/** What may touch some words: mentions do, moments and amounts are only near. */
export interface Around {
  readonly mentions: readonly Mention[];
  readonly moments: readonly Moment[];
  readonly amounts: readonly Amount[];
}

/** What one article's clauses are looked up in. */
export class Lookup {
  private readonly named: ReadonlySet<string>;

  constructor(
    readonly article: Article,
    readonly annotation: Annotation,
  ) {
    this.named = new Set(
      annotation.mentions.flatMap((m) => (m.form === "name" && m.entity !== null ? [m.entity] : [])),
    );
  }

  /** The entity of a mention, if a name identifies it beyond this article: "the ship's owner" alone is nobody in particular. */
  entity(mention: Mention): string | null {
    return mention.entity !== null && this.named.has(mention.entity) ? mention.entity : null;
  }

  around(tokens: readonly Token[]): Around {
    const { moments, amounts } = this.annotation;
    return { mentions: this.mentionsAt(tokens), moments: near(moments, tokens), amounts: near(amounts, tokens) };
  }

  private mentionsAt(tokens: readonly Token[]): Mention[] {
    return near(this.annotation.mentions, tokens).filter((m) => tokens.some((t) => t.start < m.end && m.start < t.end));
  }

  entitiesAt(tokens: readonly Token[]): string[] {
    return this.entitiesOf(this.mentionsAt(tokens));
  }

  entitiesOf(mentions: readonly Mention[]): string[] {
    return unique(mentions.flatMap((m) => this.entity(m) ?? []));
  }

  entitiesIn({ start, end }: Span): string[] {
    const inside = near(this.annotation.mentions, [{ start, end }]).filter((m) => start < m.end && m.start < end);
    return this.entitiesOf(inside);
  }
}

/** Longer than any mention, moment or amount. */
const reach = 1000;

/**
 * Those of many spans in text order that can touch the stretch of a few: looked up, not looked through, so that a
 * text's length counts once and not for each of its clauses.
 */
export function near<T extends { readonly start: number }>(
  spans: readonly T[],
  stretch: readonly { readonly start: number; readonly end: number }[],
): readonly T[] {
  let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const one of stretch) {
    start = Math.min(start, one.start);
    end = Math.max(end, one.end);
  }
  return spans.slice(firstFrom(spans, start - reach), firstFrom(spans, end));
}

function firstFrom(spans: readonly { readonly start: number }[], at: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const unique = (values: readonly string[]): string[] => [...new Set(values)].sort();
