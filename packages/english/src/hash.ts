/** 32-bit FNV-1a over UTF-16 units, avalanched; never 0. */
export function hashText(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  h ^= h >>> 12;
  return h === 0 ? 1 : h;
}

/**
 * Features are written as sums: each part times a multiplier of its own place, plus the template's number times this.
 * `finishKeys` then avalanches the sums. Adding is all that the long lists of templates have to do.
 */
export const template = 0x9e3779b1;

/** An odd multiplier for the `n`th place a part can stand in. */
export function place(n: number): number {
  return Math.imul(2 * n + 1, 0x85ebca6b) ^ Math.imul(n + 7, 0x27d4eb2e);
}

/** Turns sums into keys. Keys are never 0, which marks a free slot. */
export function finishKeys(keys: Int32Array, count: number): void {
  for (let k = 0; k < count; k++) {
    let h = keys[k]!;
    h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
    h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
    h ^= h >>> 16;
    keys[k] = h === 0 ? 1 : h;
  }
}
