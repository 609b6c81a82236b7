import type { Element } from "./markup.js";
import type { Measured } from "./measured.js";

/** What makes a table of data one: so many cells, none of them a whole paragraph, few given away by their wording. */
const data = { cells: 6, words: 80, givenAway: 0.2 };
/** A table of which this share of words is kept is kept whole: cell by cell, names stay and numbers go. */
const enough = 0.12;

/** Keeps tables of data whole where enough of them is kept. */
export function keepTables(items: readonly Measured[], kept: boolean[], givenAway: (item: Measured) => boolean): void {
  const tables = new Map<Element, number[]>();
  for (const [i, { block }] of items.entries()) {
    const table = block === null || !/^t[dh]$/.test(block.kind) ? null : tableOf(block.element);
    if (table === null) continue;
    const cells = tables.get(table);
    if (cells === undefined) tables.set(table, [i]);
    else cells.push(i);
  }
  const words = (places: readonly number[]) => places.reduce((sum, i) => sum + Math.max(1, items[i]!.wording.words), 0);
  for (const cells of tables.values()) {
    if (cells.length < data.cells || cells.some((i) => items[i]!.wording.words > data.words)) continue;
    if (cells.filter((i) => givenAway(items[i]!)).length > cells.length * data.givenAway) continue;
    if (words(cells.filter((i) => kept[i])) >= enough * words(cells)) for (const i of cells) kept[i] = true;
  }
}

function tableOf(from: Element): Element | null {
  let at: Element | null = from;
  while (at !== null && at.tag !== "table") at = at.parent;
  return at;
}
