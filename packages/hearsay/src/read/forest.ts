import { readFileSync } from "node:fs";
import { HearsayError } from "../model/index.js";

/**
 * A small ensemble of binary decision trees, as trained by `training/read.mjs`. Every tree is four parallel lists:
 * the feature a node asks, its threshold, the index of its left child (the right one follows it), and the value of
 * a leaf. `feature` −1 marks a leaf. Values are added up to log-odds.
 */
export interface Trained {
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

/** The same, all trees in one run of memory, for rows of given columns. */
export interface Forest {
  readonly base: number;
  /** Where each tree begins. */
  readonly roots: Int32Array;
  /** Two numbers a node: the column it asks, −1 for a leaf, and where its left child is. */
  readonly asks: Int32Array;
  /** A node's threshold, a leaf's value. */
  readonly values: Float64Array;
}

/**
 * Loads weights that ship with the package, `data/read/model/NAME.json`, for rows of the given columns.
 * @throws HearsayError `read.model` when the weights ask for a column that is not there.
 */
export function loadForest(name: string, columns: readonly string[]): Forest {
  const place = new URL(`../../data/read/model/${name}.json`, import.meta.url);
  const trained = JSON.parse(readFileSync(place, "utf8")) as Trained;
  const missing = trained.features.filter((feature) => !columns.includes(feature));
  if (missing.length > 0) throw new HearsayError("read.model", `The model ${name} asks for ${missing.join(", ")}.`);
  return forestOf(trained, columns);
}

/** Features are matched by name, so that columns may be added without training anew. */
export function forestOf({ features, base, trees }: Trained, columns: readonly string[]): Forest {
  const column = features.map((feature) => columns.indexOf(feature));
  const size = trees.reduce((sum, { f }) => sum + f.length, 0);
  const forest = {
    base,
    roots: new Int32Array(trees.length),
    asks: new Int32Array(size * 2),
    values: new Float64Array(size),
  };
  let at = 0;
  for (const [i, { f, t, l, v }] of trees.entries()) {
    const root = at;
    forest.roots[i] = root;
    for (let node = 0; node < f.length; node++, at++) {
      const leaf = f[node]! < 0;
      forest.asks[2 * at] = leaf ? -1 : column[f[node]!]!;
      forest.asks[2 * at + 1] = root + l[node]!;
      forest.values[at] = leaf ? v[node]! : t[node]!;
    }
  }
  return forest;
}

/** The probability the forest gives one row of features. */
export function probability({ base, roots, asks, values }: Forest, row: ArrayLike<number>): number {
  let sum = base;
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree]!;
    for (let column = asks[2 * node]!; column >= 0; column = asks[2 * node]!)
      node = asks[2 * node + 1]! + (row[column]! <= values[node]! ? 0 : 1);
    sum += values[node]!;
  }
  return 1 / (1 + Math.exp(-sum));
}
