import { articleLookers } from "./articles.js";
import { briefLookers } from "./brief.js";
import { causalLookers } from "./causes.js";
import { claimLookers } from "./claims.js";
import { pictureLookers } from "./pictures.js";
import { recordLookers } from "./records.js";
import { reportLookers } from "./report.js";
import { reviewLookers } from "./review.js";
import { searchLookers } from "./search.js";

/** How every route of the contract is answered that is answered from a story alone. */
export const lookers = {
  ...reportLookers,
  ...articleLookers,
  ...claimLookers,
  ...recordLookers,
  ...pictureLookers,
  ...causalLookers,
  ...reviewLookers,
  ...searchLookers,
  ...briefLookers,
};
export type LookName = keyof typeof lookers;

export const isLook = (name: string): name is LookName => name in lookers;
