import type { Annotation, Article, Entity, Mention } from "../../model/index.js";
import { type Voice, voiceOf } from "./first-person.js";

/** The article's people and bodies, ready to be looked up by place. */
export interface Cast {
  readonly mentions: readonly Mention[];
  /** Length of the longest mention. */
  readonly longest: number;
  /** Names of places among the mentions. */
  readonly places: readonly Mention[];
  readonly entities: ReadonlyMap<string, Entity>;
  /** Entities that some mention calls by name. */
  readonly named: ReadonlySet<string>;
  readonly voice: Voice;
}

export function castOf(article: Article, annotation: Annotation): Cast {
  const named = annotation.mentions.filter((m) => m.form === "name" && m.entity !== null).map((m) => m.entity!);
  const entities = new Map(annotation.entities.map((e) => [e.id, e]));
  const isPlace = (m: Mention) => m.form === "name" && m.entity !== null && entities.get(m.entity)?.kind === "place";
  return {
    mentions: annotation.mentions,
    longest: annotation.mentions.reduce((most, { start, end }) => Math.max(most, end - start), 0),
    places: annotation.mentions.filter(isPlace),
    entities,
    named: new Set(named),
    voice: voiceOf(article),
  };
}
