import { informationOf } from "../trace/common.js";
import type { Fingerprint } from "../trace/index.js";
import { orderOf } from "../trace/library.js";
import { readingOf } from "../trace/reading.js";
import { wordClass } from "../trace/words.js";

/** Names and numbers tell events apart; other words count for this much of one. As among the articles of a story (`trace/stories.ts`). */
const contentWeight = 0.5;
/** News tells what it is about first: so many words count for so much more. */
const leadWords = 120;
const leadWeight = 4;

/** An article as a finder takes it: what follows from it alone. Plain data, small, kept instead of the text. */
export interface Newcomer {
  readonly id: string;
  /** Earlier articles have the smaller one. */
  readonly order: string;
  /** Hashes of the stems of its telling words, each once, and how much each counts in it. */
  readonly stems: Uint32Array;
  readonly counts: Float32Array;
}

/** What a finder takes of an article. */
export function newcomerOf(
  article: Pick<Fingerprint, "id" | "text" | "date"> & Partial<Pick<Fingerprint, "dateWithin">>,
): Newcomer {
  const { stem, kind } = readingOf(article.text);
  const counts = new Map<number, number>();
  for (let i = 0; i < stem.length; i++) {
    if (kind[i] === wordClass.stop) continue;
    const weight = (i < leadWords ? leadWeight : 1) * (kind[i] === wordClass.anchor ? 1 : contentWeight);
    counts.set(stem[i]!, (counts.get(stem[i]!) ?? 0) + weight);
  }
  const order = orderOf({ date: article.date, dateWithin: article.dateWithin ?? null });
  return { id: article.id, order, stems: Uint32Array.from(counts.keys()), counts: Float32Array.from(counts.values()) };
}

/** In how many articles of the stream each stem has stood so far. */
export class StreamWords {
  readonly #seen = new Map<number, number>();
  #articles = 0;

  see({ stems }: Newcomer): void {
    this.#articles++;
    for (const stem of stems) this.#seen.set(stem, (this.#seen.get(stem) ?? 0) + 1);
  }

  seen(stem: number): number {
    return this.#seen.get(stem) ?? 0;
  }

  /** Information a stem carries in this stream, in nats. */
  information(stem: number): number {
    return informationOf(stem, this.seen(stem), this.#articles);
  }
}
