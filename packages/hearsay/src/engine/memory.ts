import type { Reading } from "./analyse.js";
import type { Compared, Planned } from "./stages.js";

/** Of longer records, in characters of JSON, no more are kept: some half a gigabyte once they are objects. */
const mostKept = 80_000_000;

/**
 * What a process that stays keeps of a story from one run to the next, so that an article more is not paid for by reading
 * all others from the store again. Everything in it is as the store has it, under the version it has there: without it, or
 * with one that is out of date, everything comes out the same.
 */
export class Memory {
  /** What was compared, by stages of a version. */
  compared: { readonly version: string; readonly compared: Compared } | null = null;
  /** What is to be compared, of a story in this state: only while it is. */
  planned: { readonly version: string; readonly planned: Planned } | null = null;
  private readonly readings = new Map<string, Kept>();
  private size = 0;

  /** The reading of a capture, by its hash, if it is the one of this version. */
  reading(hash: string, version: string): Reading | undefined {
    const kept = this.readings.get(hash);
    return kept?.version === version ? kept.reading : undefined;
  }

  /** @param size of the records it was made from, in characters */
  keep(hash: string, version: string, reading: Reading, size: number): void {
    this.size -= this.readings.get(hash)?.size ?? 0;
    this.readings.delete(hash);
    if (this.size + size > mostKept) return;
    this.size += size;
    this.readings.set(hash, { version, reading, size });
  }
}

interface Kept {
  readonly version: string;
  readonly reading: Reading;
  readonly size: number;
}
