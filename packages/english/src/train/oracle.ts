import { attachLeft, attachRight, type ParserState, shift } from "../parser-state.js";

/** The gold tree as the oracle needs it; the root word's head is the number of words. */
export interface GoldTree {
  readonly heads: Int32Array;
  readonly relations: Int32Array;
  readonly children: readonly (readonly number[])[];
}

export function goldTree(heads: Int32Array, relations: Int32Array): GoldTree {
  const children: number[][] = Array.from({ length: heads.length + 1 }, () => []);
  heads.forEach((head, child) => {
    children[head]!.push(child);
  });
  return { heads, relations, children };
}

/** How many gold arcs each move puts out of reach (Goldberg & Nivre 2013, arc-hybrid). Written into `costs`. */
export function moveCosts(state: ParserState, gold: GoldTree, costs: Int32Array): void {
  const s0 = state.stackAt(0);
  const b0 = state.next;
  const lostBelow = s0 === state.none ? 0 : rightChildrenAhead(gold, s0, b0);
  const head = s0 === state.none ? -1 : gold.heads[s0]!;
  const s1 = state.stackAt(1);
  costs[attachLeft] = lostBelow + (head === s1 || head > b0 ? 1 : 0);
  costs[attachRight] = lostBelow + (head >= b0 ? 1 : 0);
  costs[shift] = b0 < state.length ? shiftCost(state, gold, b0, s0) : 0;
}

function rightChildrenAhead(gold: GoldTree, word: number, from: number): number {
  let ahead = 0;
  for (const child of gold.children[word]!) if (child >= from) ahead++;
  return ahead;
}

/** Pushing `b0` loses its children still on the stack, and its head if that lies beneath the top. */
function shiftCost(state: ParserState, gold: GoldTree, b0: number, s0: number): number {
  let cost = 0;
  for (const child of gold.children[b0]!) if (child < b0 && state.heads[child] === -1) cost++;
  const head = gold.heads[b0]!;
  return head < b0 && head !== s0 && state.heads[head] === -1 ? cost + 1 : cost;
}
