import type { Token } from "@hearsay/english";
import type { Annotation, Article, Event, Mention, Span } from "../../model/index.js";

/** What one article's clauses are looked up in. */
export class Lookup {
  private readonly named: ReadonlySet<string>;

  constructor(
    readonly article: Article,
    readonly annotation: Annotation,
    readonly events: readonly Event[],
  ) {
    this.named = new Set(
      annotation.mentions.flatMap((m) => (m.form === "name" && m.entity !== null ? [m.entity] : [])),
    );
  }

  /** The entity of a mention, if a name identifies it beyond this article: "the ship's owner" alone is nobody in particular. */
  entity(mention: Mention): string | null {
    return mention.entity !== null && this.named.has(mention.entity) ? mention.entity : null;
  }

  mentionsAt(tokens: readonly Token[]): Mention[] {
    return this.annotation.mentions.filter((m) => tokens.some((t) => t.start < m.end && m.start < t.end));
  }

  entitiesAt(tokens: readonly Token[]): string[] {
    return unique(this.mentionsAt(tokens).flatMap((m) => this.entity(m) ?? []));
  }

  entitiesIn({ start, end }: Span): string[] {
    const inside = this.annotation.mentions.filter((m) => start < m.end && m.start < end);
    return unique(inside.flatMap((m) => this.entity(m) ?? []));
  }
}

export const unique = (values: readonly string[]): string[] => [...new Set(values)].sort();
