import { formKeys } from "../features.js";

/** A word is known when met this often, a part of words when this many different words have it. */
const least = { word: 2, part: 3 };

/** The rows of the embedding table: which key has which, in order of key, and how often each word was met. */
export interface EmbeddingKeys {
  readonly rows: ReadonlyMap<number, number>;
  readonly met: ReadonlyMap<number, number>;
  /** Each key less the one before it, unsigned. */
  readonly distances: readonly number[];
}

/** Counts the words of all `sentences`, each a list of forms. */
export function embeddingKeys(sentences: Iterable<readonly string[]>): EmbeddingKeys {
  const met = new Map<number, number>();
  const forms = new Map<string, number>();
  for (const sentence of sentences) for (const form of sentence) forms.set(form, (forms.get(form) ?? 0) + 1);
  const parts = new Map<number, number>();
  for (const [form, count] of forms) {
    const [word, ...others] = formKeys(form);
    met.set(word!, (met.get(word!) ?? 0) + count);
    for (const key of others) parts.set(key, (parts.get(key) ?? 0) + 1);
  }
  const known = [
    ...[...met].filter(([, count]) => count >= least.word).map(([key]) => key),
    ...[...parts].filter(([, count]) => count >= least.part).map(([key]) => key),
  ];
  const keys = [...new Set(known.map((key) => key >>> 0))].sort((a, b) => a - b);
  return {
    rows: new Map(keys.map((key, row) => [key | 0, row])),
    met,
    distances: keys.map((key, i) => key - (keys[i - 1] ?? 0)),
  };
}
