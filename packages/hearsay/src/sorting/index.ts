export { sorter } from "./carry.js";
export { articleMeant, judgementMeant, placedByHand, placing } from "./placed.js";
export { type Carried, type Sorted, type Sorting, sort } from "./sort.js";
