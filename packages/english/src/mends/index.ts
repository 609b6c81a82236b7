import type { Token } from "../token.js";
import { mendClauses } from "./clauses.js";
import { mendNames } from "./names.js";
import { mendRelatives } from "./relatives.js";
import { mendReported } from "./reported.js";
import { mendTold } from "./told.js";
import { mendVerbless } from "./verbless.js";

const mends = [mendNames, mendVerbless, mendClauses, mendRelatives, mendReported, mendTold];

/**
 * A tree without the contradictions that a reading word by word can have: names torn apart, nouns for verbs, speakers for
 * objects, what was told hung on a noun. Each mend looks for one kind and leaves all other trees as they are.
 */
export const mended = (tokens: readonly Token[]): readonly Token[] =>
  mends.reduce((tree: readonly Token[], mend) => mend(tree), tokens);
