export { type ConlluLine, type ConlluSentence, type ConlluWord, readConllu, writeConllu } from "./conllu.js";
export { annotateConllu, parseConllu } from "./conllu-parse.js";
export { drawSentence } from "./draw.js";
export { parse, parseTokens } from "./parse.js";
export { splitSentences } from "./sentences.js";
export { parseStream } from "./stream.js";
export type { Sentence, Token } from "./token.js";
export { type RawToken, tokenize } from "./tokenize.js";
export { children, pathToRoot, rootOf, subtree, subtreeSpan } from "./tree.js";
