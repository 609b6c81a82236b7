import type { Quote } from "../model/index.js";
import type { Report } from "../tell/report.js";
import { type Phrase, wordingId } from "./join.js";
import type { CausalMap } from "./map.js";
import { candidatesOf } from "./phrases.js";

/** Two wordings that may mean one concept: whether they do is a question to an analyst. */
export interface Proposal {
  readonly ids: readonly [string, string];
  readonly names: readonly [string, string];
  readonly evidence: readonly [Quote, Quote];
  /** Whether the map has them as one now. */
  readonly joined: boolean;
  /** The part of their words that both have, 0–1. */
  readonly alike: number;
  /** The part of the map's arrows that begin or end at either. */
  readonly share: number;
}

/** Less alike than this two wordings are not asked about. */
const least = 1 / 3;
/** Each is compared with so many others with its main word at most. */
const compared = 200;

/** Wordings with one main word and much in common, but not the same words: those that were joined and those that nearly were. */
export function proposals(report: Report, { concepts, arrows }: CausalMap): readonly Proposal[] {
  const conceptOf = new Map(concepts.flatMap(({ wordings }, i) => wordings.map(({ id }) => [id, i] as const)));
  const ends = new Map<number, number>();
  for (const { from, to } of arrows) for (const i of [from, to]) ends.set(i, (ends.get(i) ?? 0) + 1);
  const reach = (i: number): number => (ends.get(i) ?? 0) / Math.max(1, arrows.length);
  const texts = new Map(report.articles.map(({ id, text }) => [id, text]));
  const quoteOf = ({ article, start, end }: Phrase): Quote => ({
    ...{ article, start, end, text: texts.get(article)?.slice(start, end) ?? "" },
  });
  return pairsOf(firstWordings(report)).map(({ a, b, alike }): Proposal => {
    const ids = [wordingId(a.text), wordingId(b.text)] as const;
    const [x, y] = [conceptOf.get(ids[0])!, conceptOf.get(ids[1])!];
    const joined = x === y;
    return {
      ...{ ids, names: [a.text, b.text], evidence: [quoteOf(a), quoteOf(b)], joined, alike },
      share: Math.min(1, reach(x) + (joined ? 0 : reach(y))),
    };
  });
}

/** The first phrase of each variable, by main word. */
function firstWordings(report: Report): ReadonlyMap<string, readonly Phrase[]> {
  const seen = new Set<string>();
  const byHead = new Map<string, Phrase[]>();
  for (const phrase of candidatesOf(report).candidates.flatMap(({ from, to }) => [from, to])) {
    const { words, parties, head, vague } = phrase.variable;
    const key = [...words, "\u0000", ...parties].join(" ");
    if (seen.has(key) || vague || head === "") continue;
    seen.add(key);
    byHead.set(head, [...(byHead.get(head) ?? []), phrase]);
  }
  return byHead;
}

function* pairs(byHead: ReadonlyMap<string, readonly Phrase[]>): Generator<readonly [Phrase, Phrase]> {
  for (const phrases of byHead.values())
    for (const [i, a] of phrases.entries()) for (const b of phrases.slice(i + 1, i + 1 + compared)) yield [a, b];
}

function pairsOf(byHead: ReadonlyMap<string, readonly Phrase[]>) {
  return [...pairs(byHead)].flatMap(([a, b]) => {
    const [one, other] = [a.variable, b.variable];
    const differ = one.parties.join() !== other.parties.join();
    if (differ && one.parties.length > 0 && other.parties.length > 0) return [];
    const shared = one.words.filter((word) => other.words.includes(word)).length;
    const alike = shared / (one.words.length + other.words.length - shared);
    return alike < least ? [] : [{ a, b, alike: differ ? alike / 2 : alike }];
  });
}
