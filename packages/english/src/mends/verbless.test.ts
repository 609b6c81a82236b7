import { expect, test } from "vitest";
import type { Token } from "../token.js";
import { mendVerbless } from "./verbless.js";

/** Tokens of `form/upos/xpos/head/deprel` words. */
function tokens(text: string): Token[] {
  return text.split(" ").map((word, i) => {
    const [form = "", upos = "", xpos = "", head = "", deprel = ""] = word.split("/");
    return { start: i, end: i + 1, form, lemma: form, upos, xpos, feats: "_", head: Number(head), deprel };
  });
}
const arcs = (of: readonly Token[]): string[] =>
  of.map(({ form, xpos, head, deprel }) => `${form} ${xpos} ${head} ${deprel}`);

const wrong =
  "Norway/PROPN/NNP/2/compound lifted/VERB/VBN/2/amod sanctions/NOUN/NNS/-1/root on/ADP/IN/4/case Friday/PROPN/NNP/2/obl ./PUNCT/./2/punct";

test("a participle between two nouns is the verb of a sentence that has none", () => {
  expect(arcs(mendVerbless(tokens(wrong)))).toEqual([
    "Norway NNP 1 nsubj",
    "lifted VBD -1 root",
    "sanctions NNS 1 obj",
    "on IN 4 case",
    "Friday NNP 1 obl",
    ". . 1 punct",
  ]);
});

test("a clause behind the object is the verb's, and its subject too", () => {
  const text =
    "Reed/PROPN/NNP/5/nsubj informed/VERB/VBN/2/amod reporters/NOUN/NNS/-1/root that/PRON/WDT/5/nsubj gates/NOUN/NNS/5/nsubj closed/VERB/VBD/2/acl:relcl ./PUNCT/./5/punct";
  expect(arcs(mendVerbless(tokens(text))).slice(0, 6)).toEqual([
    "Reed NNP 1 nsubj",
    "informed VBD -1 root",
    "reporters NNS 1 obj",
    "that IN 5 mark",
    "gates NNS 5 nsubj",
    "closed VBD 1 ccomp",
  ]);
});

test.each([
  ["a headline", wrong.replace("./PUNCT/./2/punct", "here/ADV/RB/2/advmod")],
  ["a noun with its article", wrong.replace("Norway/PROPN/NNP/2/compound", "The/DET/DT/2/det")],
  ["a possessive", wrong.replace("Norway/PROPN/NNP/2/compound", "Her/PRON/PRP/2/nmod")],
  ["a noun that is a predicate", wrong.replace("Norway/PROPN/NNP/2/compound", "These/PRON/DT/2/nsubj")],
])("%s stays", (_, text) => {
  const given = tokens(text);
  expect(mendVerbless(given)).toBe(given);
});
