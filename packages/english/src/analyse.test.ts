import { expect, test } from "vitest";
import { analyseAll, relationsOf } from "./analyse.js";
import { batches } from "./form-store.js";
import { model, WordStore } from "./model.js";

const rules = { root: 0, count: 4, single: [[1], [2]], never: [-1, -1] as const };
const scores = (rows: number[][]) => ({ numbers: Float32Array.from(rows.flat()), columns: rows[0]!.length });

test("a head has one object: the word with the worse second choice keeps it", () => {
  // Columns: root, nsubj, obj, iobj.
  const rows = scores([
    [0, 0, 5, 4.9],
    [9, 9, 9, 9],
    [0, 1, 5, 0],
  ]);
  expect([...relationsOf(rows, Int32Array.of(1, 3, 1), rules)]).toEqual([3, 0, 2]);
});

test("what is no second object does not become a second subject", () => {
  const rows = scores([
    [0, 5, 1, 0],
    [9, 0, 0, 0],
    [0, 4, 5, 1],
    [0, 0, 9, 1],
  ]);
  expect([...relationsOf(rows, Int32Array.of(1, 4, 1, 1), rules)]).toEqual([1, 0, 3, 2]);
});

test("a verb has one subject, passive or not, and the passive one does not become its object", () => {
  // Columns: root, nsubj, obj, nsubj:pass, compound.
  const passive = { root: 0, count: 5, single: [[1, 3], [2]], never: [3, 2] as const };
  const rows = scores([
    [0, 1, 4, 5, 3],
    [0, 9, 0, 0, 0],
    [9, 0, 0, 0, 0],
  ]);
  expect([...relationsOf(rows, Int32Array.of(2, 2, 3), passive)]).toEqual([4, 1, 0]);
});

test("objects of different heads both stay, and only the root is called so", () => {
  const rows = scores([
    [7, 0, 5, 4],
    [0, 0, 1, 0],
    [9, 0, 5, 1],
    [8, 3, 2, 1],
  ]);
  expect([...relationsOf(rows, Int32Array.of(1, 4, 3, 1), rules)]).toEqual([2, 0, 2, 1]);
});

test("sentences are put together and answered each by itself", () => {
  const { network, words, tags, rules: own } = model();
  const texts = ["Ice blocked the river .", "Help came on Friday", "", "Nobody was hurt , police said ."];
  const sentences = texts.map((text) => (text === "" ? [] : text.split(" ").map((form) => words.find(form))));
  const together = analyseAll(network, sentences, tags.length, own);
  const apart = sentences.flatMap((sentence) => analyseAll(network, [sentence], tags.length, own));
  expect(together).toEqual(apart);
  expect(together.map(({ heads }) => heads.length)).toEqual([5, 4, 0, 7]);
  expect(batches(sentences, 9).map((batch) => batch.map(({ first }) => first))).toEqual([[0, 5, 9], [0]]);
});

test("more forms than the store keeps change nothing", () => {
  const { network, words, tags, rules: own } = model();
  const sentence = "The dam upstream of the town held .".split(" ").map((form) => words.find(form));
  const before = analyseAll(network, [sentence], tags.length, own);
  for (let block = 0; block < 90; block++) {
    const invented = Array.from({ length: 100 }, (_, i) => words.find(`word${block}x${i}`));
    analyseAll(network, [invented], tags.length, own);
  }
  expect(analyseAll(network, [sentence], tags.length, own)).toEqual(before);
});

test("a sentence longer than the network reads is refused", () => {
  const { network, words } = model();
  const many = Array.from({ length: network.maxWords + 1 }, () => words.find("on"));
  expect(() => network.encode([{ words: many, first: 0 }])).toThrow(RangeError);
});

test("forms are remembered up to a bound", () => {
  const store = new WordStore(new Map(), new Map());
  const first = store.find("first");
  expect(store.find("first")).toBe(first);
  for (let i = 0; i < 20_000; i++) store.find(`form ${i}`);
  expect(store.find("first")).not.toBe(first);
});
