/** A weighted step from a source to what may derive from it; nodes are numbers from 0. */
export interface Step {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/**
 * The heaviest forest in which every node has at most one parent (Chu–Liu/Edmonds). Only steps of positive weight are used.
 * @returns for each node the index of the step that leads to it, or −1 for a root
 */
export function bestForest(nodes: number, steps: readonly Step[]): Int32Array {
  return solve(
    nodes,
    steps.map((step, index) => ({ ...step, index })).filter((step) => step.weight > 0 && step.from !== step.to),
  );
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
  const cycle = findCycle(best);
  if (cycle === null) return Int32Array.from(best, (step) => step?.index ?? -1);
  return expand(nodes, steps, best, cycle);
}

/** Contracts the cycle into one node, solves that, and breaks the cycle where the solution enters it. */
function expand(
  nodes: number,
  steps: readonly IndexedStep[],
  best: readonly (IndexedStep | null)[],
  cycle: readonly number[],
): Int32Array {
  const inCycle = new Set(cycle);
  const weakest = Math.min(...cycle.map((node) => best[node]!.weight));
  const into = new Map<number, number>();
  const contracted: IndexedStep[] = [];
  for (const step of steps) {
    const [fromIn, toIn] = [inCycle.has(step.from), inCycle.has(step.to)];
    if (fromIn && toIn) continue;
    if (toIn) into.set(step.index, step.to);
    contracted.push({
      index: step.index,
      from: fromIn ? nodes : step.from,
      to: toIn ? nodes : step.to,
      weight: toIn ? step.weight - best[step.to]!.weight + weakest : step.weight,
    });
  }
  const solved = solve(
    nodes + 1,
    contracted.filter((step) => step.weight > 0),
  );
  const answer = solved.slice(0, nodes);
  const entry = solved[nodes]!;
  const entered = entry === -1 ? cycle.find((node) => best[node]!.weight === weakest)! : into.get(entry)!;
  for (const node of cycle) answer[node] = node === entered ? entry : best[node]!.index;
  return answer;
}

function findCycle(best: readonly (IndexedStep | null)[]): number[] | null {
  const state = new Uint8Array(best.length);
  for (let start = 0; start < best.length; start++) {
    const path: number[] = [];
    let node = start;
    while (state[node] === 0) {
      state[node] = 1;
      path.push(node);
      const step = best[node];
      if (!step) break;
      node = step.from;
    }
    const at = path.indexOf(node);
    if (state[node] === 1 && best[node] && at !== -1) return path.slice(at);
    for (const done of path) state[done] = 2;
  }
  return null;
}
