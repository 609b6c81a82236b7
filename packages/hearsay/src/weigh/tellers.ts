import type { Article } from "../model/index.js";
import { type JoinedEntities, normalName } from "./entities.js";
import type { Sources } from "./origins.js";
import type { Proposition } from "./propositions.js";

/** Whose word a clause is, by keys that are the same in every article: the outlet and the informants it names. */
export class Tellers {
  private readonly names: ReadonlyMap<string, readonly string[]>;

  constructor(
    private readonly articles: ReadonlyMap<string, Pick<Article, "outlet">>,
    private readonly sources: Pick<Sources, "informants">,
    entities: JoinedEntities["entities"],
  ) {
    this.names = new Map(entities.map(({ id, name, aliases }) => [id, [id, ...[name, ...aliases].map(keyOf)]]));
  }

  of({ assertion: { article }, statement }: Proposition): readonly string[] {
    return [...this.outlet(article), ...this.sources.informants(statement)];
  }

  /** Whose word a clause takes back: that of whoever is said to take it back, else the article's own; null where it takes back none. */
  takingBack({ assertion: { article, takenBack } }: Proposition): ReadonlySet<string> | null {
    if (takenBack === null) return null;
    const { by, name } = takenBack;
    const named = [...by.flatMap((id) => this.names.get(id) ?? [id]), ...(name === null ? [] : [keyOf(name)])];
    return new Set(named.length > 0 ? named : this.outlet(article));
  }

  private outlet(article: string): readonly string[] {
    const outlet = this.articles.get(article)?.outlet ?? null;
    return outlet === null ? [] : [keyOf(outlet)];
  }
}

const keyOf = (name: string): string => `src:${normalName(name)}`;
