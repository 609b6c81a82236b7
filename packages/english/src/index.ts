export type { Sentence, Token } from "./token.js";
