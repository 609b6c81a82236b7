import type { Token } from "@hearsay/english";
import { expect, test } from "vitest";
import { hashText } from "../statements/hashing.js";
import { candidates } from "./candidates.js";
import { candidateFeatures, sentenceFeatures } from "./features.js";
import { Tree } from "./tree.js";

/** "The decree sparked protests." as word, lemma, tags, head and relation. */
const rows = `The the DET DT 1 det
decree decree NOUN NN 2 nsubj
sparked spark VERB VBD -1 root
protests protest NOUN NNS 2 obj
. . PUNCT . 2 punct`;

const tokens = rows.split("\n").map((row, i): Token => {
  const [form, lemma, upos, xpos, head, deprel] = row.split(" ") as [string, string, string, string, string, string];
  return { start: 10 * i, end: 10 * i + form.length, form, lemma, upos, xpos, feats: "_", head: Number(head), deprel };
});
const tree = new Tree({ start: 0, end: 41, tokens });
const found = candidates(tree);

test("a candidate's features are the hashes of their names, by which weights were learnt", () => {
  const sparked = found.find((c) => c.kind === "frame:obj/active/down")!;
  const names = [
    "k=frame:obj/active/down",
    "k|m|o=frame:obj/active/down||after|close",
    "k|t|s=frame:obj/active/down|NNS|none|close",
    "m|u|d=|spark|active/down",
    "u|l=spark|protest|active/down",
    "k|uc=frame:obj/active/down|+",
    "k|e#=frame:obj/active/down|0",
    "neg=active/down|",
    "k|cw=active/down|decree",
  ];
  const features: number[] = [];
  candidateFeatures(tree, [sparked], { add: (feature) => features.push(feature) }, () => {});
  expect(features).toEqual(expect.arrayContaining(names.map(hashText)));
});

test("a sentence's features are its words, its pairs of words and its best candidate, each once", () => {
  const features = sentenceFeatures(
    tree,
    found,
    found.map((_, i) => (i === 0 ? 0.32 : 0.1)),
  );
  const names = [
    "w=spark",
    "b= the",
    "b=decree spark",
    "VERB=+",
    `best=${found[0]!.kind}`,
    "top>=3",
    "second>=1",
    "n=0",
  ];
  expect(features).toEqual(expect.arrayContaining(names.map(hashText)));
  expect(features).not.toContain(hashText("top>=4"));
  expect(new Set(features).size).toBe(features.length);
});
