import { expect, test } from "vitest";
import type { Token } from "../token.js";
import { mendTold } from "./told.js";

type Row = readonly [form: string, upos: string, head: number, deprel: string, lemma?: string];
const token = ([form, upos, head, deprel, lemma]: Row, i: number): Token => {
  return { start: i, end: i + 1, form, lemma: lemma ?? form, upos, xpos: "X", feats: "_", head, deprel };
};
const arcs = (...rows: Row[]) => mendTold(rows.map(token)).map(({ head, deprel }) => `${head} ${deprel}`);

const toldByPhone = (noun: string): Row[] => [
  ["He", "PRON", 1, "nsubj"],
  ["told", "VERB", -1, "root", "tell"],
  ["me", "PRON", 1, "iobj"],
  ["by", "ADP", 4, "case"],
  [noun, "NOUN", 1, "obl"],
  ["that", "SCONJ", 7, "mark"],
  ["pumps", "NOUN", 7, "nsubj"],
  ["failed", "VERB", 4, "acl:relcl", "fail"],
];

test("what was told hangs on the verb of telling, not on the noun before it", () => {
  expect(arcs(...toldByPhone("phone")).slice(4)).toEqual(["1 obl", "7 mark", "7 nsubj", "1 ccomp"]);
});

test("a noun that can have such a clause keeps it", () => {
  expect(arcs(...toldByPhone("reason")).at(-1)).toBe("4 acl:relcl");
});

test("a relative clause keeps its noun", () => {
  const rows = toldByPhone("phone");
  rows[5] = ["that", "PRON", 7, "obj"];
  expect(arcs(...rows).at(-1)).toBe("4 acl:relcl");
});

test("what is said of a thing reported stays with the thing", () => {
  expect(
    arcs(
      ["He", "PRON", 1, "nsubj"],
      ["reported", "VERB", -1, "root", "report"],
      ["leaks", "NOUN", 1, "obj"],
      ["in", "ADP", 4, "case"],
      ["pipes", "NOUN", 1, "obl"],
      ["that", "SCONJ", 7, "mark"],
      ["they", "PRON", 7, "nsubj"],
      ["repaired", "VERB", 4, "acl:relcl", "repair"],
    ).at(-1),
  ).toBe("4 acl:relcl");
});

test("put it to someone that", () => {
  expect(
    arcs(
      ["I", "PRON", 1, "nsubj"],
      ["put", "VERB", -1, "root"],
      ["it", "PRON", 1, "obj"],
      ["to", "ADP", 4, "case"],
      ["her", "PRON", 1, "obl"],
      ["that", "SCONJ", 7, "mark"],
      ["pumps", "NOUN", 7, "nsubj"],
      ["failed", "VERB", 4, "acl:relcl", "fail"],
    ).at(-1),
  ).toBe("1 ccomp");
});

test("the subject of what was said goes back to its verb", () => {
  expect(
    arcs(
      ["Flow", "PROPN", 5, "ccomp"],
      ["has", "AUX", 2, "aux"],
      ["dropped", "VERB", 5, "ccomp", "drop"],
      [",", "PUNCT", 2, "punct"],
      ["he", "PRON", 5, "nsubj"],
      ["said", "VERB", -1, "root", "say"],
    ).slice(0, 3),
  ).toEqual(["2 nsubj", "2 aux", "5 ccomp"]);
});
