import type { Event, EventMode, EventType } from "../../model/index.js";
import { featuresOf } from "./features.js";
import type { Found } from "./found.js";
import { isNegated, modeAt } from "./mode.js";
import { relationAt, type Tree } from "./tree.js";
import { anchor, isHostile, type Trigger } from "./triggers.js";
import { labelsOf, typeOfLabel } from "./typing.js";

/**
 * The type PLOVER's codebook gives an event that has not happened: an intention to cooperate is AGREE, one to
 * harm THREATEN, what is demanded REQUEST. In the model such events keep the type of the action and say so by mode.
 */
export function ploverCode(event: Pick<Event, "type" | "mode">): EventType {
  if (verbal.has(event.type)) return event.type;
  if (event.mode === "planned") return isHostile(event.type) ? "THREATEN" : "AGREE";
  return event.mode === "demanded" ? "REQUEST" : event.type;
}

/** "will not release" is a refusal; other negated actions did not take place. */
export function typeAndMode(tree: Tree, trigger: Trigger): { type: EventType; mode: EventMode | null } {
  const at = anchor(trigger);
  if (trigger.spoken || (trigger.type === "THREATEN" && isNegated(tree, at))) return { type: trigger.type, mode: null };
  const mode = modeAt(tree, at);
  const future = mode === "denied" && isNegated(tree, at) && isFuture(tree, at);
  return future && !isHostile(trigger.type) ? { type: "REJECT", mode: null } : { type: trigger.type, mode };
}

const isFuture = (tree: Tree, i: number): boolean =>
  (tree.children[i] ?? []).some(
    (kid) => relationAt(tree, kid) === "aux" && ["will", "wo", "would"].includes(tree.tokens[kid]!.form.toLowerCase()),
  );

/** Types that are acts of speech already. */
const verbal: ReadonlySet<EventType> = new Set(["AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"]);

/** The code of an event found at sentence reach: by the classifier over its words, the rule above among them. */
export function codeOf(tree: Tree, found: Found, event: Pick<Event, "type" | "mode">): EventType {
  const lexical = found.lexical ? ploverCode(event) : null;
  const best = labelsOf(featuresOf(tree, found, lexical))[0];
  return best === undefined ? (lexical ?? event.type) : typeOfLabel(best.label, lexical);
}
