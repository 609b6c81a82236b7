import { type Direction, directionOf } from "./direction.js";
import { sharedFacts } from "./facts.js";
import { type Kinship, kinshipOf } from "./kinship.js";
import type { Library } from "./library.js";

/** Two articles of the library that share passages; a and b are positions in it. */
export interface Kin {
  readonly a: number;
  readonly b: number;
  readonly kinship: Kinship;
  /** Log odds that `a` came first. */
  readonly direction: Direction;
}

/** The two as kin, or null when they may well be independent. */
export function kinOf(library: Library, a: number, b: number): Kin | null {
  const kinship = kinshipOf(library.reading(a), library.reading(b), () =>
    sharedFacts(library.facts(a), library.facts(b)),
  );
  if (kinship === null) return null;
  const oddness = oddnessOf(library, a, b, kinship);
  return { a, b, kinship, direction: directionOf(library.articles[a]!, library.articles[b]!, kinship, oddness) };
}

/** How much one replaced word tells, and from how many on nothing is gained. */
const perWord = 0.25;
const longest = 40;

/** How much rarer b's words are than a's where they differ, in nats of evidence that `b` is the spun side. */
function oddnessOf(library: Library, a: number, b: number, kinship: Kinship): number {
  const [x, y] = [library.reading(a), library.reading(b)];
  let [sum, count] = [0, 0];
  for (const { match } of kinship.pairs)
    for (const [i, j] of match.replaced) {
      if (x.stem[i] === y.stem[j]) continue;
      sum += Math.log((library.frequency(x.stem[i]!) + 1) / (library.frequency(y.stem[j]!) + 1));
      count++;
    }
  return count < 4 ? 0 : perWord * sum * Math.min(1, longest / count);
}
