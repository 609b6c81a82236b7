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

/**
 * The same for rows of given columns, turned inside out (QuickScorer: Lucchese et al., SIGIR 2015). Trees are not
 * walked, where every step is a guess for the processor. Instead each column's questions stand in the order of their
 * thresholds: those up to the row's value are answered "right", and each of these strikes out the leaves on its left.
 * The first leaf that is left of a tree is the one that a walk would end at.
 */
export interface Forest {
  readonly base: number;
  /** The columns asked, and where the questions of each begin; one entry more for the end of the last. */
  readonly columns: Int32Array;
  readonly starts: Int32Array;
  /** A question's threshold, its tree, and the leaves it leaves when the answer is "right", as bits from the left. */
  readonly thresholds: Float64Array;
  readonly trees: Int32Array;
  readonly leaves: Int32Array;
  /** What the leaves are worth, `mostLeaves` a tree. */
  readonly values: Float64Array;
  /** The leaves that each tree still has: room for one evaluation. */
  readonly left: Int32Array;
}

/** As many as there are bits. */
const mostLeaves = 32;

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

interface Question {
  readonly column: number;
  readonly threshold: number;
  readonly tree: number;
  readonly leaves: number;
}

/**
 * Features are matched by name, so that columns may be added without training anew.
 * @throws HearsayError `read.model` when a tree has more than 32 leaves.
 */
export function forestOf({ features, base, trees }: Trained, columns: readonly string[]): Forest {
  const column = features.map((feature) => columns.indexOf(feature));
  const values = new Float64Array(trees.length * mostLeaves);
  const questions = trees
    .flatMap((tree, i) => questionsOf(tree, i, column, values))
    .sort((a, b) => a.column - b.column || a.threshold - b.threshold);
  const asked = [...new Set(questions.map((one) => one.column))];
  return {
    base,
    columns: Int32Array.from(asked),
    starts: Int32Array.from([...asked.map((one) => questions.findIndex((q) => q.column === one)), questions.length]),
    thresholds: Float64Array.from(questions, (one) => one.threshold),
    trees: Int32Array.from(questions, (one) => one.tree),
    leaves: Int32Array.from(questions, (one) => one.leaves),
    values,
    left: new Int32Array(trees.length),
  };
}

/** The questions of one tree; its leaves' values are put in their place. */
function questionsOf({ f, t, l, v }: Tree, tree: number, column: readonly number[], values: Float64Array): Question[] {
  const found: Question[] = [];
  let leaf = 0;
  const visit = (node: number): number => {
    if (f[node]! < 0) {
      if (leaf === mostLeaves) throw new HearsayError("read.model", `A tree has more than ${mostLeaves} leaves.`);
      values[tree * mostLeaves + leaf] = v[node]!;
      return 1 << leaf++;
    }
    const below = visit(l[node]!);
    found.push({ column: column[f[node]!]!, threshold: t[node]!, tree, leaves: ~below });
    return below | visit(l[node]! + 1);
  };
  visit(0);
  return found;
}

/** The probability the forest gives one row of features. */
export function probability(forest: Forest, row: ArrayLike<number>): number {
  const { columns, starts, thresholds, trees, leaves, values, left } = forest;
  left.fill(-1);
  for (let i = 0, at = 0; i < columns.length; i++) {
    const value = row[columns[i]!]!;
    const end = starts[i + 1]!;
    for (; at < end && !(value <= thresholds[at]!); at++) left[trees[at]!]! &= leaves[at]!;
    at = end;
  }
  let sum = forest.base;
  for (let tree = 0; tree < left.length; tree++)
    sum += values[tree * mostLeaves + 31 - Math.clz32(left[tree]! & -left[tree]!)]!;
  return 1 / (1 + Math.exp(-sum));
}
