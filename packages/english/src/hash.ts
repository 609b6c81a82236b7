/** 32-bit FNV-1a over UTF-16 units, avalanched; never 0. */
export function hashText(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  h ^= h >>> 12;
  return h === 0 ? 1 : h;
}

/** The key of a feature with one part. Keys are never 0, which marks a free slot. */
export function key1(template: number, a: number): number {
  let h = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
  h ^= h >>> 15;
  h = Math.imul(h, 0xc2b2ae35);
  h ^= h >>> 16;
  return h === 0 ? 1 : h;
}

/** The key of a feature with two parts, in order. */
export function key2(template: number, a: number, b: number): number {
  return key1(template, Math.imul(a, 0x27d4eb2f) + (b ^ (b >>> 13)));
}

/** The key of a feature with three parts, in order. */
export function key3(template: number, a: number, b: number, c: number): number {
  return key2(template, Math.imul(a, 0x165667b1) + (b ^ (b >>> 11)), c);
}
