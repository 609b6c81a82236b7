import type { EventType } from "../../model/index.js";
import { objectNouns, phrase } from "./actors.js";
import type { Found } from "./found.js";
import { modeAt } from "./mode.js";
import type { Roles } from "./roles.js";
import { auxiliaries, baseRelation, headAt, lemmaAt, posAt, preposition, subtree, type Tree } from "./tree.js";
import { anchor } from "./triggers.js";
import { keysAt, objectOf, voiceIsPassive } from "./voice.js";

/**
 * What the type classifier sees of an event: the lexicon's type, the trigger's words and how they are used, the words
 * above it, the prepositions of the other side, and the words of the clause that name neither side. Names are left out.
 */
export function featuresOf(tree: Tree, { trigger, roles, lexical }: Found, code: EventType | null): readonly string[] {
  const at = anchor(trigger);
  const object = objectOf(tree, at);
  const nouns = object === null ? [] : objectNouns(tree, object);
  const keys = keysAt(tree, at);
  const mode = modeAt(tree, at) ?? "none";
  const type = lexical ? trigger.type : "none";
  const found = [
    `c=${code ?? "none"}`,
    `t=${type}`,
    `t+m=${type},${mode}`,
    `m=${mode}`,
    ...keys.map((key) => `v=${key}`),
  ];
  for (const noun of nouns.slice(0, 3)) found.push(`n=${noun}`, `v+n=${keys.at(-1)},${noun}`);
  for (const form of auxiliaries(tree, at)) found.push(`a=${form}`);
  if (voiceIsPassive(tree, at)) found.push("passive");
  if (roles.whom !== null)
    found.push(`p=${preposition(tree, roles.whom)}`, `v+p=${keys.at(-1)},${preposition(tree, roles.whom)}`);
  found.push(...above(tree, at), ...around(tree, at, roles));
  return [...new Set(found)];
}

function above(tree: Tree, at: number): readonly string[] {
  const head = headAt(tree, at);
  return head < 0 ? ["g=root"] : [`g=${lemmaAt(tree, head)}`, `gr=${baseRelation(tree, at)}`];
}

const worded = new Set(["VERB", "NOUN", "ADJ", "ADV", "ADP", "AUX", "PART"]);

/** Lemmas of the clause and of the whole sentence, names and the two sides left out. */
function around(tree: Tree, at: number, roles: Roles): readonly string[] {
  const sides = new Set<number>();
  for (const side of [roles.who, roles.whom]) if (side !== null) addRange(sides, phrase(tree, side));
  const keep = (i: number): boolean => worded.has(posAt(tree, i)) && !sides.has(i);
  const clause = subtree(tree, at)
    .filter(keep)
    .map((i) => `w=${lemmaAt(tree, i)}`);
  const whole = tree.tokens
    .map((_, i) => i)
    .filter((i) => keep(i) && posAt(tree, i) !== "ADP")
    .map((i) => `s=${lemmaAt(tree, i)}`);
  return [...clause, ...whole];
}

function addRange(set: Set<number>, [from, to]: readonly [number, number]): void {
  for (let i = from; i <= to; i++) set.add(i);
}
