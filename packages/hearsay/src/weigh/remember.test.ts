import { expect, it, vi } from "vitest";
import { ofList, ofObject } from "./remember.js";

it("asks once for each object", () => {
  const make = vi.fn(({ n }: { n: number }) => n * 2);
  const twice = ofObject(make);
  const [a, b] = [{ n: 1 }, { n: 1 }];
  expect([twice(a), twice(b), twice(a)]).toEqual([2, 2, 2]);
  expect(make).toHaveBeenCalledTimes(2);
});

it("knows a list again by all of its members in their order", () => {
  const make = vi.fn((list: readonly { n: number }[]) => list.map(({ n }) => n).join());
  const joined = ofList(make);
  const [a, b, c] = [{ n: 1 }, { n: 2 }, { n: 3 }];
  expect([joined([a, b]), joined([a, b]), joined([a, c]), joined([a]), joined([a, b])]).toEqual([
    "1,2",
    "1,2",
    "1,3",
    "1",
    "1,2",
  ]);
  expect(make).toHaveBeenCalledTimes(4);
});
