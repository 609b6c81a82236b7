import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attachRight, ParserState, shift } from "../parser-state.js";
import { goldTree, moveCosts } from "./oracle.js";

/** Any projective tree over n words with one root: each span is headed by one of its words, the rest split among its children. */
function projectiveHeads(n: number, choose: (limit: number) => number): Int32Array {
  const heads = new Int32Array(n);
  const build = (from: number, to: number, parent: number, single: boolean): void => {
    for (let start = from; start < to; ) {
      const end = single ? to : start + 1 + choose(to - start);
      const head = start + choose(end - start);
      heads[head] = parent;
      build(start, head, head, false);
      build(head + 1, end, head, false);
      start = end;
    }
  };
  build(0, n, n, true);
  return heads;
}

describe("moveCosts", () => {
  it("leads to the gold tree along moves that cost nothing, whichever is taken", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 14 }), fc.infiniteStream(fc.nat()), (n, stream) => {
        const choose = (limit: number) => (stream.next().value as number) % limit;
        const heads = projectiveHeads(n, choose);
        const gold = goldTree(heads, new Int32Array(n));
        const state = new ParserState();
        const costs = new Int32Array(3);
        state.reset(new Int32Array(n), new Int32Array(n));
        while (!state.finished) {
          moveCosts(state, gold, costs);
          const free = [];
          for (let move = shift; move <= attachRight; move++)
            if (state.allows(move) && costs[move] === 0) free.push(move);
          expect(free).not.toEqual([]);
          const move = free[choose(free.length)]!;
          if (move === shift) state.push();
          else state.attach(state.headFor(move), 1);
        }
        expect(state.heads.slice(0, n)).toEqual(heads);
      }),
    );
  });
});
