import { weighForerunners } from "./forerunners.js";
import type { Kin } from "./kin.js";
import type { Library } from "./library.js";

/** An article all of whose text stands in others that each have more of their own was pieced together from them. */
const wholeCover = 0.75;
/** The other has at least the rest of itself that this article lacks. */
const mostOfOther = 0.85;
const smallestPatch = 0.15;
const mostOverlap = 0.25;
const patchworkOdds = 3;

/** Adds to each direction what the others tell: which of the two is pieced together, and from which something older was made. */
export function weighPatchworks(library: Library, kin: readonly Kin[]): Kin[] {
  const patches = Array.from({ length: library.articles.length }, (): Patch[] => []);
  kin.forEach((k, index) => {
    for (const article of [k.a, k.b]) {
      const patch = patchOf(library, k, index, article);
      if (patch !== null) patches[article]!.push(patch);
    }
  });
  const pieced = patches.map((own) => new Set(own.filter((p) => own.some((q) => completes(p, q))).map((p) => p.kin)));
  const weighed = kin.map((k, index) => withOdds(k, Number(pieced[k.b]!.has(index)) - Number(pieced[k.a]!.has(index))));
  return weighForerunners(library, weighed);
}

interface Patch {
  readonly kin: number;
  /** Sentences of the article and their share of its words. */
  readonly sentences: ReadonlyMap<number, number>;
  readonly share: number;
}

function patchOf(library: Library, k: Kin, index: number, article: number): Patch | null {
  const first = k.a === article;
  const { kinship } = k;
  if ((first ? kinship.coverB : kinship.coverA) > mostOfOther) return null;
  const share = first ? kinship.coverA : kinship.coverB;
  if (share < smallestPatch || share > 1 - smallestPatch) return null;
  const { sizes, words } = library.outline(article);
  const shareOf = (s: number): number => sizes[s]! / words;
  const sentences = new Map(kinship.pairs.map((p) => (first ? p.a : p.b)).map((s) => [s, shareOf(s)]));
  return { kin: index, sentences, share };
}

/** Two patches that hardly overlap and together make the article. */
function completes(p: Patch, q: Patch): boolean {
  let both = 0;
  for (const [s, share] of p.sentences) if (q.sentences.has(s)) both += share;
  return both <= mostOverlap * Math.min(p.share, q.share) && p.share + q.share - both >= wholeCover;
}

function withOdds(k: Kin, lean: number): Kin {
  if (lean === 0) return k;
  const reason = { odds: lean * patchworkOdds, text: "pieced together from it and another" };
  return {
    ...k,
    direction: { odds: k.direction.odds + reason.odds, reasons: [...k.direction.reasons, reason] },
  };
}
