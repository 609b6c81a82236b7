import { analyse as analyseWith, installedStages } from "./engine/index.js";
import { type Judgement, type Story, standing } from "./model/index.js";
import type { ReadInput } from "./read/index.js";

/**
 * All stages of this installation over captures in memory: the whole story, nothing stored. The same for any order
 * of `inputs`. What goes wrong with one of them is in `diagnostics`; the others go on.
 * @param inputs what to read; each needs an id of its own
 * @example makeReport(await analyse("ferries", [{ id: "a", file: "a.html", bytes }])).summary
 */
export async function analyse(
  name: string,
  inputs: readonly ReadInput[],
  judgements: readonly Judgement[] = [],
): Promise<Story> {
  const stages = installedStages();
  const all = { ...(await stages.perArticle()), ...(await stages.perStory()) };
  return analyseWith(name, all, inputs, standing(judgements));
}
