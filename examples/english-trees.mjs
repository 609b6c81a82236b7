// Parses a sentence and draws its tree: each word under the word it belongs to, with its relation and lemma.
//
//   node examples/english-trees.mjs "The harbour master closed the old pier on Tuesday."
//
// Uses @hearsay/english alone. Build first: npm run build (npm test and npm start do it too).
import { children, parse, rootOf } from "@hearsay/english";

const text =
  process.argv[2] ?? "The harbour master closed the old pier on Tuesday. A ferry had struck it three times since May.";

/** One line a word: indentation shows depth. */
function draw(sentence, at, depth = 0) {
  const { form, lemma, upos, deprel } = sentence.tokens[at];
  const below = children(sentence, at).flatMap((child) => draw(sentence, child, depth + 1));
  return [`${"  ".repeat(depth)}${form}  ${deprel} ${upos} ${lemma}`, ...below];
}

for (const sentence of parse(text)) {
  console.log(text.slice(sentence.start, sentence.end));
  console.log(draw(sentence, rootOf(sentence)).join("\n"));
}
