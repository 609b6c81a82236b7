import { expect, test } from "vitest";
import type { Element } from "./markup.js";
import { measureBlocks } from "./measured.js";
import { keepTables } from "./tables.js";

const inside = (tag: string, parent: Element | null): Element => ({ tag, parent, depth: 1, hints: 0, names: "" });
const cell = (text: string, table: Element | null) =>
  measureBlocks([
    {
      ...{ text, element: inside("td", inside("tr", table)), kind: "td" },
      ...{ linked: 0, bold: 0, links: 0, afterImage: false, itemprop: "", datetime: null },
    },
  ])[0]!;
const table = inside("table", null);
const rows = ["Lund", "412", "Tolm", "388", "Hest", "97"];
const decided = (texts: readonly string[], kept: boolean[], own: Element | null = table, givenAway = false) => {
  keepTables(
    texts.map((text) => cell(text, own)),
    kept,
    () => givenAway,
  );
  return kept;
};
const names = () => rows.map((_, i) => i % 2 === 0);

test("a table of which the names are kept keeps its numbers", () => {
  expect(decided(rows, names())).toEqual(rows.map(() => true));
});

test.each([
  [
    "of which nothing is kept",
    () =>
      decided(
        rows,
        rows.map(() => false),
      ),
  ],
  ["that is small", () => decided(rows.slice(0, 4), names().slice(0, 4))],
  ["that lays out a page", () => decided([...rows, "word ".repeat(90)], [...names(), false])],
  ["whose wording gives it away", () => decided(rows, names(), table, true)],
  ["that is none", () => decided(rows, names(), null)],
])("a table %s is left as it is", (_, run) => {
  expect(run()).toContain(false);
});

test("a table of tens of thousands of cells takes no time", () => {
  const cells = Array.from({ length: 50_000 }, () => cell("412", table));
  const kept = cells.map((_, i) => i % 2 === 0);
  const began = performance.now();
  keepTables(cells, kept, () => false);
  expect(kept).not.toContain(false);
  expect(performance.now() - began).toBeLessThan(2_000);
});
