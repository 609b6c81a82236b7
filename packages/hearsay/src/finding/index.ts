export { inTurn, StoryFinder } from "./finder.js";
export type { Move } from "./moves.js";
export { nameFor } from "./names.js";
export type { FinderState, Placed } from "./state.js";
export { type Newcomer, newcomerOf } from "./words.js";
