import type { Diagnostic } from "../model/index.js";
import { problem } from "./problems.js";

/** What was passed over in a folder or an archive: how many of which ending. */
export function passedOver(place: string, endings: ReadonlyMap<string, number>): Diagnostic {
  const list = [...endings].sort().map(([ending, count]) => `${count} ${ending}`);
  const message = `Passed over, not articles by their names: ${list.join(", ")}.`;
  return problem("info", "skipped", place, message, "Name a file itself to have it read all the same.");
}
