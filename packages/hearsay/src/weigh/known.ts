import type { Annotation, Extraction } from "../model/index.js";
import type { JoinedEntities } from "./entities.js";
import { type Proposition, peopleAmong, placesAmong, propositionsOf } from "./propositions.js";

/** The propositions made last of an article's assertions, and what they were made with. */
interface Made {
  readonly text: string;
  /** Who each of the article's entities is in the story. */
  readonly who: string;
  readonly propositions: readonly Proposition[];
}
const made = new WeakMap<Extraction, Made>();

/**
 * As `propositionsOf` for one article after another; for an article whose entities are still the same ones in the story,
 * the very propositions made before.
 */
export function propositionMaker(known: JoinedEntities) {
  const { entities, entityOf, stateOf } = known;
  const [places, people] = [placesAmong(entities), peopleAmong(entities)];
  const who = (local: string): string => {
    const id = entityOf[local] ?? local;
    return `${id} ${stateOf.get(id) ?? ""}${places.has(id) ? "*" : people.has(id) ? "+" : ""}`;
  };
  return (extraction: Extraction, annotation: Annotation | undefined, text: string): readonly Proposition[] => {
    const all = (annotation?.entities ?? []).map(({ id }) => `${id} ${who(id)}`).join("\n");
    const before = made.get(extraction);
    if (before !== undefined && before.who === all && before.text === text) return before.propositions;
    const propositions = propositionsOf(extraction, known, text);
    made.set(extraction, { text, who: all, propositions });
    return propositions;
  };
}
