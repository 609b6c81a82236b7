import { roots } from "../model/index.js";

/** A weighted step from a source to what may derive from it; nodes are numbers from 0. */
export interface Step {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/**
 * The heaviest forest in which every node has at most one parent (Chu–Liu/Edmonds). Only steps of positive weight are used.
 * Each connected part is solved by itself, so that the time grows with the size of the parts and not of the whole.
 * @returns for each node the index of the step that leads to it, or −1 for a root
 */
export function bestForest(nodes: number, steps: readonly Step[]): Int32Array {
  const useful = steps.flatMap(({ from, to, weight }, index): IndexedStep[] =>
    weight > 0 && from !== to ? [{ from, to, weight, index }] : [],
  );
  const part = roots(
    nodes,
    useful.map((step) => [step.from, step.to]),
  );
  const parts = new Map<number, IndexedStep[]>();
  for (const step of useful) {
    const own = parts.get(part[step.from]!);
    if (own === undefined) parts.set(part[step.from]!, [step]);
    else own.push(step);
  }
  const chosen = new Int32Array(nodes).fill(-1);
  for (const own of parts.values()) solvePart(own, chosen);
  return chosen;
}

/** Numbers the nodes of one part from 0, solves it, and writes the answer under their own numbers. */
function solvePart(steps: readonly IndexedStep[], chosen: Int32Array): void {
  const ends = new Set<number>();
  for (const { from, to } of steps) ends.add(from).add(to);
  const nodes = Uint32Array.from(ends).sort();
  const local = new Map<number, number>();
  for (const [i, node] of nodes.entries()) local.set(node, i);
  const renumbered = steps.map(
    ({ from, to, weight, index }): IndexedStep => ({ from: local.get(from)!, to: local.get(to)!, weight, index }),
  );
  solve(nodes.length, renumbered).forEach((index, i) => {
    chosen[nodes[i]!] = index;
  });
}

interface IndexedStep extends Step {
  readonly index: number;
}

/**
 * Tarjan's algorithm with mergeable heaps, so that a story of thousands of near copies, where each could be the other's
 * source, is solved in about the time its steps take to sort. A root that leads everywhere at weight nought stands for
 * having no parent.
 */
function solve(nodes: number, steps: readonly IndexedStep[]): Int32Array {
  const root = nodes;
  const heaps = Array.from({ length: nodes + 1 }, (_, to): Heap | null =>
    to === root ? null : leaf({ from: root, to, weight: 0, index: -1 }),
  );
  for (const step of steps) heaps[step.to] = merge(heaps[step.to]!, leaf(step));
  const sets = new Sets(nodes + 1);
  const seen = new Int32Array(nodes + 1).fill(-1);
  seen[root] = root;
  const chosen: IndexedStep[] = [];
  const cycles: Cycle[] = [];
  for (let start = 0; start < nodes; start++) {
    const path: { readonly node: number; readonly step: IndexedStep }[] = [];
    let node = sets.find(start);
    while (seen[node] === -1) {
      const { step, rest } = take(heaps[node]!);
      heaps[node] = rest;
      path.push({ node, step });
      seen[node] = start;
      node = sets.find(step.from);
      if (seen[node] !== start) continue;
      const time = sets.joined;
      const taken: IndexedStep[] = [];
      let heap: Heap | null = null;
      for (let again = true; again; ) {
        const last = path.pop()!;
        heap = merge(heap, heaps[last.node]!);
        taken.push(last.step);
        again = sets.join(node, last.node);
      }
      node = sets.find(node);
      heaps[node] = heap;
      seen[node] = -1;
      cycles.push({ node, time, taken });
    }
    for (const { step } of path) chosen[sets.find(step.to)] = step;
  }
  return unfold(nodes, chosen, cycles.reverse(), sets);
}

interface Cycle {
  readonly node: number;
  /** How many sets had been joined before it. */
  readonly time: number;
  readonly taken: readonly IndexedStep[];
}

/** Breaks each cycle, the latest first, where the step chosen for it enters. */
function unfold(nodes: number, chosen: IndexedStep[], cycles: readonly Cycle[], sets: Sets): Int32Array {
  for (const { node, time, taken } of cycles) {
    const entering = chosen[node]!;
    sets.undo(time);
    for (const step of taken) chosen[sets.find(step.to)] = step;
    chosen[sets.find(entering.to)] = entering;
  }
  return Int32Array.from({ length: nodes }, (_, i) => chosen[i]?.index ?? -1);
}

/** A leftist heap, heaviest first; `rank` is the length of its right spine; `lower` is still to be taken off every weight in it. */
interface Heap {
  readonly step: IndexedStep;
  weight: number;
  lower: number;
  rank: number;
  left: Heap | null;
  right: Heap | null;
}

const leaf = (step: IndexedStep): Heap => ({ step, weight: step.weight, lower: 0, rank: 1, left: null, right: null });

function settle(heap: Heap): void {
  if (heap.lower === 0) return;
  heap.weight -= heap.lower;
  if (heap.left) heap.left.lower += heap.lower;
  if (heap.right) heap.right.lower += heap.lower;
  heap.lower = 0;
}

/** The heavier on top; equal ones in the order the steps were given. */
function merge(a: Heap | null, b: Heap | null): Heap | null {
  if (a === null || b === null) return a ?? b;
  settle(a);
  settle(b);
  const first = a.weight > b.weight || (a.weight === b.weight && a.step.index <= b.step.index);
  const [top, other] = first ? [a, b] : [b, a];
  top.right = merge(top.right, other);
  if ((top.left?.rank ?? 0) < (top.right?.rank ?? 0)) [top.left, top.right] = [top.right, top.left];
  top.rank = (top.right?.rank ?? 0) + 1;
  return top;
}

/** The heaviest step, and the heap without it, every weight lower by that of the step. */
function take(heap: Heap): { step: IndexedStep; rest: Heap | null } {
  settle(heap);
  heap.lower = heap.weight;
  if (heap.left) heap.left.lower += heap.lower;
  if (heap.right) heap.right.lower += heap.lower;
  return { step: heap.step, rest: merge(heap.left, heap.right) };
}

/** Disjoint sets whose joins can be undone, the last first. */
class Sets {
  private readonly parent: Int32Array;
  private readonly history: { readonly at: number; readonly size: number }[] = [];
  constructor(count: number) {
    this.parent = new Int32Array(count).fill(-1);
  }

  get joined(): number {
    return this.history.length;
  }

  find(of: number): number {
    let node = of;
    while (this.parent[node]! >= 0) node = this.parent[node]!;
    return node;
  }

  /** @returns false when they were one set already */
  join(x: number, y: number): boolean {
    let [a, b] = [this.find(x), this.find(y)];
    if (a === b) return false;
    if (this.parent[a]! > this.parent[b]!) [a, b] = [b, a];
    this.history.push({ at: b, size: this.parent[b]! });
    this.parent[a]! += this.parent[b]!;
    this.parent[b] = a;
    return true;
  }

  undo(time: number): void {
    while (this.history.length > time) {
      const { at, size } = this.history.pop()!;
      this.parent[this.parent[at]!]! -= size;
      this.parent[at] = size;
    }
  }
}
