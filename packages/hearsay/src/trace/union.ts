/** Connected components: for each node the smallest node it is joined with. */
export function roots(nodes: number, links: readonly (readonly [number, number])[]): number[] {
  const parent = Array.from({ length: nodes }, (_, i) => i);
  const find = (node: number): number => {
    let root = node;
    while (parent[root] !== root) root = parent[root]!;
    for (let at = node; at !== root; ) [at, parent[at]] = [parent[at]!, root];
    return root;
  };
  for (const [a, b] of links) {
    const [x, y] = [find(a), find(b)];
    parent[Math.max(x, y)] = Math.min(x, y);
  }
  return parent.map((_, i) => find(i));
}
