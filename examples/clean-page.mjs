// Reads one page: what the article says of itself, its own text, and everything that was set aside, with the reason.
//
//   node examples/clean-page.mjs                      a small page
//   node examples/clean-page.mjs page.html            your own
import { readFileSync } from "node:fs";
import { read } from "hearsay";

const page = `<!doctype html><html lang="en"><head><title>Quay closed | Rost Echo</title>
<meta property="og:site_name" content="Rost Echo"><meta property="article:published_time" content="2031-03-04T07:00:00Z">
</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a> <a href="/weather">Weather</a></nav><article><h1>Quay closed</h1>
<p>The quay at Rost was closed on Monday after divers found cracks in its oldest wall, the port said in a statement.</p>
<p>Ferries will leave from the fish market until the wall has been looked at, which the port expects to take two weeks.</p>
</article><footer>© Rost Echo. All rights reserved.</footer></body></html>`;

const bytes = process.argv[2] === undefined ? Buffer.from(page) : readFileSync(process.argv[2]);
const { output: article, diagnostics } = read({ id: "page", file: process.argv[2] ?? "quay.html", bytes });

if (article !== null) {
  console.log(`${article.title} | ${article.outlet} | ${article.published} | ${article.language}`);
  console.log(article.text);
  for (const { reason, text } of article.removed) console.log(`set aside (${reason}): ${text.slice(0, 60)}`);
}
for (const { severity, message } of diagnostics) console.error(`${severity}: ${message}`);
