/**
 * A tree under `scores`, n rows of `columns` numbers: row i says how well each word, and in column n the root, does as
 * head of word i. Each word's favourite head, where these make a tree with one root; otherwise with the fewest losses
 * that greed finds: the best projective tree, which is cubic, does no better (see docs/english.md).
 * @returns a head a word, n for the root
 */
export function treeOf(scores: Float32Array, n: number, columns = n + 1): Int32Array {
  const heads = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    let best = n;
    const row = i * columns;
    for (let j = 0; j < n; j++) if (j !== i && scores[row + j]! > scores[row + best]!) best = j;
    heads[i] = best;
  }
  return isTree(heads) ? heads : withoutCycles(heads, scores, columns);
}

/** Whether exactly one word hangs on the root and all others hang, in the end, on it. */
export function isTree(heads: Int32Array): boolean {
  const n = heads.length;
  if (heads.reduce((roots, head) => roots + (head === n ? 1 : 0), 0) !== 1) return false;
  // 0: not looked at, 1 + i: on the way up from word i, −1: hangs on the root.
  const seen = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    let at = i;
    while (at !== n && seen[at] === 0) {
      seen[at] = i + 1;
      at = heads[at]!;
    }
    if (at !== n && seen[at] === i + 1) return false;
    for (let up = i; up !== n && seen[up] === i + 1; up = heads[up]!) seen[up] = -1;
  }
  return true;
}

/**
 * Favourite heads made a tree: the word that gains most by it hangs on the root, and from each cycle the word that loses
 * least hangs elsewhere. Changes and returns `heads`.
 */
export function withoutCycles(heads: Int32Array, scores: Float32Array, columns: number): Int32Array {
  const n = heads.length;
  const best = (i: number, allowed: (j: number) => boolean): number => {
    let head = -1;
    for (let j = 0; j < n; j++)
      if (j !== i && allowed(j) && (head < 0 || scores[i * columns + j]! > scores[i * columns + head]!)) head = j;
    return head;
  };
  if (n === 1) return heads.fill(n);
  const others = Int32Array.from(heads, (head, i) => (head === n ? best(i, () => true) : head));
  const gain = (i: number) => scores[i * columns + n]! - scores[i * columns + others[i]!]!;
  let root = 0;
  for (let i = 1; i < n; i++) if (gain(i) > gain(root)) root = i;
  heads.set(others);
  heads[root] = n;
  for (;;) {
    const reaches = reachesRoot(heads);
    const loose = reaches.indexOf(0);
    if (loose < 0) return heads;
    let [moved, to, least] = [-1, -1, Infinity];
    for (const i of cycleFrom(heads, loose)) {
      const head = best(i, (j) => reaches[j] === 1);
      const loss = scores[i * columns + heads[i]!]! - scores[i * columns + head]!;
      if (loss < least || moved < 0) [moved, to, least] = [i, head, loss];
    }
    heads[moved] = to;
  }
}

/** 1 for each word that hangs, in the end, on the root. */
function reachesRoot(heads: Int32Array): Uint8Array {
  const n = heads.length;
  const reaches = new Uint8Array(n);
  const seen = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    let at = i;
    while (at !== n && reaches[at] === 0 && seen[at] !== i + 1) {
      seen[at] = i + 1;
      at = heads[at]!;
    }
    if (at !== n && reaches[at] === 0) continue;
    for (let up = i; up !== n && reaches[up] === 0; up = heads[up]!) reaches[up] = 1;
  }
  return reaches;
}

function cycleFrom(heads: Int32Array, start: number): number[] {
  const seen = new Set<number>();
  let at = start;
  for (; !seen.has(at); at = heads[at]!) seen.add(at);
  const cycle = [at];
  for (let next = heads[at]!; next !== at; next = heads[next]!) cycle.push(next);
  return cycle;
}
