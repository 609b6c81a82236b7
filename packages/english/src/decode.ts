/**
 * The best tree under `scores`, n rows of `columns` numbers: row i says how well each word, and in column n the root,
 * does as head of word i. Each word's favourite head, where these make a tree with one root; otherwise the best
 * projective tree, or in very long sentences the favourites with their cycles broken.
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
  if (isTree(heads)) return heads;
  return n <= longestProjective ? projectiveTree(scores, n, columns) : withoutCycles(heads, scores, columns);
}

/** Beyond this many words the best projective tree, which is cubic, would take longer than the rest of the analysis. */
const longestProjective = 120;

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
 * The favourite heads made a tree: one root, and from each cycle the word that loses least hangs elsewhere. Changes
 * and returns `heads`.
 */
export function withoutCycles(heads: Int32Array, scores: Float32Array, columns: number): Int32Array {
  const n = heads.length;
  const best = (i: number, allowed: (j: number) => boolean): number => {
    let head = -1;
    for (let j = 0; j < n; j++)
      if (j !== i && allowed(j) && (head < 0 || scores[i * columns + j]! > scores[i * columns + head]!)) head = j;
    return head;
  };
  let root = 0;
  for (let i = 1; i < n; i++) if (scores[i * columns + n]! > scores[root * columns + n]!) root = i;
  for (let i = 0; i < n; i++) heads[i] = i === root ? n : heads[i] === n ? best(i, () => true) : heads[i]!;
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

/** Room for `projectiveTree`, grown as needed and used again: spans by their left end, and by their right end. */
class Spans {
  readonly left: Float64Array;
  readonly leftByEnd: Float64Array;
  readonly right: Float64Array;
  readonly rightByEnd: Float64Array;
  readonly openLeft: Float64Array;
  readonly openRightByEnd: Float64Array;
  readonly openAt: Int32Array;
  readonly leftAt: Int32Array;
  readonly rightAt: Int32Array;

  constructor(readonly size: number) {
    const numbers = () => new Float64Array(size * size);
    const places = () => new Int32Array(size * size);
    [this.left, this.leftByEnd, this.right, this.rightByEnd] = [numbers(), numbers(), numbers(), numbers()];
    [this.openLeft, this.openRightByEnd] = [numbers(), numbers()];
    [this.openAt, this.leftAt, this.rightAt] = [places(), places(), places()];
  }
}

let room = new Spans(64);

/**
 * The best tree without crossing arcs and with one word on the root (Eisner 1996). Cubic in n. A span is headed at its
 * left or right end, and open (an arc between its ends) or closed.
 */
export function projectiveTree(scores: Float32Array, n: number, columns = n + 1): Int32Array {
  if (room.size < n) room = new Spans(n);
  const { left, leftByEnd, right, rightByEnd, openLeft, openRightByEnd, openAt, leftAt, rightAt } = room;
  for (let i = 0; i < n; i++) for (const spans of [left, leftByEnd, right, rightByEnd]) spans[i * n + i] = 0;
  for (let width = 1; width < n; width++)
    for (let i = 0; i + width < n; i++) {
      const j = i + width;
      const row = i * n;
      const end = j * n;
      let most = -Infinity;
      let at = i;
      for (let k = i; k < j; k++) {
        const sum = left[row + k]! + rightByEnd[end + k + 1]!;
        if (sum > most) {
          most = sum;
          at = k;
        }
      }
      openAt[row + j] = at;
      openLeft[row + j] = most + scores[j * columns + i]!;
      openRightByEnd[end + i] = most + scores[i * columns + j]!;
      most = -Infinity;
      for (let k = i + 1; k <= j; k++) {
        const sum = openLeft[row + k]! + leftByEnd[end + k]!;
        if (sum > most) {
          most = sum;
          at = k;
        }
      }
      leftAt[row + j] = at;
      left[row + j] = most;
      leftByEnd[end + i] = most;
      most = -Infinity;
      for (let k = i; k < j; k++) {
        const sum = right[row + k]! + openRightByEnd[end + k]!;
        if (sum > most) {
          most = sum;
          at = k;
        }
      }
      rightAt[row + j] = at;
      right[row + j] = most;
      rightByEnd[end + i] = most;
    }
  let root = 0;
  let most = -Infinity;
  for (let r = 0; r < n; r++) {
    const sum = right[r]! + left[r * n + n - 1]! + scores[r * columns + n]!;
    if (sum > most) {
      most = sum;
      root = r;
    }
  }
  return unfolded(room, root, n);
}

function unfolded({ openAt, leftAt, rightAt }: Spans, root: number, n: number): Int32Array {
  const heads = new Int32Array(n).fill(n);
  // [from, to, headed at the left, open].
  const pending: [number, number, boolean, boolean][] = [
    [0, root, false, false],
    [root, n - 1, true, false],
  ];
  for (let span = pending.pop(); span !== undefined; span = pending.pop()) {
    const [i, j, atLeft, open] = span;
    if (i === j) continue;
    if (open) {
      heads[atLeft ? j : i] = atLeft ? i : j;
      const k = openAt[i * n + j]!;
      pending.push([i, k, true, false], [k + 1, j, false, false]);
    } else if (atLeft) {
      const k = leftAt[i * n + j]!;
      pending.push([i, k, true, true], [k, j, true, false]);
    } else {
      const k = rightAt[i * n + j]!;
      pending.push([i, k, false, false], [k, j, false, true]);
    }
  }
  return heads;
}
