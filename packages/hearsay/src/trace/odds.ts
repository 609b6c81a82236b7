import { readFileSync } from "node:fs";
import type { Evidence, EvidenceName } from "./evidence.js";

/**
 * Boosted trees over the evidence, made by `training/trace.mjs`; a node's right child follows its left one, and `f` −1
 * marks a leaf. Nothing else decides whether two articles are kin.
 */
interface KinModel {
  readonly features: readonly EvidenceName[];
  readonly base: number;
  /** Least probability at which two articles are called kin; fixed on the halves of the corpora left out of training. */
  readonly threshold: number;
  readonly trees: readonly Tree[];
}
interface Tree {
  /** Place of the evidence asked, among `features`. */
  readonly f: readonly number[];
  readonly t: readonly number[];
  readonly l: readonly number[];
  readonly v: readonly number[];
}

let loaded: KinModel | null = null;

/** The weights that ship with the package, read when first needed. */
function model(): KinModel {
  const place = new URL("../../data/trace/model/kin.json", import.meta.url);
  loaded ??= JSON.parse(readFileSync(place, "utf8")) as KinModel;
  return loaded;
}

/** How likely it is that two articles with this evidence share a passage one cannot have without the other, 0–1. */
export function probabilityOf(evidence: Evidence): number {
  const { features, base, trees } = model();
  const row = features.map((name) => evidence[name]);
  return 1 / (1 + Math.exp(-trees.reduce((odds, tree) => odds + leafOf(tree, row), base)));
}

function leafOf({ f, t, l, v }: Tree, row: readonly number[]): number {
  let node = 0;
  for (let feature = f[0]!; feature >= 0; feature = f[node]!)
    node = row[feature]! <= t[node]! ? l[node]! : l[node]! + 1;
  return v[node]!;
}

/** Where two articles share facts rather than words, reports of one event are alike as well: so much is asked. */
export const leastByFacts = 0.65;

/** Whether so much probability is enough to say it. */
export const accepts = (probability: number, byFacts: boolean): boolean =>
  probability >= (byFacts ? Math.max(leastByFacts, model().threshold) : model().threshold);
