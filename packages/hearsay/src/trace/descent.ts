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
  const useful = steps
    .map((step, index) => ({ ...step, index }))
    .filter((step) => step.weight > 0 && step.from !== step.to);
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
  const nodes = [...new Set(steps.flatMap((step) => [step.from, step.to]))].sort((x, y) => x - y);
  const local = new Map(nodes.map((node, i) => [node, i]));
  const renumbered = steps.map((step) => ({ ...step, from: local.get(step.from)!, to: local.get(step.to)! }));
  solve(nodes.length, renumbered).forEach((index, i) => {
    chosen[nodes[i]!] = index;
  });
}

interface IndexedStep extends Step {
  readonly index: number;
}

function solve(nodes: number, steps: readonly IndexedStep[]): Int32Array {
  const best = new Array<IndexedStep | null>(nodes).fill(null);
  for (const step of steps) {
    const current = best[step.to]!;
    if (current === null || step.weight > current.weight) best[step.to] = step;
  }
  const cycles = findCycles(best);
  if (cycles.length === 0) return Int32Array.from(best, (step) => step?.index ?? -1);
  return expand(nodes, steps, best, cycles);
}

/**
 * Contracts every cycle into one node, solves that, and breaks each cycle where the solution enters it. All cycles of a
 * round at once, so that the rounds are few even where thousands of near copies could each be the other's source.
 */
function expand(
  nodes: number,
  steps: readonly IndexedStep[],
  best: readonly (IndexedStep | null)[],
  cycles: readonly (readonly number[])[],
): Int32Array {
  const cycleOf = new Int32Array(nodes).fill(-1);
  const weakest = cycles.map((cycle) => Math.min(...cycle.map((node) => best[node]!.weight)));
  for (const [c, cycle] of cycles.entries()) for (const node of cycle) cycleOf[node] = c;
  const into = new Map<number, number>();
  const contracted: IndexedStep[] = [];
  for (const step of steps) {
    const [from, to] = [cycleOf[step.from]!, cycleOf[step.to]!];
    if (to !== -1 && from === to) continue;
    const weight = to === -1 ? step.weight : step.weight - best[step.to]!.weight + weakest[to]!;
    if (weight <= 0) continue;
    if (to !== -1) into.set(step.index, step.to);
    contracted.push({
      index: step.index,
      from: from === -1 ? step.from : nodes + from,
      to: to === -1 ? step.to : nodes + to,
      weight,
    });
  }
  const solved = solve(nodes + cycles.length, contracted);
  const answer = solved.slice(0, nodes);
  for (const [c, cycle] of cycles.entries()) {
    const entry = solved[nodes + c]!;
    const entered = entry === -1 ? cycle.find((node) => best[node]!.weight === weakest[c])! : into.get(entry)!;
    for (const node of cycle) answer[node] = node === entered ? entry : best[node]!.index;
  }
  return answer;
}

function findCycles(best: readonly (IndexedStep | null)[]): number[][] {
  const cycles: number[][] = [];
  const visit = new Int32Array(best.length);
  for (let start = 0; start < best.length; start++) {
    const path: number[] = [];
    let node = start;
    while (visit[node] === 0 && best[node]) {
      visit[node] = start + 1;
      path.push(node);
      node = best[node]!.from;
    }
    if (best[node] && visit[node] === start + 1 && path.includes(node)) cycles.push(path.slice(path.indexOf(node)));
  }
  return cycles;
}
