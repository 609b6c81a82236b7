export { type Answer, type Asked, ask, type Implied, usualQuestion } from "./ask.js";
export { conceptNamed, type Meant } from "./find.js";
export type { Concept, Decided, Wording } from "./join.js";
export { type Arrow, type CausalMap, causalMap, type Hearing, type LeftOut } from "./map.js";
export { type Parties, partiesOf } from "./parties.js";
export { type Ring, ringsOf } from "./rings.js";
export { asserters, deniers, press, type Saying, spanOf, whoSays } from "./sayings.js";
