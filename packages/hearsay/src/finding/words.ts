import { informationOf } from "../trace/common.js";
import type { Fingerprint } from "../trace/index.js";
import { readingOf } from "../trace/reading.js";
import { wordClass } from "../trace/words.js";

/** Names and numbers tell events apart; other words count for this much of one. As among the articles of a story (`trace/stories.ts`). */
const contentWeight = 0.5;
/** News tells what it is about first: so many words count for so much more. */
const leadWords = 120;
const leadWeight = 4;

/** An article's telling words: how much each counts in it, by stem; what follows from its text alone. */
export type Counts = ReadonlyMap<number, number>;

/** Stems and how much they count, of a text. */
export function countsOf({ text }: Pick<Fingerprint, "text">): Counts {
  const { stem, kind } = readingOf(text);
  const counts = new Map<number, number>();
  for (let i = 0; i < stem.length; i++) {
    if (kind[i] === wordClass.stop) continue;
    const weight = (i < leadWords ? leadWeight : 1) * (kind[i] === wordClass.anchor ? 1 : contentWeight);
    counts.set(stem[i]!, (counts.get(stem[i]!) ?? 0) + weight);
  }
  return counts;
}

/** In how many articles of the stream each stem has stood so far. */
export class StreamWords {
  readonly #seen = new Map<number, number>();
  #articles = 0;

  see(counts: Counts): void {
    this.#articles++;
    for (const stem of counts.keys()) this.#seen.set(stem, (this.#seen.get(stem) ?? 0) + 1);
  }

  seen(stem: number): number {
    return this.#seen.get(stem) ?? 0;
  }

  /** Information a stem carries in this stream, in nats. */
  information(stem: number): number {
    return informationOf(stem, this.seen(stem), this.#articles);
  }
}
