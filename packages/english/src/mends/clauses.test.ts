import { expect, test } from "vitest";
import type { Token } from "../token.js";
import { mendClauses } from "./clauses.js";

/** Tokens of `form/upos/head/deprel` words. */
function tokens(text: string): Token[] {
  return text.split(" ").map((word, i) => {
    const [form = "", upos = "", head = "", deprel = ""] = word.split("/");
    return {
      start: i,
      end: i + 1,
      form,
      lemma: form === "said" ? "say" : form,
      upos,
      xpos: form.endsWith("ing") ? "VBG" : "_",
      feats: "_",
      head: Number(head),
      deprel,
    };
  });
}
const relation = (text: string, i: number) => mendClauses(tokens(text))[i]!.deprel;
const homes =
  "Homes/NOUN/3/nsubj were/AUX/3/cop without/ADP/3/case power/NOUN/5/obl police/NOUN/5/nsubj said/VERB/-1/root";

test("what has a subject and a copula is a clause", () => {
  expect(relation(homes, 3)).toBe("ccomp");
});

test("a clause with because is not what is said", () => {
  const because = "Police/NOUN/1/nsubj said/VERB/-1/root because/SCONJ/3/mark failed/VERB/1/ccomp";
  expect(relation(because, 3)).toBe("advcl");
  expect(relation(because.replace("because/SCONJ", "that/SCONJ"), 3)).toBe("ccomp");
});

test("what stands before a verb of saying is what was said, not the participle behind it", () => {
  const risen = "Prices/NOUN/1/nsubj rose/VERB/3/advcl he/PRON/3/nsubj said/VERB/-1/root adding/VERB/3/ccomp";
  expect([1, 4].map((i) => relation(risen, i))).toEqual(["ccomp", "advcl"]);
  const marked = `${risen.replace("adding/VERB/3/ccomp", "When/SCONJ/1/mark")}`;
  expect(relation(marked, 1)).toBe("advcl");
});

test.each([
  ["a noun without subject", homes.replace("3/nsubj", "3/nmod"), 3],
  ["a noun on a noun", homes.replace("said/VERB", "words/NOUN"), 3],
])("%s stays", (_, text, i) => {
  expect(relation(text, i)).toBe("obl");
});
