import type { Quote, Union } from "../model/index.js";
import { remembering } from "./remember.js";
import type { ReportDerivation } from "./report.js";

export function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** A thing told in an article: where, and what must be equal for two tellings to be one. */
export interface Telling {
  readonly at: Quote;
  /** Two tellings with equal keys are one thing wherever they stand. */
  readonly words: string;
  /** Two tellings with equal sorts are one thing when one stands in a passage taken from the other. */
  readonly sort: string;
  /** Somebody's words: two of the same sort are one only if they share a word besides. */
  readonly spoken?: boolean;
}

/** Joins tellings with the same words, and tellings of the same sort at the same place of a passage that was taken over. */
export function joinCopies(tellings: readonly Telling[], derivations: readonly ReportDerivation[], into: Union): void {
  joinEqual(
    tellings.map((t) => t.words),
    into,
  );
  const byArticle = new Map<string, number[]>();
  for (const [i, telling] of tellings.entries()) append(byArticle, telling.at.article, i);
  for (const { source, derived, passages } of derivations) {
    if (source === null) continue;
    const theirs = byArticle.get(source) ?? [];
    for (const i of byArticle.get(derived) ?? []) joinThrough(i, theirs, tellings, passages, into);
  }
}

export function joinEqual(keys: readonly string[], into: Union): void {
  const first = new Map<string, number>();
  for (const [i, key] of keys.entries()) {
    const j = first.get(key);
    if (key === "") continue;
    if (j === undefined) first.set(key, i);
    else into.join(j, i);
  }
}

/** How far, in share of the passage, a telling may stand from where its source should be. */
const drift = 0.12;

function joinThrough(
  i: number,
  theirs: readonly number[],
  tellings: readonly Telling[],
  passages: ReportDerivation["passages"],
  into: Union,
): void {
  const mine = tellings[i];
  if (mine === undefined) return;
  const passage = passages.find((p) => p.source !== null && within(mine.at, p.derived));
  if (passage?.source == null) return;
  const here = share(mine.at, passage.derived);
  let best: { index: number; off: number } | null = null;
  for (const j of theirs) {
    const other = tellings[j];
    if (other === undefined || other.sort !== mine.sort || !within(other.at, passage.source)) continue;
    if (mine.spoken === true && !shareWord(mine, other)) continue;
    const off = Math.abs(share(other.at, passage.source) - here);
    if (off <= drift && (best === null || off < best.off)) best = { index: j, off };
  }
  if (best !== null) into.join(i, best.index);
}

/** One word of four letters or more, or a number: what stands at one place and shares nothing was put there anew. */
function shareWord(a: Telling, b: Telling): boolean {
  const sort = tellingWords(a.sort);
  const theirs = tellingWords(b.words);
  return [...tellingWords(a.words)].some((word) => theirs.has(word) && !sort.has(word));
}

const tellingWords = remembering(
  (text): ReadonlySet<string> => new Set(text.toLowerCase().match(/\p{L}{4,}|\p{N}+/gu) ?? []),
  20_000,
);

const within = (inner: Quote, outer: Quote): boolean => outer.start <= inner.start && inner.end <= outer.end;
const share = (at: Quote, passage: Quote): number => (at.start - passage.start) / (passage.end - passage.start);
