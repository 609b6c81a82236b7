import type { Assertion, Extraction, Measured, Role, Statement } from "../model/index.js";
import type { JoinedEntities } from "./entities.js";
import { ofObject } from "./remember.js";
import { withShares } from "./shares.js";
import { quotedIn, tellingWords, type Wording, wordingOf } from "./wording.js";

/**
 * An assertion in the terms of the story: entities are the story's, and all that it is about is one bag of features
 * to be weighed by rarity: plain words; `@` entities; `!` event types; `#` amounts and `%` what they measure; `~` days.
 */
export interface Proposition {
  readonly assertion: Assertion;
  readonly features: ReadonlySet<string>;
  /** Who or what it is about, and the states they belong to. */
  readonly subject: ReadonlySet<string>;
  /** All that it names, and the states they belong to. */
  readonly actors: ReadonlySet<string>;
  /** What acts and what is acted on: features of what stands in that role; empty where the clause does not say. */
  readonly agent: ReadonlySet<string>;
  readonly patient: ReadonlySet<string>;
  readonly denied: ReadonlySet<string>;
  readonly statement: Statement | null;
  /** It refers back, and what it is about was taken from the assertion before it. */
  readonly borrowed: boolean;
  /** Its sentence says that something was put right: "corrected its toll", "the earlier report was mistaken". */
  readonly corrects: boolean;
  /** The places that it names. */
  readonly places: ReadonlySet<string>;
  /** The people that it names. */
  readonly people: ReadonlySet<string>;
  readonly wording: Wording;
  /** The words of it that carry meaning, in order. */
  readonly telling: Wording;
  /** What of it is given as somebody's own words. */
  readonly quoted: Wording;
}

/** The ids of the places among a story's entities. */
export const placesAmong = ofObject(
  (entities: JoinedEntities["entities"]): ReadonlySet<string> =>
    new Set(entities.filter(({ kind }) => kind === "place").map(({ id }) => id)),
);

/** The ids of the people among a story's entities. */
export const peopleAmong = ofObject(
  (entities: JoinedEntities["entities"]): ReadonlySet<string> =>
    new Set(entities.filter(({ kind, anonymous }) => kind === "person" && !anonymous).map(({ id }) => id)),
);

/** The propositions of an article of this text, in text order. */
export function propositionsOf(
  extraction: Extraction,
  { entities, entityOf, stateOf }: Pick<JoinedEntities, "entities" | "entityOf" | "stateOf">,
  text: string,
): Proposition[] {
  const statements = new Map(extraction.statements.map((s) => [s.id, s]));
  const story = (entity: string) => entityOf[entity] ?? entity;
  const withStates = (ids: readonly string[]) => new Set(ids.map(story).flatMap((id) => [id, stateOf.get(id) ?? id]));
  const [places, people] = [placesAmong(entities), peopleAmong(entities)];
  const isDirect = (id: string | null) => id !== null && statements.get(id)?.kind === "direct";
  const inRole = ({ heads, entities }: Role) => new Set([...heads, ...entities.map((e) => `@${story(e)}`)]);
  const beside = bySentence(extraction.assertions);
  const byId = new Map<string, Proposition>();
  for (const assertion of extraction.assertions) {
    const before = assertion.refersTo === null ? undefined : byId.get(assertion.refersTo);
    const wording = wordingOf(text.slice(assertion.start, assertion.end));
    byId.set(assertion.id, {
      assertion: {
        ...assertion,
        amounts: withShares(assertion.amounts, beside.get(assertion.sentence.start) ?? [], text).map((m) => ({
          ...m,
          owners: m.owners.map(story),
        })),
        takenBack: assertion.takenBack && { ...assertion.takenBack, by: assertion.takenBack.by.map(story) },
      },
      features: new Set([...featuresOf(assertion, story), ...(before?.features ?? [])]),
      subject: withStates(assertion.subject),
      actors: withStates(assertion.entities),
      agent: inRole(assertion.roles.agent),
      patient: inRole(assertion.roles.patient),
      denied: new Set([...assertion.denied.words, ...assertion.denied.entities.map((e) => `@${story(e)}`)]),
      statement: assertion.statement === null ? null : (statements.get(assertion.statement) ?? null),
      borrowed: before !== undefined,
      corrects: correction.test(text.slice(assertion.sentence.start, assertion.sentence.end)),
      places: new Set(assertion.entities.map(story).filter((id) => places.has(id))),
      people: new Set(assertion.entities.map(story).filter((id) => people.has(id))),
      wording,
      telling: tellingWords(wording),
      quoted: (isDirect(assertion.statement) ? wordingOf : quotedIn)(text.slice(assertion.start, assertion.end)),
    });
  }
  return [...byId.values()];
}

const correction =
  /\b(?:correct(?:s|ed|ing|ion)\b(?! (?:cent|facilit|official|officer|institution))|revis(?:es|ed|ing|ion)\b|amended its|misstated|misreported|mistaken(?:ly)?|wrongly (?:said|reported|put|gave|stated)|erroneous(?:ly)?|in error)\b/i;

/** The amounts of all clauses of each sentence, by where it starts. */
function bySentence(assertions: readonly Assertion[]): ReadonlyMap<number, readonly Measured[]> {
  const amounts = new Map<number, Measured[]>();
  for (const { sentence, amounts: own } of assertions) {
    const known = amounts.get(sentence.start);
    if (known === undefined) amounts.set(sentence.start, [...own]);
    else known.push(...own);
  }
  return amounts;
}

function featuresOf(a: Assertion, story: (entity: string) => string): string[] {
  return [
    ...a.words,
    ...a.entities.map((e) => `@${story(e)}`),
    ...a.events.map((type) => `!${type}`),
    ...a.amounts
      .filter(tells)
      .flatMap(({ amount: { min, max, unit }, measure }) => [
        `#${min}-${max} ${unit ?? ""}`,
        ...(measure === null ? [] : [`%${measure}`]),
      ]),
    ...a.times.flatMap(({ earliest, latest }) => (sameDay(earliest, latest) ? [`~${earliest.slice(0, 10)}`] : [])),
  ];
}

/** "One example" says no more than "an example": a bare one is a number only where the dead are counted. */
export const tells = ({ amount: { min, max, unit }, measure }: Measured): boolean =>
  min !== 1 || max !== 1 || unit !== null || (measure?.startsWith("toll:") ?? false);

const sameDay = (a: string, b: string): boolean => a.length >= 10 && a.slice(0, 10) === b.slice(0, 10);
