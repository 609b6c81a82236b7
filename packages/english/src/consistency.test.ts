import { expect, test } from "vitest";
import { agreeing, knownNames } from "./consistency.js";

const tags = ["NOUN NN", "VERB VBD", "VERB VBN", "AUX VBD", "ADJ JJ"];
const names = knownNames(tags, ["root", "nsubj", "aux", "obj", "nsubj:pass", "aux:pass", "xcomp"]);
const analysis = (tags: number[], heads: number[], labels: number[]) => ({
  tags: Int32Array.from(tags),
  heads: Int32Array.from(heads),
  labels: Int32Array.from(labels),
});

test("a participle with a subject and without auxiliary is a past tense", () => {
  expect([...agreeing(analysis([0, 2], [1, 2], [1, 0]), names, () => "").tags]).toEqual([0, 1]);
});

test("so is an adjective in -ed", () => {
  expect([...agreeing(analysis([0, 4], [1, 2], [1, 0]), names, (i) => ["truce", "expired"][i]!).tags]).toEqual([0, 1]);
  expect([...agreeing(analysis([0, 4], [1, 2], [1, 0]), names, (i) => ["truce", "long"][i]!).tags]).toEqual([0, 4]);
});

test("a participle with an auxiliary, or with no subject of its own, stays", () => {
  expect([...agreeing(analysis([0, 3, 2], [2, 2, 3], [1, 2, 0]), names, () => "").tags]).toEqual([0, 3, 2]);
  expect([...agreeing(analysis([0, 3, 2], [2, 2, 3], [4, 5, 0]), names, () => "").tags]).toEqual([0, 3, 2]);
  expect([...agreeing(analysis([0, 2], [2, 0], [0, 3]), names, () => "").tags]).toEqual([0, 2]);
});

test("a verb that shares its subject with its infinitive is no passive", () => {
  const [tags, heads, labels] = [
    [0, 2, 0],
    [1, 3, 1],
    [4, 0, 6],
  ];
  const found = agreeing(analysis(tags!, heads!, labels!), names, (i) => ["operator", "promised", "deliver"][i]!);
  expect([...found.tags, ...found.labels]).toEqual([0, 1, 0, 1, 0, 6]);
  const other = agreeing(analysis(tags!, heads!, labels!), names, (i) => ["operator", "ordered", "deliver"][i]!);
  expect([...other.tags, ...other.labels]).toEqual([...tags!, ...labels!]);
});
