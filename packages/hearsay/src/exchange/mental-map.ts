import { HearsayError } from "../model/index.js";

/** A cognitive map as Mental Modeler keeps it: what an `.mmp` file holds, in either form. */
export interface MentalMap {
  readonly info: Readonly<Partial<Record<InfoField, string>>>;
  /** Names of the groups of concepts, by number; empty where a group has none. */
  readonly groups: Readonly<Record<string, string>>;
  readonly concepts: readonly MentalConcept[];
  readonly scenarios: readonly MentalScenario[];
}

export const infoFields = ["id", "name", "version", "date", "author", "description"] as const;
export type InfoField = (typeof infoFields)[number];

export interface MentalConcept {
  readonly id: string;
  readonly name: string;
  readonly notes: string;
  readonly units: string;
  readonly group: string;
  /** Where it is drawn, in pixels. */
  readonly x: number;
  readonly y: number;
  /** Where one would like it to go: 1 up, −1 down, 0 no matter. */
  readonly preferred: number;
  readonly arrows: readonly MentalArrow[];
}

export interface MentalArrow {
  /** The id of the concept it leads to. */
  readonly to: string;
  readonly notes: string;
  /** As drawn: −3 to 3 in Mental Modeler. */
  readonly confidence: number;
  /** −1 to 1. */
  readonly weight: number;
}

export interface MentalScenario {
  readonly name: string;
  readonly concepts: readonly { readonly id: string; readonly selected: boolean; readonly value: number | null }[];
}

/** What a file may hold at most. */
export const most = { characters: 32_000_000, concepts: 20_000, arrows: 500_000, text: 100_000 } as const;

type Plain = Readonly<Record<string, unknown>>;

/**
 * The map in the plain form of the JSON files, every value a text, checked.
 * @throws HearsayError `exchange.map`
 */
export function mapOf(plain: unknown): MentalMap {
  const root = objectOf(plain, "The map");
  const concepts = listOf(root.concepts, "concepts", most.concepts).map(conceptOf);
  const ids = new Set(concepts.map(({ id }) => id));
  if (ids.size < concepts.length) throw wrong("Two concepts have the same id.");
  if (concepts.reduce((sum, { arrows }) => sum + arrows.length, 0) > most.arrows)
    throw wrong(`It has more than ${most.arrows} arrows.`);
  for (const { name, arrows } of concepts)
    for (const { to } of arrows)
      if (!ids.has(to)) throw wrong(`An arrow leads from "${name.slice(0, 60)}" to a concept that is not there.`);
  const info = objectOf(root.info ?? {}, "info");
  return {
    info: Object.fromEntries(infoFields.flatMap((f) => (info[f] === undefined ? [] : [[f, textOf(info[f])]]))),
    groups: groupsOf(root.groupNames),
    concepts,
    scenarios: listOf(root.scenarios ?? [], "scenarios", 1000).map(scenarioOf),
  };
}

/** The same as plain values: what the JSON files hold. */
export function plainOf({ info, groups, concepts, scenarios }: MentalMap) {
  const names = new Map(concepts.map(({ id, name }) => [id, name]));
  return {
    info: Object.fromEntries(infoFields.flatMap((f) => (info[f] === undefined ? [] : [[f, info[f]]]))),
    groupNames: groups,
    concepts: concepts.map(({ id, name, notes, units, group, x, y, preferred, arrows }) => ({
      ...{ id, name, notes, units, group, x: String(x), y: String(y), preferredState: String(preferred) },
      relationships: arrows.map((arrow) => ({
        ...{ id: arrow.to, name: names.get(arrow.to) ?? "", notes: arrow.notes },
        ...{ confidence: String(arrow.confidence), influence: String(arrow.weight) },
      })),
    })),
    scenarios: scenarios.map((scenario) => ({
      name: scenario.name,
      concepts: scenario.concepts.map(({ id, selected, value }) => ({
        ...{ selected: String(selected), influence: value === null ? "" : String(value) },
        ...{ id, name: names.get(id) ?? "" },
      })),
    })),
  };
}

function conceptOf(value: unknown): MentalConcept {
  const { id, name, notes, units, group, x, y, preferredState, relationships } = objectOf(value, "A concept");
  return {
    ...{ id: textOf(id).trim(), name: textOf(name), notes: textOf(notes), units: textOf(units) },
    group: textOf(group).trim() || "0",
    ...{ x: numberOf(x, 0), y: numberOf(y, 0), preferred: numberOf(preferredState, 0) },
    arrows: listOf(relationships ?? [], "relationships", most.concepts).map(arrowOf),
  };
}

function arrowOf(value: unknown): MentalArrow {
  const { id, notes, confidence, influence } = objectOf(value, "A relationship");
  const weight = influenceOf(influence) ?? 0;
  return { to: textOf(id).trim(), notes: textOf(notes), confidence: numberOf(confidence, 0), weight };
}

function scenarioOf(value: unknown): MentalScenario {
  const { name, concepts } = objectOf(value, "A scenario");
  return {
    name: textOf(name),
    concepts: listOf(concepts ?? [], "concepts", most.concepts).map((one) => {
      const { id, selected, influence } = objectOf(one, "A scenario's concept");
      const chosen = /^true$/i.test(textOf(selected).trim());
      return { id: textOf(id).trim(), selected: chosen, value: influenceOf(influence) };
    }),
  };
}

/** What early versions wrote instead of numbers, as later ones converted it. */
const letters: Readonly<Record<string, number>> = { L: 0.25, M: 0.62, H: 1 };

/** −1 to 1, or null where nothing is said. */
function influenceOf(value: unknown): number | null {
  const text = textOf(value).trim();
  if (text === "") return null;
  const [, letter = "", sign] = /^([LMH])([+-])$/.exec(text) ?? [];
  const weight = letter === "" ? numberOf(text, Number.NaN) : (letters[letter] ?? 0) * (sign === "-" ? -1 : 1);
  if (!(Math.abs(weight) <= 1)) throw wrong(`"${text.slice(0, 20)}" is no influence between -1 and 1.`);
  return weight;
}

function groupsOf(value: unknown): Readonly<Record<string, string>> {
  const names = Array.isArray(value) ? value.map((name, i) => [String(i), name] as const) : Object.entries(value ?? {});
  return Object.fromEntries(names.slice(0, 100).map(([key, name]) => [key.slice(0, 20), textOf(name)]));
}

function numberOf(value: unknown, otherwise: number): number {
  const text = textOf(value).trim();
  if (text === "") return otherwise;
  const number = /^[-+]?\d{0,15}\.?\d{0,20}(?:e[-+]?\d{1,2})?$/i.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(number)) throw wrong(`"${text.slice(0, 20)}" is no number.`);
  return number === 0 ? 0 : number;
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value.length > most.text ? value.slice(0, most.text) : value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw wrong("A name or a value is no text.");
}

function listOf(value: unknown, what: string, length: number): readonly unknown[] {
  if (!Array.isArray(value)) throw wrong(`It has no list of ${what}.`);
  if (value.length > length) throw wrong(`It has more than ${length} ${what}.`);
  return value;
}

function objectOf(value: unknown, what: string): Plain {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong(`${what} is no record.`);
  return value as Plain;
}

export const wrong = (message: string): HearsayError =>
  new HearsayError("exchange.map", `No cognitive map: ${message}`);
