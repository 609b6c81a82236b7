import type { DerivationKind } from "../model/index.js";
import type { Change } from "./change.js";
import type { Kinship } from "./kinship.js";

/** Less of the derived article than this is an excerpt hosted in a piece of its own. */
const mostOfIt = 0.5;

/** A translator goes through the whole text and puts even what was quoted in other words. */
const mostOfTranslation = 0.7;

/** Names what was done, from how much of the derived article is shared and how it was changed. */
export function kindOf(
  kin: Kinship,
  coverOfDerived: number,
  change: Change,
  noteOfTranslation: boolean,
): DerivationKind {
  const untouched = kin.verbatim >= 0.8 && (change.replaced < 0.06 || change.spread < 0.5);
  if (coverOfDerived < mostOfIt && (kin.verbatim >= 0.6 || change.structure >= 0.75)) return "excerpt";
  if (untouched) return "copy";
  if (noteOfTranslation) return "translation";
  if (change.structure >= 0.75 && change.replaced >= 0.06) return "spun";
  if (kin.verbatim >= 0.65) return "copy";
  return change.quotesAltered > 0.35 && coverOfDerived >= mostOfTranslation ? "translation" : "rewrite";
}
