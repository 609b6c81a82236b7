import type { Candidate } from "./candidates.js";
import { type Common, compareArticles, type Kin, kinOf } from "./kin.js";
import type { Library } from "./library.js";

/** What comparing articles gave, by the id of the later of two: plain data, kept from one run to the next. */
export type Compared = ReadonlyMap<string, Partners>;
/** By the id of the earlier of two. */
export type Partners = Readonly<Record<string, Comparison>>;
export interface Comparison {
  /** Equal exactly when comparing the two again would give the same. */
  readonly basis: string;
  /** Null when they may well be independent. */
  readonly common: Common | null;
}

/** The kin among the candidates, and all that was compared; what was compared before is not compared again. */
export function compareAll(library: Library, candidates: readonly Candidate[], before: Compared) {
  const kin: Kin[] = [];
  const compared = new Map<string, Record<string, Comparison>>();
  const basisOf = basesIn(library);
  for (const { a, b } of byBlocks(candidates)) {
    const [earlier, later] = [library.articles[a]!.id, library.articles[b]!.id];
    const basis = basisOf(a, b);
    const known = before.get(later)?.[earlier];
    const one = known?.basis === basis ? known : { basis, common: compareArticles(library, a, b) };
    const partners = compared.get(later);
    if (partners === undefined) compared.set(later, { [earlier]: one });
    else partners[earlier] = one;
    if (one.common !== null) kin.push(kinOf(library, a, b, one.common));
  }
  return { kin: kin.sort((x, y) => x.a - y.a || x.b - y.b), compared };
}

/** The pairs that were not compared before, or not as they are now. */
export function uncompared(library: Library, candidates: readonly Candidate[], before: Compared): Candidate[] {
  const basisOf = basesIn(library);
  const known = ({ a, b }: Candidate) => before.get(library.articles[b]!.id)?.[library.articles[a]!.id];
  return candidates.filter((pair) => known(pair)?.basis !== basisOf(pair.a, pair.b));
}

/** What comparing two depends on: their texts, and what the story's words are to them. */
function basesIn(library: Library): (a: number, b: number) => string {
  const marks = library.articles.map((article, i) => `${article.mark} ${library.shade(i)}`);
  return (a, b) => `${marks[a]} ${marks[b]}`;
}

/** Pairs in an order in which the same few hundred articles are needed again and again, so that each is read seldom. */
function byBlocks(candidates: readonly Candidate[]): Candidate[] {
  const block = (article: number): number => Math.floor(article / blockSize);
  return [...candidates].sort((x, y) => block(x.a) - block(y.a) || block(x.b) - block(y.b) || x.a - y.a || x.b - y.b);
}
const blockSize = 250;
