import { readFileSync } from "node:fs";

/**
 * A small ensemble of binary decision trees, as trained by `training/read.mjs`. Every tree is four parallel lists:
 * the feature a node asks, its threshold, the index of its left child (the right one follows it), and the value of
 * a leaf. `feature` −1 marks a leaf. Values are added up to log-odds.
 */
export interface Forest {
  readonly features: readonly string[];
  readonly base: number;
  readonly trees: readonly Tree[];
}
interface Tree {
  readonly f: readonly number[];
  readonly t: readonly number[];
  readonly l: readonly number[];
  readonly v: readonly number[];
}

/** Loads weights that ship with the package: `data/read/model/NAME.json`. */
export function loadForest(name: string): Forest {
  const place = new URL(`../../data/read/model/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(place, "utf8")) as Forest;
}

/** The probability the forest gives one row of features. */
export function probability(forest: Forest, row: ArrayLike<number>): number {
  let sum = forest.base;
  for (const tree of forest.trees) sum += leafOf(tree, row);
  return 1 / (1 + Math.exp(-sum));
}

function leafOf(tree: Tree, row: ArrayLike<number>): number {
  const { f, t, l } = tree;
  let node = 0;
  for (let feature = f[0]!; feature >= 0; feature = f[node]!)
    node = row[feature]! <= t[node]! ? l[node]! : l[node]! + 1;
  return tree.v[node]!;
}
