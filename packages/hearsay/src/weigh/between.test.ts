import { expect, test } from "vitest";
import { settleOpen } from "./between.js";
import type { Comparison } from "./compare.js";
import type { Held, Relation } from "./relation.js";

const dated = (day: string): Held => ({ day, since: null });
const after = (since: string): Held => ({ day: null, since });
const pair = (a: number, b: number, values: readonly [number, number], relation: Relation) => {
  const [x, y] = values;
  return {
    a,
    b,
    within: false,
    relation,
    comparison: { differing: { a: { min: x }, b: { min: y } } } as unknown as Comparison,
  };
};

const held = [dated("2031-05-03"), after("2031-05-03"), dated("2031-05-09")];
const grown: Relation = { kind: "revision", why: "grown", later: "b" };
const open: Relation = { kind: "open" };

test("a value of no known day between two dated ones is earlier than the second", () => {
  const settled = settleOpen([pair(0, 1, [60, 140], grown), pair(1, 2, [140, 210], open)], held);
  expect(settled.map(({ relation }) => relation)).toEqual([grown, grown]);
  const turned = settleOpen([pair(0, 1, [60, 140], grown), pair(2, 1, [210, 140], open)], held);
  expect(turned.at(-1)?.relation).toEqual({ kind: "revision", why: "grown", later: "a" });
});

test("what does not lie between stays open, which is nothing", () => {
  expect(settleOpen([pair(0, 1, [60, 140], grown), pair(1, 2, [140, 90], open)], held)).toHaveLength(1);
  expect(settleOpen([pair(1, 2, [140, 210], open)], held)).toEqual([]);
});
