import { inflateRawSync } from "node:zlib";

/** Bodies by key. A packed one is unpacked each time it is looked at: most of a story's are read and never needed. */
export class Bodies extends Map<string, string> {
  readonly #packed = new Map<string, Uint8Array>();

  add(key: string, body: string | null, packed: Uint8Array | null): void {
    if (packed !== null) this.#packed.set(key, packed);
    // Keeps the order of the keys.
    this.set(key, body ?? "null");
  }

  override clear(): void {
    super.clear();
    this.#packed.clear();
  }

  override get(key: string): string | undefined {
    const packed = this.#packed.get(key);
    return packed === undefined ? super.get(key) : inflateRawSync(packed).toString("utf8");
  }

  override *entries(): MapIterator<[string, string]> {
    for (const key of this.keys()) yield [key, this.get(key)!];
  }

  override *values(): MapIterator<string> {
    for (const key of this.keys()) yield this.get(key)!;
  }

  override forEach(each: (body: string, key: string, all: Map<string, string>) => void): void {
    for (const [key, body] of this.entries()) each(body, key, this);
  }

  override [Symbol.iterator](): MapIterator<[string, string]> {
    return this.entries();
  }
}
