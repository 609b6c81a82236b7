/** How words around a number widen what it can mean. */
export type Hedge = "at least" | "at most" | "nearly" | "over" | "about";

const before: readonly (readonly [string, Hedge])[] = [
  ["more than", "at least"],
  ["at least", "at least"],
  ["no fewer than", "at least"],
  ["no less than", "at least"],
  ["not less than", "at least"],
  ["not fewer than", "at least"],
  ["upwards of", "at least"],
  ["upward of", "at least"],
  ["in excess of", "at least"],
  ["greater than", "at least"],
  ["a minimum of", "at least"],
  ["well over", "at least"],
  ["over", "at least"],
  ["above", "at least"],
  ["exceeding", "at least"],
  ["exceeded", "at least"],
  ["exceeds", "at least"],
  ["exceed", "at least"],
  [">", "at least"],
  ["just over", "over"],
  ["slightly more than", "over"],
  ["a little over", "over"],
  ["up to", "at most"],
  ["at most", "at most"],
  ["less than", "at most"],
  ["fewer than", "at most"],
  ["no more than", "at most"],
  ["not more than", "at most"],
  ["a maximum of", "at most"],
  ["as many as", "at most"],
  ["as much as", "at most"],
  ["as few as", "at most"],
  ["under", "at most"],
  ["below", "at most"],
  ["<", "at most"],
  ["nearly", "nearly"],
  ["almost", "nearly"],
  ["just under", "nearly"],
  ["just short of", "nearly"],
  ["close to", "nearly"],
  ["approaching", "nearly"],
  ["not quite", "nearly"],
  ["about", "about"],
  ["around", "about"],
  ["some", "about"],
  ["roughly", "about"],
  ["approximately", "about"],
  ["an estimated", "about"],
  ["estimated", "about"],
  ["circa", "about"],
  ["perhaps", "about"],
  ["maybe", "about"],
  ["probably", "about"],
  ["in the region of", "about"],
  ["in the order of", "about"],
  ["on the order of", "about"],
  ["somewhere around", "about"],
  ["~", "about"],
  ["≈", "about"],
];
const after: readonly (readonly [string, Hedge])[] = [
  ["or more", "at least"],
  ["or so", "about"],
  ["or less", "at most"],
  ["or fewer", "at most"],
  ["or thereabouts", "about"],
  ["plus", "at least"],
  ["+", "at least"],
  ["odd", "about"],
  ["- odd", "about"],
  ["- plus", "at least"],
  ["and more", "at least"],
  ["and counting", "at least"],
  ["at least", "at least"],
  ["at most", "at most"],
];

const longestHedge = 4;
const table = (entries: typeof before): ReadonlyMap<string, Hedge> => new Map(entries);
const [hedgesBefore, hedgesAfter] = [table(before), table(after)];

export interface FoundHedge {
  readonly hedge: Hedge;
  /** How many words it takes. */
  readonly length: number;
}

/** The hedge that ends right before word `at`, the longest one. */
export function hedgeBefore(words: readonly string[], at: number): FoundHedge | null {
  for (let length = Math.min(longestHedge, at); length > 0; length--) {
    const hedge = hedgesBefore.get(words.slice(at - length, at).join(" "));
    if (hedge !== undefined) return { hedge, length };
  }
  return null;
}

export function hedgeAfter(words: readonly string[], at: number): FoundHedge | null {
  for (let length = 2; length > 0; length--) {
    const hedge = hedgesAfter.get(words.slice(at, at + length).join(" "));
    if (hedge !== undefined) return { hedge, length };
  }
  return null;
}

export interface Range {
  readonly min: number;
  readonly max: number | null;
  readonly exact: boolean;
}

/** "about" allows a tenth either way, "nearly" and "just over" a tenth one way. */
const slack = 0.1;
const rounded = (value: number): number => Number(value.toPrecision(12));
const less = (value: number): number => rounded(value * (1 - slack));
const more = (value: number): number => rounded(value * (1 + slack));

export function widen({ min, max, exact }: Range, hedge: Hedge | null): Range {
  const top = max ?? min;
  switch (hedge) {
    case "at least":
      return { min, max: null, exact: false };
    case "at most":
      return { min: 0, max: top, exact: false };
    case "nearly":
      return { min: less(min), max: top, exact: false };
    case "over":
      return { min, max: more(top), exact: false };
    case "about":
      return { min: less(min), max: more(top), exact: false };
    default:
      return { min, max, exact };
  }
}
