import { readFileSync } from "node:fs";
import { HearsayError } from "../model/index.js";

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

/**
 * Loads weights that ship with the package, `data/read/model/NAME.json`, for rows of the given columns.
 * Features are matched by name, so that columns may be added without training anew.
 * @throws HearsayError `read.model` when the weights ask for a column that is not there.
 */
export function loadForest(name: string, columns: readonly string[]): Forest {
  const place = new URL(`../../data/read/model/${name}.json`, import.meta.url);
  const forest = JSON.parse(readFileSync(place, "utf8")) as Forest;
  const index = forest.features.map((feature) => columns.indexOf(feature));
  const missing = forest.features.filter((_, i) => index[i]! < 0);
  if (missing.length > 0) throw new HearsayError("read.model", `The model ${name} asks for ${missing.join(", ")}.`);
  const trees = forest.trees.map((tree) => ({
    ...tree,
    f: tree.f.map((feature) => (feature < 0 ? -1 : index[feature]!)),
  }));
  return { ...forest, features: columns, trees };
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
