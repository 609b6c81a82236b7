/** Disjoint sets over the numbers 0…n−1 (Tarjan 1975, with path halving). The smallest member names its set. */
export class Union {
  private readonly parent: Int32Array;
  constructor(n: number) {
    this.parent = Int32Array.from({ length: n }, (_, i) => i);
  }
  find(i: number): number {
    let at = i;
    while (this.parent[at] !== at) {
      this.parent[at] = this.parent[this.parent[at]!]!;
      at = this.parent[at]!;
    }
    return at;
  }
  join(a: number, b: number): void {
    const [low, high] = [this.find(a), this.find(b)].sort((x, y) => x - y) as [number, number];
    this.parent[high] = low;
  }
  /** The sets, each in ascending order, ordered by their first member. */
  groups(): number[][] {
    const groups = new Map<number, number[]>();
    for (let i = 0; i < this.parent.length; i++) {
      const root = this.find(i);
      const group = groups.get(root);
      if (group) group.push(i);
      else groups.set(root, [i]);
    }
    return [...groups.values()];
  }
}

/** For each of the numbers 0…n−1 the smallest one that the links join it with. */
export function roots(n: number, links: readonly (readonly [number, number])[]): number[] {
  const union = new Union(n);
  for (const [a, b] of links) union.join(a, b);
  return Array.from({ length: n }, (_, i) => union.find(i));
}
