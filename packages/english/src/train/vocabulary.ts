import type { ConlluSentence } from "../conllu.js";
import { normalise } from "../words.js";

/** A list of names and the place of each in it. */
export class Names {
  readonly list: string[] = [];
  private readonly places = new Map<string, number>();

  constructor(names: Iterable<string> = []) {
    for (const name of names) this.add(name);
  }

  add(name: string): number {
    const known = this.places.get(name);
    if (known !== undefined) return known;
    this.places.set(name, this.list.length);
    return this.list.push(name) - 1;
  }

  /** The place of `name`, or −1. */
  find(name: string): number {
    return this.places.get(name) ?? -1;
  }
}

/** The joint tag of a word: "NOUN NN". */
export const jointTag = (word: { upos: string; xpos: string }): string => `${word.upos} ${word.xpos}`;

/** All joint tags met at least `least` times, most frequent first. */
export function jointTags(sentences: readonly ConlluSentence[], least: number): Names {
  return new Names(frequent(tally(sentences.flatMap((s) => s.words.map(jointTag))), least));
}

/** All relations, behind "_" for none. */
export function relations(sentences: readonly ConlluSentence[]): Names {
  return new Names(["_", ...frequent(tally(sentences.flatMap((s) => s.words.map((w) => w.deprel))), 5)]);
}

export function tally(items: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** The items met at least `least` times, most frequent first, then by name. */
export function frequent(counts: ReadonlyMap<string, number>, least: number): string[] {
  return [...counts]
    .filter(([, count]) => count >= least)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([item]) => item);
}

/** Words met often enough take only tags they were seen with. */
const closedFrom = 12;

/** The tags of every word that was met often enough, most frequent first. */
export function lexiconOf(sentences: readonly ConlluSentence[], tags: Names): Map<string, readonly number[]> {
  const seen = new Map<string, Map<string, number>>();
  for (const { words } of sentences)
    for (const word of words) {
      const form = normalise(word.form);
      const counts = seen.get(form) ?? new Map<string, number>();
      seen.set(form, counts.set(jointTag(word), (counts.get(jointTag(word)) ?? 0) + 1));
    }
  const lexicon = new Map<string, readonly number[]>();
  for (const [form, counts] of seen) {
    const total = [...counts.values()].reduce((a, b) => a + b, 0);
    if (total < closedFrom) continue;
    const kept = frequent(counts, Math.max(1, total / 500))
      .map((tag) => tags.find(tag))
      .filter((tag) => tag >= 0);
    if (kept.length > 0) lexicon.set(form, kept);
  }
  return lexicon;
}
