import { Union } from "../model/index.js";
import { Heaps, none } from "./descent-heaps.js";

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
  const union = new Union(nodes);
  const useful: number[] = [];
  for (const [index, { from, to, weight }] of steps.entries()) {
    if (!(weight > 0) || from === to) continue;
    useful.push(index);
    if (union.find(from) !== union.find(to)) union.join(from, to);
  }
  const parts = new Map<number, number[]>();
  for (const index of useful) {
    const part = union.find(steps[index]!.from);
    const own = parts.get(part);
    if (own === undefined) parts.set(part, [index]);
    else own.push(index);
  }
  const chosen = new Int32Array(nodes).fill(-1);
  const local = new Int32Array(nodes).fill(-1);
  for (const own of parts.values()) solvePart(steps, own, local, chosen);
  return chosen;
}

/** Numbers the nodes of one part from 0, solves it, and writes the answer under their own numbers. */
function solvePart(steps: readonly Step[], own: readonly number[], local: Int32Array, chosen: Int32Array): void {
  const ends = new Set<number>();
  for (const index of own) ends.add(steps[index]!.from).add(steps[index]!.to);
  const nodes = Int32Array.from(ends).sort();
  for (const [i, node] of nodes.entries()) local[node] = i;
  const heaps = new Heaps(steps, own, local, nodes.length);
  for (const [i, element] of solve(heaps).entries()) chosen[nodes[i]!] = element < own.length ? own[element]! : -1;
}

/**
 * Tarjan's algorithm with mergeable heaps, so that a story of thousands of near copies, where each could be the other's
 * source, is solved in about the time its steps take to sort. A root that leads everywhere at weight nought stands for
 * having no parent.
 * @returns for each node the element of the heaps that leads to it
 */
function solve(heaps: Heaps): Int32Array {
  const { nodes, from, to } = heaps;
  const root = nodes;
  const tops = heaps.tops();
  const sets = new Sets(nodes + 1);
  const seen = new Int32Array(nodes + 1).fill(-1);
  seen[root] = root;
  const chosen = new Int32Array(nodes + 1).fill(none);
  const cycles: Cycle[] = [];
  for (let start = 0; start < nodes; start++) {
    const path: { readonly node: number; readonly step: number }[] = [];
    let node = sets.find(start);
    while (seen[node] === -1) {
      const step = tops[node]!;
      tops[node] = heaps.withoutTop(step);
      path.push({ node, step });
      seen[node] = start;
      node = sets.find(from[step]!);
      if (seen[node] !== start) continue;
      const time = sets.joined;
      const taken: number[] = [];
      let heap = none;
      for (let again = true; again; ) {
        const last = path.pop()!;
        heap = heaps.merge(heap, tops[last.node]!);
        taken.push(last.step);
        again = sets.join(node, last.node);
      }
      node = sets.find(node);
      tops[node] = heap;
      seen[node] = -1;
      cycles.push({ node, time, taken });
    }
    for (const { step } of path) chosen[sets.find(to[step]!)] = step;
  }
  return unfold(heaps, chosen, cycles.reverse(), sets);
}

interface Cycle {
  readonly node: number;
  /** How many sets had been joined before it. */
  readonly time: number;
  readonly taken: readonly number[];
}

/** Breaks each cycle, the latest first, where the step chosen for it enters. */
function unfold({ nodes, to }: Heaps, chosen: Int32Array, cycles: readonly Cycle[], sets: Sets): Int32Array {
  for (const { node, time, taken } of cycles) {
    const entering = chosen[node]!;
    sets.undo(time);
    for (const step of taken) chosen[sets.find(to[step]!)] = step;
    chosen[sets.find(to[entering]!)] = entering;
  }
  return chosen.subarray(0, nodes);
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
