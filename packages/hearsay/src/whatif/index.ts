export { type Effect, effectOf, type Question } from "./effect.js";
export { type Place, type Structure, structureOf } from "./measures.js";
export { type Network, networkOf, type WeightedArrow } from "./network.js";
export { carriedBy, type Path, pathsTo } from "./paths.js";
export { type Dynamics, neutral, type Rule, rules, type Transfer, transfers } from "./rules.js";
export { costOf, type Input, type Outcome, type Run, type Settings, settle, usual } from "./settle.js";
