// Who did what to whom in a paragraph. Uses @hearsay/english alone: node examples/english-trees.mjs ["Your text."]
import { parse, subtreeSpan } from "@hearsay/english";

const text =
  process.argv[2] ?? "The river rose overnight. Crews closed two roads, and the mayor moved old people to a school.";
for (const sentence of parse(text))
  for (const [i, { upos, lemma }] of sentence.tokens.entries()) {
    const place = (name) => sentence.tokens.findIndex(({ head, deprel }) => head === i && deprel === name);
    const words = (at) => (at < 0 ? "–" : text.slice(...Object.values(subtreeSpan(sentence, at))));
    if (upos === "VERB") console.log([words(place("nsubj")), lemma, words(place("obj"))].join(" | "));
  }
