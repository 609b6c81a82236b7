import type { EventType } from "../../model/index.js";
import { objectNouns } from "./actors.js";
import { frameType, nominalizedVerb, nounType, verbType } from "./lexicon.js";
import { dependents, lemmaAt, preposition, type Tree } from "./tree.js";

/** The type of an event noun: as a verb with its "of" phrase as object, else by itself. */
export function typeOfNoun(tree: Tree, noun: number): EventType | null {
  const verb = nominalizedVerb(lemmaAt(tree, noun));
  const framed = verb === null ? null : frameType([verb], doneTo(tree, noun));
  if (framed) return framed;
  for (const word of objectNouns(tree, noun).filter((_, at) => at === 0 || at % 2 === 0)) {
    const type = nounType(word);
    if (type !== null) return type;
  }
  return nounType(lemmaAt(tree, noun)) ?? (verb === null ? null : verbType([verb]));
}

/** What an event noun is done to: "the delivery of grain", "grain delivery". */
function doneTo(tree: Tree, noun: number): readonly string[] {
  const of = dependents(tree, noun, "nmod").find((kid) => ["of", "in"].includes(preposition(tree, kid)));
  const compounds = dependents(tree, noun, "compound").map((kid) => lemmaAt(tree, kid));
  return [...(of === undefined ? [] : objectNouns(tree, of)), ...compounds];
}
