import type { Step } from "./descent.js";

/** No element. */
export const none = -1;

/**
 * The steps of one part in leftist heaps, heaviest first, all in a few arrays: a hot story has a hundred steps an article.
 * Elements are numbered: the steps in their order, then for each node one from the root, of weight nought.
 */
export class Heaps {
  readonly from: Int32Array;
  readonly to: Int32Array;
  private readonly weight: Float64Array;
  /** Still to be taken off every weight in the heap below an element, its own included. */
  private readonly lower: Float64Array;
  /** The length of its right spine. */
  private readonly rank: Uint8Array;
  private readonly left: Int32Array;
  private readonly right: Int32Array;

  /** @param own which of the steps; `local` numbers their nodes from 0 to `nodes`, which is the root's number */
  constructor(
    steps: readonly Step[],
    private readonly own: readonly number[],
    local: Int32Array,
    readonly nodes: number,
  ) {
    const size = own.length + nodes;
    this.from = new Int32Array(size).fill(nodes);
    this.to = new Int32Array(size);
    this.weight = new Float64Array(size);
    this.lower = new Float64Array(size);
    this.rank = new Uint8Array(size).fill(1);
    this.left = new Int32Array(size).fill(none);
    this.right = new Int32Array(size).fill(none);
    for (const [i, index] of own.entries()) {
      const { from, to, weight } = steps[index]!;
      this.from[i] = local[from]!;
      this.to[i] = local[to]!;
      this.weight[i] = weight;
    }
    for (let node = 0; node < nodes; node++) this.to[own.length + node] = node;
  }

  /** For each node the heap of the steps that lead to it. */
  tops(): Int32Array {
    const tops = Int32Array.from({ length: this.nodes + 1 }, (_, node) =>
      node === this.nodes ? none : this.own.length + node,
    );
    for (let i = 0; i < this.own.length; i++) tops[this.to[i]!] = this.merge(tops[this.to[i]!]!, i);
    return tops;
  }

  /** The heavier on top; of equal ones the root's, then in the order the steps were given. */
  merge(a: number, b: number): number {
    if (a === none || b === none) return a === none ? b : a;
    this.settle(a);
    this.settle(b);
    const first = this.isBefore(a, b);
    const [top, other] = first ? [a, b] : [b, a];
    this.right[top] = this.merge(this.right[top]!, other);
    const [left, right] = [this.left[top]!, this.right[top]!];
    if (this.rankOf(left) < this.rankOf(right)) {
      this.left[top] = right;
      this.right[top] = left;
    }
    this.rank[top] = this.rankOf(this.right[top]!) + 1;
    return top;
  }

  /** The heap without its heaviest, every weight lower by that of the heaviest. */
  withoutTop(top: number): number {
    this.settle(top);
    const [left, right] = [this.left[top]!, this.right[top]!];
    if (left !== none) this.lower[left]! += this.weight[top]!;
    if (right !== none) this.lower[right]! += this.weight[top]!;
    return this.merge(left, right);
  }

  private isBefore(a: number, b: number): boolean {
    if (this.weight[a] !== this.weight[b]) return this.weight[a]! > this.weight[b]!;
    return this.orderOf(a) <= this.orderOf(b);
  }

  private orderOf(element: number): number {
    return element < this.own.length ? element : -1;
  }

  private rankOf(element: number): number {
    return element === none ? 0 : this.rank[element]!;
  }

  private settle(element: number): void {
    const off = this.lower[element]!;
    if (off === 0) return;
    this.weight[element]! -= off;
    const [left, right] = [this.left[element]!, this.right[element]!];
    if (left !== none) this.lower[left]! += off;
    if (right !== none) this.lower[right]! += off;
    this.lower[element] = 0;
  }
}
