import type { Token } from "@hearsay/english";
import type { Amount, Annotation, Article, Mention, Moment, Span } from "../../model/index.js";
import { bySentence } from "../by-sentence.js";

/** What some words mention; moments and amounts are those of the whole sentence. */
export interface Around {
  readonly mentions: readonly Mention[];
  readonly moments: readonly Moment[];
  readonly amounts: readonly Amount[];
}

/** What the clauses of one sentence are looked up in: all that touches the sentence, in the annotation's order. */
export class Lookup {
  constructor(
    readonly article: Article,
    readonly moments: readonly Moment[],
    readonly amounts: readonly Amount[],
    private readonly mentions: readonly Mention[],
    private readonly named: ReadonlySet<string>,
  ) {}

  /** The entity of a mention, if a name identifies it beyond this article: "the ship's owner" alone is nobody in particular. */
  entity(mention: Mention): string | null {
    return mention.entity !== null && this.named.has(mention.entity) ? mention.entity : null;
  }

  around(tokens: readonly Token[]): Around {
    return { mentions: this.mentionsAt(tokens), moments: this.moments, amounts: this.amounts };
  }

  private mentionsAt(tokens: readonly Token[]): Mention[] {
    return this.mentions.filter((mention) => touches(mention, tokens));
  }

  entitiesAt(tokens: readonly Token[]): string[] {
    return this.entitiesOf(this.mentionsAt(tokens));
  }

  entitiesOf(mentions: readonly Mention[]): string[] {
    return unique(mentions.flatMap((m) => this.entity(m) ?? []));
  }

  entitiesIn({ start, end }: Span): string[] {
    return this.entitiesOf(this.mentions.filter((m) => start < m.end && m.start < end));
  }
}

/** One for each sentence of an article. */
export function lookupsOf(article: Article, annotation: Annotation): Lookup[] {
  const { sentences } = annotation;
  const named = new Set(annotation.mentions.flatMap((m) => (m.form === "name" && m.entity !== null ? [m.entity] : [])));
  const mentions = bySentence(sentences, annotation.mentions, (mention) => [mention]);
  const moments = bySentence(sentences, annotation.moments, (moment) => [moment]);
  const amounts = bySentence(sentences, annotation.amounts, (amount) => [amount]);
  return sentences.map((_, i) => new Lookup(article, moments[i]!, amounts[i]!, mentions[i]!, named));
}

/** One of the tokens overlaps the span. */
export function touches({ start, end }: Span, tokens: readonly Token[]): boolean {
  for (const token of tokens) if (token.start < end && start < token.end) return true;
  return false;
}

export const unique = (values: readonly string[]): string[] =>
  values.length < 2 ? [...values] : [...new Set(values)].sort();
