import type { Event, EventType } from "../../model/index.js";
import { isHostile } from "./triggers.js";

/**
 * The type PLOVER's codebook gives an event that has not happened: an intention to cooperate is AGREE, one to
 * harm THREATEN, what is demanded REQUEST. In the model such events keep the type of the action and say so by mode.
 */
export function ploverCode(event: Pick<Event, "type" | "mode">): EventType {
  if (verbal.has(event.type)) return event.type;
  if (event.mode === "planned") return isHostile(event.type) ? "THREATEN" : "AGREE";
  return event.mode === "demanded" ? "REQUEST" : event.type;
}

/** Types that are acts of speech already. */
const verbal: ReadonlySet<EventType> = new Set(["AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"]);
