import { roots } from "../model/index.js";
import { Ancestry } from "./ancestry.js";
import type { Kin } from "./kin.js";
import type { Library } from "./library.js";
import { type Descent, oddsOf, shown } from "./parents.js";

/** A hosted excerpt must bring this many words that no other source explains, or this share of a shorter article. */
const fewestWords = 30;
const fewestShare = 0.25;
/** Where it is all but sure that they share a passage, and the article has no other source, a few words show where. */
const fewestAlone = 10;
const allButSure = 0.9;
/** A passage that is little of either article must be likelier than one that is much of it: names and dates recur by chance. */
const leastProbability = 0.75;
const much = 0.25;
/** Of sources that explain about as many words, one that is itself taken from elsewhere comes last. */
const nearlyMost = 0.85;
/** From an article that is of one line with it already, so many: the two may be joined through this very article. */
const fewestOfLine = 60;

/**
 * Further sources: passages of an article that its main source does not explain and an article of another line does,
 * most words first. Merged and hosting articles get an edge for each.
 */
export function excerptsOf(library: Library, kin: readonly Kin[], parents: readonly Descent[]): Descent[] {
  const line = roots(
    library.articles.length,
    parents.map((p) => [p.derived, p.source]),
  );
  const byArticle = groupByArticle(library.articles.length, kin);
  const descent = new Ancestry(parents.map((p) => shown(library, p)));
  const copies = new Set(parents.map(({ derived }) => derived));
  return byArticle.flatMap((own, article) => excerptsInto(library, article, own, { descent, copies, line }));
}

interface Ties {
  readonly descent: Ancestry;
  /** Articles with a main source. */
  readonly copies: ReadonlySet<number>;
  /** The line each article is of. */
  readonly line: readonly number[];
}

function groupByArticle(articles: number, kin: readonly Kin[]): Kin[][] {
  const groups = Array.from({ length: articles }, (): Kin[] => []);
  for (const k of kin) {
    groups[k.a]!.push(k);
    groups[k.b]!.push(k);
  }
  return groups;
}

function excerptsInto(
  library: Library,
  article: number,
  own: readonly Kin[],
  { descent, copies, line }: Ties,
): Descent[] {
  const parents = [...descent.of(article)];
  const free = new Set(library.outline(article).sizes.keys());
  for (const { kin } of parents) for (const s of sentencesIn(kin, article)) free.delete(s);
  let open = own.filter(
    (k) =>
      stands(k) &&
      mayPrecede(k, article) &&
      !parents.some((p) => p.kin === k) &&
      !descent.goesBackTo(otherOf(k, article), article),
  );
  const whole = library.outline(article).ownSizes.reduce((sum, size) => sum + size, 0);
  const found: Descent[] = [];
  const fewest = (k: Kin): number => {
    // Where nothing tells which of several is the source, the others of their line are no further sources.
    if (line[k.a] === line[k.b] && parents.length > 1) return Number.POSITIVE_INFINITY;
    if (line[k.a] === line[k.b]) return Math.max(fewestOfLine, fewestShare * whole);
    const alone = parents.length === 0 && found.length === 0 && k.kinship.probability >= allButSure;
    return Math.min(alone ? fewestAlone : fewestWords, fewestShare * whole);
  };
  for (;;) {
    const able = open
      .map((k) => ({ k, words: freeWords(library, k, article, free), copied: copies.has(otherOf(k, article)) }))
      .filter(({ k, words }) => words >= fewest(k));
    const most = Math.max(0, ...able.map(({ words }) => words));
    const best = able
      .filter(({ words }) => words >= nearlyMost * most)
      .sort(
        (x, y) =>
          Number(x.copied) - Number(y.copied) || y.words - x.words || otherOf(x.k, article) - otherOf(y.k, article),
      )[0];
    if (best === undefined) return found;
    const excerpt = { derived: article, source: otherOf(best.k, article), kin: best.k, partial: true };
    found.push(excerpt);
    descent.add(excerpt);
    for (const s of sentencesIn(best.k, article)) free.delete(s);
    open = open.filter((k) => line[otherOf(k, article)] !== line[otherOf(best.k, article)]);
  }
}

const stands = ({ kinship: { probability, coverA, coverB } }: Kin): boolean =>
  probability >= leastProbability || Math.max(coverA, coverB) >= much;

const otherOf = (k: Kin, article: number): number => (k.a === article ? k.b : k.a);

/** The other came first, or nothing tells and it stands first in the order. */
function mayPrecede(k: Kin, article: number): boolean {
  const odds = oddsOf(k, k.b === article);
  return odds > 0 || (odds === 0 && k.b === article);
}

function sentencesIn(k: Kin, article: number): number[] {
  return k.kinship.pairs.map((pair) => (k.a === article ? pair.a : pair.b));
}

function freeWords(library: Library, k: Kin, article: number, free: ReadonlySet<number>): number {
  const { ownSizes } = library.outline(article);
  return k.kinship.pairs.reduce((sum, pair) => {
    const s = k.a === article ? pair.a : pair.b;
    return free.has(s) ? sum + pair.score * ownSizes[s]! : sum;
  }, 0);
}
