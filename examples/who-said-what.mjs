// Who said what in one text, and when the times in it are: the stages annotate and extract alone.
//
//   node examples/who-said-what.mjs ["Your text." [DATE]]
import { annotate, extract, plainArticle } from "hearsay";

const [text, published] = [
  process.argv[2] ??
    '"We will not sail before Friday," said Greta Lind, the union\'s chairwoman. The port said it had offered new rosters yesterday.',
  process.argv[3] ?? "2031-03-04",
];
const article = plainArticle({ id: "text", text, published });
const { output: annotation } = annotate(article);
const words = ({ start, end }) => text.slice(start, end);

for (const { speaker, kind, content } of extract(article, annotation).output.statements)
  console.log(`${speaker.name ?? speaker.description} (${kind}): ${content.map(words).join(" … ")}`);
for (const moment of annotation.moments) console.log(`${words(moment)} = ${moment.value}`);
