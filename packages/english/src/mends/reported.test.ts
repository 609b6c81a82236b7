import { expect, test } from "vitest";
import type { Token } from "../token.js";
import { mendReported } from "./reported.js";

type Row = readonly [form: string, xpos: string, head: number, deprel: string];
const token = ([form, xpos, head, deprel]: Row, i: number): Token => {
  const lemma = form === "said" || form === "says" ? "say" : form;
  return { start: i, end: i + 1, form, lemma, upos: xpos === "," ? "PUNCT" : "X", xpos, feats: "_", head, deprel };
};
const arcs = (...rows: Row[]) => mendReported(rows.map(token)).map(({ head, deprel }) => `${head} ${deprel}`);

test("a verb of saying behind what was said becomes the head", () => {
  expect(
    arcs(
      ["Roads", "NNS", 1, "nsubj"],
      ["closed", "VBD", -1, "root"],
      [",", ",", 1, "punct"],
      ["police", "NNS", 4, "nsubj"],
      ["said", "VBD", 1, "parataxis"],
      [".", ".", 1, "punct"],
    ),
  ).toEqual(["1 nsubj", "4 ccomp", "1 punct", "4 nsubj", "-1 root", "4 punct"]);
});

test("the speaker may stand behind the verb", () => {
  expect(
    arcs(
      ["Roads", "NNS", 1, "nsubj"],
      ["closed", "VBD", -1, "root"],
      [",", ",", 1, "punct"],
      ["says", "VBZ", 1, "conj"],
      ["Orla", "NNP", 3, "obj"],
    ),
  ).toEqual(["1 nsubj", "3 ccomp", "1 punct", "-1 root", "3 nsubj"]);
});

test("the speaker may have been hung on a word before the comma", () => {
  expect(
    arcs(
      ["Roads", "NNS", 1, "nsubj"],
      ["closed", "VBD", -1, "root"],
      ["early", "NN", 1, "obl"],
      [",", ",", 1, "punct"],
      ["spokesman", "NN", 5, "compound"],
      ["Orla", "NNP", 2, "appos"],
      ["said", "VBD", 1, "conj"],
    ),
  ).toEqual(["1 nsubj", "6 ccomp", "1 obl", "1 punct", "5 compound", "6 nsubj", "-1 root"]);
});

test("a subject that the verb of saying took goes back to its clause", () => {
  expect(
    arcs(
      ["Roads", "NNS", 3, "nsubj"],
      ["closed", "VBD", -1, "root"],
      [",", ",", 1, "punct"],
      ["says", "VBZ", 1, "parataxis"],
      ["Orla", "NNP", 3, "obj"],
    ),
  ).toEqual(["1 nsubj", "3 ccomp", "1 punct", "-1 root", "3 nsubj"]);
});

test.each<[string, Row[]]>([
  [
    "a second clause",
    [
      ["He", "PRP", 1, "nsubj"],
      ["came", "VBD", -1, "root"],
      ["and", "CC", 3, "cc"],
      ["said", "VBD", 1, "conj"],
      ["it", "PRP", 3, "obj"],
    ],
  ],
  [
    "without a comma",
    [
      ["He", "PRP", 1, "nsubj"],
      ["came", "VBD", -1, "root"],
      ["police", "NNS", 3, "nsubj"],
      ["said", "VBD", 1, "parataxis"],
    ],
  ],
])("%s stays", (_, rows) => {
  expect(arcs(...rows)).toEqual(rows.map(([, , head, deprel]) => `${head} ${deprel}`));
});
