// Scores amounts and what they count on a UD treebank file:
//   node evals/score-amounts.mjs en_gum-ud-dev.conllu [--json] [--errors]
// The text of each document is rebuilt from its words and annotated as an article of a user's would be: own
// sentences, own trees.
//
// Gold: words tagged NUM that modify a noun (nummod), but for times ("three days", "8 June") and ages.
//   found     an amount of ours covers the number
//   counted   of those found, the noun it modifies is what ours counts, or is its unit ("12 miles")
// Ours: amounts that count something by a word that gold tags NUM.
//   precision the noun counted is above the number in the gold tree, hangs on it ("three of the boats"), or on what
//             the number hangs on ("the toll rose to nine")
import { annotate } from "../packages/hearsay/dist/annotate/index.js";
import { plainArticle } from "../packages/hearsay/dist/model/index.js";
import { readGum } from "./gum.mjs";

const timely =
  /^(?:(?:second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade|centur(?:y|ie)|[ap]\.?m\.?|o'clock|old)s?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?)$/i;

const args = process.argv.slice(2);
const tally = { gold: 0, found: 0, counted: 0, ours: 0, right: 0 };
for (const { text, words } of readGum(args[0])) {
  const { amounts } = annotate(plainArticle({ id: "amounts", text })).output;
  for (const word of words) if (isCount(words, word)) scoreGold(text, words, word, amounts);
  for (const amount of amounts) if (amount.of !== null) scoreOurs(text, words, amount);
}
const share = (n, of) => Number(((100 * n) / of).toFixed(1));
const rows = [
  { measure: "numbers found", value: share(tally.found, tally.gold) },
  { measure: "counted right of found", value: share(tally.counted, tally.found) },
  { measure: "counted, precision", value: share(tally.right, tally.ours) },
];
if (args.includes("--json")) console.log(JSON.stringify(rows));
else for (const { measure, value } of rows) console.log(`${measure} ${value}`);

function isCount(words, { upos, deprel, head }) {
  const noun = words[head];
  return (
    upos === "NUM" && deprel.startsWith("nummod") && /^(?:NOUN|PROPN|SYM)$/.test(noun?.upos) && !timely.test(noun.form)
  );
}

function scoreGold(text, words, word, amounts) {
  tally.gold++;
  const ours = amounts.find((a) => a.start <= word.start && word.end <= a.end);
  if (ours === undefined) return show("missed", text, word, words[word.head]);
  tally.found++;
  const noun = words[word.head];
  if ([ours, ours.of].some((s) => s !== null && s.start <= noun.start && noun.end <= s.end)) tally.counted++;
  else show("counted wrongly", text, word, noun);
}

function scoreOurs(text, words, amount) {
  const numbers = words.filter((w) => w.upos === "NUM" && w.start >= amount.start && w.end <= amount.end);
  if (numbers.length === 0) return;
  tally.ours++;
  const right = numbers.some((number) => {
    const above = [number.head, words[number.head]?.head ?? -1].filter((i) => i >= 0);
    const isNear = (w, i) => above.includes(i) || above.includes(w.head) || words[w.head] === number;
    return words.some(
      (w, i) => w.upos !== "NUM" && w.start >= amount.of.start && w.end <= amount.of.end && isNear(w, i),
    );
  });
  if (right) tally.right++;
  else show("not so in gold", text, amount, amount.of);
}

function show(what, text, number, noun) {
  if (!args.includes("--errors")) return;
  const around = text.slice(Math.max(0, number.start - 40), number.end + 40).replace(/\s+/g, " ");
  console.log(`${what}\t${text.slice(number.start, number.end)} | ${text.slice(noun.start, noun.end)}\t${around}`);
}
