import { describe, expect, it } from "vitest";
import { parse } from "../parse.js";
import type { Token } from "../token.js";
import { mendRelatives } from "./relatives.js";

/** Tokens of `form/upos/xpos/head/deprel` words. */
function tokens(text: string): Token[] {
  return text.split(" ").map((word, i) => {
    const [form = "", upos = "", xpos = "", head = "", deprel = ""] = word.split("/");
    return { start: i, end: i + 1, form, lemma: form, upos, xpos, feats: "_", head: Number(head), deprel };
  });
}
const arcs = (of: readonly Token[]): string[] => of.map(({ form, head, deprel }) => `${form} ${head} ${deprel}`);

describe("mendRelatives", () => {
  const wrong = tokens(
    "But/CCONJ/CC/4/cc pilots/NOUN/NNS/4/obl ,/PUNCT/,/1/punct who/PRON/WP/4/nsubj rested/VERB/VBD/-1/root ,/PUNCT/,/6/punct flew/VERB/VBD/4/parataxis home/ADV/RB/6/advmod ./PUNCT/./4/punct",
  );

  it("gives the noun its own verb back, and the clause its noun", () => {
    expect(arcs(mendRelatives(wrong))).toEqual([
      "But 6 cc",
      "pilots 6 nsubj",
      ", 1 punct",
      "who 4 nsubj",
      "rested 1 acl:relcl",
      ", 6 punct",
      "flew -1 root",
      "home 6 advmod",
      ". 6 punct",
    ]);
  });

  it("makes a passive subject of it where the verb is passive", () => {
    const passive = tokens(
      "Pilots/NOUN/NNS/3/obl ,/PUNCT/,/0/punct who/PRON/WP/3/nsubj slept/VERB/VBD/-1/root ,/PUNCT/,/6/punct were/AUX/VBD/6/aux:pass fined/VERB/VBN/3/parataxis",
    );
    expect(arcs(mendRelatives(passive))[0]).toBe("Pilots 6 nsubj:pass");
  });

  it("hangs the clause on the noun before it, not on the noun's verb", () => {
    const beside = tokens(
      "Pilots/NOUN/NNS/5/nsubj ,/PUNCT/,/3/punct who/PRON/WP/3/nsubj slept/VERB/VBD/5/ccomp ,/PUNCT/,/5/punct flew/VERB/VBD/-1/root",
    );
    expect(arcs(mendRelatives(beside))[3]).toBe("slept 0 acl:relcl");
  });

  it.each([
    ["a verb with a subject of its own", 7, { deprel: "nsubj" }],
    ["a noun with a preposition", 0, { deprel: "case", head: 1 }],
    ["a verb that is not finite", 6, { xpos: "VBG" }],
  ])("leaves alone %s", (_, at, change) => {
    const other = wrong.map((token, i) => (i === at ? { ...token, ...change } : token));
    expect(mendRelatives(other)).toBe(other);
  });
});

describe("parse", () => {
  it.each([
    ["The harbour master, who has run the port since 2019, closed the old pier on Tuesday.", "closed", "master"],
    ["A ferry pilot, who asked not to be named, said the boat had drifted.", "said", "pilot"],
    [
      "A consultant of the island council who did not wish to be quoted said the port was closed.",
      "said",
      "consultant",
    ],
    ["He met the mayor, who closed the pier, and left.", "met", "He"],
  ])("finds the main verb past a relative clause: %s", (text, verb, subject) => {
    const [sentence] = parse(text);
    const root = sentence!.tokens.findIndex(({ head }) => head < 0);
    expect(sentence!.tokens[root]!.form).toBe(verb);
    expect(sentence!.tokens.find(({ head, deprel }) => head === root && deprel === "nsubj")?.form).toBe(subject);
  });

  it("finds the verb of a sentence behind the clause of its noun", () => {
    const bank = tokens(
      "The/DET/DT/1/det bank/NOUN/NN/-1/root ,/PUNCT/,/5/punct whose/PRON/WP$/4/nmod:poss owners/NOUN/NNS/5/nsubj fled/VERB/VBD/1/acl:relcl ,/PUNCT/,/7/punct closed/VERB/VBN/5/conj ./PUNCT/./1/punct",
    );
    expect(arcs(mendRelatives(bank)).filter((arc) => /^(?:bank|fled|closed)/.test(arc))).toEqual([
      "bank 7 nsubj",
      "fled 1 acl:relcl",
      "closed -1 root",
    ]);
  });

  it("leaves a noun with a participle and its agent alone", () => {
    const house = tokens(
      "A/DET/DT/1/det house/NOUN/NN/-1/root ,/PUNCT/,/5/punct which/PRON/WDT/5/obj we/PRON/PRP/5/nsubj liked/VERB/VBD/1/acl:relcl ,/PUNCT/,/7/punct built/VERB/VBN/5/advcl by/ADP/IN/9/case hand/NOUN/NN/7/obl:agent ./PUNCT/./1/punct",
    );
    expect(mendRelatives(house)).toBe(house);
  });
});
