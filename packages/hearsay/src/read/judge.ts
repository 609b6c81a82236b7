import { blockRows, lineRows, type Measured } from "./features.js";
import { type Forest, loadForest, probability } from "./forest.js";
import type { Front } from "./front.js";

let flat: Forest | undefined;
let html: Forest | undefined;

/** Probabilities at and above which a line or block is the article's: where the F1 on pages left out was best. */
const cuts = { html: 0.5, flat: 0.5 };

/** Which lines of a flat scrape are the article's. */
export function judgeLines(items: readonly Measured[], front: Front): boolean[] {
  flat ??= loadForest("flat");
  const forest = flat;
  return lineRows(items, front.title).map((row) => probability(forest, row) >= cuts.flat);
}

/** The probability of each block of a page to be the article's. */
export function judgeBlocks(items: readonly Measured[], title: string, body: string | null): number[] {
  html ??= loadForest("html");
  const forest = html;
  return blockRows(items, title, body).map((row) => probability(forest, row));
}

export const isArticle = (probability: number): boolean => probability >= cuts.html;
