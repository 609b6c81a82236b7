import { readFileSync } from "node:fs";
import { parse } from "@hearsay/english";
import { type Candidate, candidates } from "../candidates.js";
import { candidateFeatures } from "../features.js";
import { type Range, Tree } from "../tree.js";

type Pair = readonly [number, number];
interface GoldRelation {
  readonly cause: Pair;
  readonly effect: Pair;
}
interface GoldText {
  readonly id: string;
  readonly text: string;
  readonly causal: boolean;
  readonly relations: readonly GoldRelation[];
}

/** A sentence with its candidates, each with its features and its likeness to the gold relation nearest to it. */
export interface GoldSentence {
  readonly text: number;
  readonly tree: Tree;
  readonly candidates: readonly Candidate[];
  readonly features: readonly (readonly number[])[];
  readonly quality: readonly number[];
  readonly causal: boolean;
}

/** Reads sentences of the Causal News Corpus as JSON lines `{id, text, causal, relations}`. */
export function readGold(file: string): GoldSentence[] {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "");
  return lines.flatMap((line, i) => goldSentences(JSON.parse(line) as GoldText, i));
}

function goldSentences({ text, relations }: GoldText, index: number): GoldSentence[] {
  return parse(text).map((sentence) => {
    const tree = new Tree(sentence);
    const found = candidates(tree);
    return {
      text: index,
      tree,
      candidates: found,
      features: featuresOf(tree, found),
      quality: found.map((c) => Math.max(0, ...relations.map((r) => likeness(tree, c, r)))),
      causal: relations.some(({ cause, effect }) =>
        [cause, effect].some(([from]) => from >= sentence.start - 1 && from < sentence.end),
      ),
    };
  });
}

/** Characters in common as an F score; 0 unless cause meets cause and effect meets effect. */
function likeness(tree: Tree, candidate: Candidate, gold: GoldRelation): number {
  const [cause, effect] = [charactersOf(tree, candidate.cause), charactersOf(tree, candidate.effect)];
  const [c, e] = [shared(cause, gold.cause), shared(effect, gold.effect)];
  const all = [cause, effect, gold.cause, gold.effect].reduce((sum, [from, to]) => sum + to - from, 0);
  return c > 0 && e > 0 ? (2 * (c + e)) / all : 0;
}

const charactersOf = ({ tokens }: Tree, { from, to }: Range): Pair => [
  tokens[from]?.start ?? 0,
  tokens[to - 1]?.end ?? 0,
];
const shared = (a: Pair, b: Pair): number => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));

function featuresOf(tree: Tree, found: readonly Candidate[]): number[][] {
  const all: number[][] = [];
  let features: number[] = [];
  candidateFeatures(tree, found, { add: (feature) => features.push(feature) }, () => {
    all.push(features);
    features = [];
  });
  return all;
}
