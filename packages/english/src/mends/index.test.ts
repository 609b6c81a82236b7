import fc from "fast-check";
import { expect, test } from "vitest";
import type { Token } from "../token.js";
import { mended } from "./index.js";

/** Sentences that the mends are for, read wrongly: form, universal tag, Penn tag, head, relation, lemma where another. */
const misread = [
  "He/PRON/PRP/1/nsubj told/VERB/VBD/-1/root/tell me/PRON/PRP/1/iobj by/ADP/IN/4/case phone/NOUN/NN/1/obl that/SCONJ/IN/7/mark pumps/NOUN/NNS/7/nsubj failed/VERB/VBD/4/acl:relcl ./PUNCT/./1/punct",
  "Flow/PROPN/NNP/5/ccomp has/AUX/VBZ/2/aux dropped/VERB/VBN/5/ccomp ,/PUNCT/,/2/punct he/PRON/PRP/5/nsubj said/VERB/VBD/-1/root/say ./PUNCT/./5/punct",
  "Prices/NOUN/NNS/1/nsubj rose/VERB/VBD/4/advcl ,/PUNCT/,/1/punct he/PRON/PRP/4/nsubj said/VERB/VBD/-1/root/say ,/PUNCT/,/6/punct adding/VERB/VBG/4/ccomp ./PUNCT/./4/punct",
  "The/DET/DT/1/det bank/NOUN/NN/-1/root ,/PUNCT/,/5/punct whose/PRON/WP$/4/nmod:poss owners/NOUN/NNS/5/nsubj fled/VERB/VBD/1/acl:relcl ,/PUNCT/,/7/punct closed/VERB/VBN/5/conj ./PUNCT/./1/punct",
  "The/DET/DT/1/det envoy/NOUN/NN/4/obl ,/PUNCT/,/4/punct who/PRON/WP/4/nsubj left/VERB/VBD/-1/root ,/PUNCT/,/6/punct spoke/VERB/VBD/4/parataxis ./PUNCT/./4/punct",
  "Today/NOUN/NN/5/obl ,/PUNCT/,/5/punct Foreign/PROPN/NNP/5/compound Minister/PROPN/NNP/-1/root Vensk/PROPN/NNP/5/nsubj announced/VERB/VBD/3/acl it/PRON/PRP/5/obj ./PUNCT/./3/punct",
  "Petra/PROPN/NNP/2/compound Haugland/PROPN/NNP/2/nsubj refused/VERB/VBD/-1/root ./PUNCT/./2/punct",
  "Norway/PROPN/NNP/2/nmod lifted/VERB/VBD/2/amod sanctions/NOUN/NNS/-1/root on/ADP/IN/4/case Belarus/PROPN/NNP/2/nmod ./PUNCT/./2/punct",
  "Journalists/NOUN/NNS/5/nsubj informed/VERB/VBN/2/amod readers/NOUN/NNS/-1/root that/SCONJ/IN/5/mark it/PRON/PRP/5/obj failed/VERB/VBD/2/acl ./PUNCT/./2/punct",
  "The/DET/DT/1/det road/NOUN/NN/3/nsubj is/AUX/VBZ/3/cop/be closed/VERB/VBN/-1/root ,/PUNCT/,/6/punct police/NOUN/NNS/6/nsubj said/VERB/VBD/3/parataxis/say ./PUNCT/./3/punct",
  "Homes/NOUN/NNS/3/nsubj were/AUX/VBD/3/cop/be without/ADP/IN/3/case power/NOUN/NN/6/obl ,/PUNCT/,/6/punct police/NOUN/NNS/6/nsubj said/VERB/VBD/-1/root/say ./PUNCT/./6/punct",
].map((text) =>
  text.split(" ").map((word, i): Token => {
    const [form = "", upos = "", xpos = "", head = "", deprel = "", lemma = form] = word.split("/");
    return { start: i, end: i + 1, form, lemma, upos, xpos, feats: "_", head: Number(head), deprel };
  }),
);

const relations = [...new Set(misread.flat().map(({ deprel }) => deprel))].filter((relation) => relation !== "root");

/** Whether the way up from a word passes another. */
function isUnder(tokens: readonly Token[], word: number, above: number): boolean {
  let at = word;
  for (let steps = 0; at >= 0 && at !== above && steps <= tokens.length; steps++) at = tokens[at]!.head;
  return at === above;
}

/** The tree with a word hung elsewhere; the root changes places with the word it would hang on. */
function rehung(tokens: readonly Token[], word: number, head: number, relation: string): readonly Token[] {
  const from = tokens[word]!;
  if (word === head || (from.head >= 0 && isUnder(tokens, head, word))) return tokens;
  if (from.head >= 0) return tokens.with(word, { ...from, head, deprel: relation });
  return tokens
    .with(word, { ...from, head, deprel: relation })
    .with(head, { ...tokens[head]!, head: -1, deprel: "root" });
}

const sentence = fc
  .tuple(
    fc.constantFrom(...misread),
    fc.array(fc.tuple(fc.nat(8), fc.nat(8), fc.constantFrom(...relations)), { maxLength: 4 }),
  )
  .map(([tokens, changes]) =>
    changes.reduce<readonly Token[]>(
      (tree, [word, head, relation]) => rehung(tree, word % tree.length, head % tree.length, relation),
      tokens,
    ),
  );

/** Words whose way up does not end at a root, or that are called root and are none. */
function misplaced(tokens: readonly Token[]): string[] {
  const roots = tokens.filter(({ head }) => head < 0).length;
  const lost = tokens.filter(({ deprel, head }, i) => !isUnder(tokens, i, -1) || (deprel === "root") !== head < 0);
  return [...lost.map(({ form }) => form), ...(roots === 1 ? [] : [`${roots} roots`])];
}

test("what is mended stays a tree with one root, whatever hung where", () => {
  let changed = 0;
  fc.assert(
    fc.property(sentence, (tokens) => {
      fc.pre(misplaced(tokens).length === 0);
      const tree = mended(tokens);
      changed += tree === tokens ? 0 : 1;
      expect(misplaced(tree)).toEqual([]);
    }),
    { numRuns: 3000 },
  );
  expect(changed).toBeGreaterThan(500);
});
