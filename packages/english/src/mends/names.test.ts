import { expect, test } from "vitest";
import type { Token } from "../token.js";
import { mendNames } from "./names.js";

type Row = readonly [form: string, upos: string, head: number, deprel: string];
const token = ([form, upos, head, deprel]: Row, i: number): Token => {
  return { start: i, end: i + 1, form, lemma: form, upos, xpos: "", feats: "_", head, deprel };
};
const tokens = (...rows: Row[]): Token[] => rows.map(token);
const arcs = (list: readonly Token[]) => list.map(({ head, deprel }) => `${head} ${deprel}`);

test("two parts of a name that hang on the verb become one", () => {
  const split = tokens(
    ["Orla", "PROPN", 3, "compound"],
    ["Vensk", "PROPN", 3, "nsubj"],
    ["here", "ADV", 1, "advmod"],
    ["refused", "VERB", -1, "root"],
  );
  expect(arcs(mendNames(split))).toEqual(["3 nsubj", "0 flat", "0 advmod", "-1 root"]);
});

test("three parts become one, too", () => {
  const split = tokens(
    ["Ann", "PROPN", 3, "mark"],
    ["Orla", "PROPN", 3, "compound"],
    ["Vensk", "PROPN", 3, "nsubj"],
    ["refused", "VERB", -1, "root"],
  );
  expect(arcs(mendNames(split))).toEqual(["2 compound", "2 compound", "3 nsubj", "-1 root"]);
});

test("title and name between comma and verb are one subject", () => {
  const split = tokens(
    ["left", "VERB", -1, "root"],
    [",", "PUNCT", 2, "punct"],
    ["Minister", "PROPN", 0, "appos"],
    ["Orla", "PROPN", 5, "obl"],
    ["Vensk", "PROPN", 5, "nsubj"],
    ["said", "VERB", 0, "parataxis"],
  );
  expect(arcs(mendNames(split)).slice(2, 5)).toEqual(["4 compound", "4 compound", "5 nsubj"]);
});

test("a day before the name is no part of it", () => {
  const list = tokens(["Tuesday", "PROPN", 2, "obl"], ["Vensk", "PROPN", 2, "nsubj"], ["left", "VERB", -1, "root"]);
  expect(mendNames(list)).toBe(list);
});

test.each([
  ["two arguments", tokens(["gave", "VERB", -1, "root"], ["Orla", "PROPN", 0, "iobj"], ["Besk", "PROPN", 0, "obj"])],
  ["a day", tokens(["left", "VERB", -1, "root"], ["Besk", "PROPN", 0, "obj"], ["Tuesday", "PROPN", 0, "obl:unmarked"])],
  [
    "a compound of a noun",
    tokens(["Besk", "PROPN", 2, "compound"], ["Port", "PROPN", 2, "compound"], ["ferry", "NOUN", -1, "root"]),
  ],
])("%s stays", (_, list) => {
  expect(mendNames(list)).toBe(list);
});
