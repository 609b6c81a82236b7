/** What a key's number says before the key has been met often enough: minus the times it was met. */
const unmet = 0;

/**
 * Numbers by 32-bit key, open addressing, key and number side by side. A key is admitted when it has been met
 * `minCount` times; until then its number is negative and it counts for nothing.
 */
export class KeyTable {
  private pairs = new Int32Array(1 << 21);
  private mask = (1 << 20) - 1;
  private used = 0;

  constructor(
    private readonly minCount: number,
    private readonly admitted: () => number,
  ) {}

  /** Where `key` is or would be. */
  slot(key: number): number {
    const { pairs, mask } = this;
    let slot = (key ^ (key >>> 15)) & mask;
    for (let met = pairs[slot * 2]!; met !== 0 && met !== key; met = pairs[slot * 2]!) slot = (slot + 1) & mask;
    return slot;
  }

  /** The number at a slot; 0 or less for a key that is not admitted. */
  at(slot: number): number {
    return this.pairs[slot * 2 + 1]!;
  }

  get(key: number): number {
    return this.pairs[this.slot(key) * 2 + 1]!;
  }

  set(slot: number, value: number): void {
    this.pairs[slot * 2 + 1] = value;
  }

  /** Counts one meeting; the meeting that admits the key gives it the number `admitted()` answers, which must be positive. */
  meet(key: number): void {
    if (this.used * 2 > this.mask) this.grow();
    const slot = this.slot(key);
    if (this.pairs[slot * 2] === 0) {
      this.pairs[slot * 2] = key;
      this.pairs[slot * 2 + 1] = unmet;
      this.used++;
    }
    const value = this.pairs[slot * 2 + 1]!;
    if (value > 0) return;
    this.pairs[slot * 2 + 1] = value - 1 <= -this.minCount ? this.admitted() : value - 1;
  }

  private grow(): void {
    const old = this.pairs;
    this.pairs = new Int32Array(old.length * 2);
    this.mask = this.pairs.length / 2 - 1;
    for (let i = 0; i < old.length; i += 2) {
      if (old[i] === 0) continue;
      const slot = this.slot(old[i]!);
      this.pairs[slot * 2] = old[i]!;
      this.pairs[slot * 2 + 1] = old[i + 1]!;
    }
  }

  /** Admitted keys, unsigned, with their numbers, in order of key. */
  entries(): [key: number, value: number][] {
    const found: [number, number][] = [];
    for (let i = 0; i < this.pairs.length; i += 2)
      if (this.pairs[i + 1]! > 0) found.push([this.pairs[i]! >>> 0, this.pairs[i + 1]!]);
    return found.sort((a, b) => a[0] - b[0]);
  }
}
