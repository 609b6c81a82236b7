import { describe, expect, it } from "vitest";
import { readConllu, writeConllu } from "./conllu.js";
import { parseConllu } from "./conllu-parse.js";

const row = (...cells: (string | number)[]) => cells.join("\t");
const sample = [
  "# sent_id = a-1",
  "# text = They don't sail.",
  row(1, "They", "_", "_", "_", "_", "_", "_", "_", "_"),
  row("2-3", "don't", "_", "_", "_", "_", "_", "_", "_", "Note=kept"),
  row(2, "do", "_", "_", "_", "_", "_", "_", "_", "_"),
  row(3, "n't", "_", "_", "_", "_", "_", "_", "_", "_"),
  row("3.1", "ever", "_", "_", "_", "_", "_", "_", "_", "_"),
  row(4, "sail", "_", "_", "_", "_", "_", "_", "_", "SpaceAfter=No"),
  row(5, ".", "_", "_", "_", "_", "_", "_", "_", "_"),
  "",
  "# a sentence without words",
  "",
  "",
].join("\n");

describe("CoNLL-U", () => {
  it("is written as it was read", () => {
    expect(writeConllu(readConllu(sample))).toBe(sample.replace(/\n\n\n$/u, "\n\n"));
    expect(writeConllu([])).toBe("");
  });

  it("keeps comments, ranges, empty nodes, forms and MISC when parsed", () => {
    const before = sample.trimEnd().split("\n");
    const after = parseConllu(sample).trimEnd().split("\n");
    expect(after).toHaveLength(before.length);
    for (const [i, line] of after.entries()) {
      if (!/^\d+\t/u.test(line)) expect(line).toBe(before[i]);
      else expect([0, 1, 9].map((c) => line.split("\t")[c])).toEqual([0, 1, 9].map((c) => before[i]!.split("\t")[c]));
    }
  });

  it("gives each word a tag, a relation and a head within the sentence", () => {
    const [sentence] = readConllu(parseConllu(sample));
    expect(sentence!.words.map((word) => word.upos)).toEqual(["PRON", "AUX", "PART", "VERB", "PUNCT"]);
    expect(sentence!.words.map((word) => word.lemma)).toEqual(["they", "do", "not", "sail", "."]);
    expect(sentence!.words.map((word) => word.head)).toEqual([4, 4, 4, 0, 4]);
    expect(sentence!.words.map((word) => word.deprel)).toEqual(["nsubj", "aux", "advmod", "root", "punct"]);
  });
});
