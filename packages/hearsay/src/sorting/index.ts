export { sorter } from "./carry.js";
export { articleMeant, placedByHand, placing } from "./placed.js";
export { type Carried, type Sorted, type Sorting, sort } from "./sort.js";
