/** A 32-bit hash of a string (FNV-1a); the same on every machine. */
export const hashText = (text: string): number => extend(0x811c9dc5 | 0, text);

/** The hash of a string that goes on, from the hash of its beginning: `extend(hashText(a), b)` is `hashText(a + b)`. */
export function extend(beginning: number, text: string): number {
  let h = beginning;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}

/** Mixes one number into a hash. */
export function mix(h: number, value: number): number {
  const k = Math.imul(value ^ (value >>> 15), 0x85ebca6b);
  const r = Math.imul(h ^ (k ^ (k >>> 13)), 0xc2b2ae35);
  return (r ^ (r >>> 16)) | 0;
}

/** Collects the features of one decision as slots of a weight table of `2^bits` rows. */
export class Features {
  readonly slots: Int32Array;
  count = 0;

  constructor(
    private readonly bits: number,
    capacity = 256,
  ) {
    this.slots = new Int32Array(capacity);
  }

  clear(): void {
    this.count = 0;
  }

  /** A feature of a template number and up to three values. */
  add(template: number, a = 0, b = 0, c = 0): void {
    if (this.count === this.slots.length) return;
    const h = mix(mix(mix(Math.imul(template + 1, 0x9e3779b1), a), b), c);
    this.slots[this.count++] = (h ^ (h >>> 17)) >>> (32 - this.bits);
  }
}
