// What is exported to be read: the sample story, and a small one of everything that breaks careless writers.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { analyse, makeReport } from "hearsay";

const sample = fileURLToPath(new URL("../../stories/cable/articles", import.meta.url));

/** The sample story's report. */
export async function sampleReport() {
  const files = readdirSync(sample).filter((file) => /\.(?:html?|txt)$/.test(file));
  return makeReport(
    await analyse(
      "cable",
      files.map((file) => ({ id: file, file, bytes: readFileSync(join(sample, file)) })),
    ),
  );
}

const page = (title, outlet, date, ...paragraphs) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta property="og:site_name" content="${outlet}">
<meta property="article:published_time" content="${date}"></head><body><article><h1>${title}</h1>
${paragraphs.map((words) => `<p>${words}</p>`).join("\n")}</article></body></html>`;

const fire = [
  "🔥 A fire broke out at the Oresk refinery on Tuesday evening and killed three workers, the fire service said.",
  "“We will rebuild &lt;b&gt;everything&lt;/b&gt; &amp; more,” said Ilse Brandt, the refinery’s director 👩‍🚒. High gas prices led to the fire, she said.",
];

/** Formulas, tabs, markup, quotation marks, characters of two UTF-16 units, a right-to-left mark, and a title of a book's length. */
export async function roughReport() {
  const pages = {
    "=cmd.html": page(
      "=HYPERLINK(&quot;http://x.example&quot;)",
      "+Wire, &quot;A&quot;",
      "2031-03-04T09:40:00Z",
      ...fire,
    ),
    "b.html": page("@SUM(1+1)&#9;|&#x202E;tab", "-Echo; B", "2031-03-05T07:00:00Z", ...fire),
    "c.html": page(
      `Long ${"title ".repeat(4000)}`,
      "Ledger",
      "2031-03-06T07:00:00Z",
      ...fire.toReversed(),
      "Five workers were killed at the Oresk refinery, the health ministry said.",
    ),
  };
  const inputs = Object.entries(pages).map(([file, words]) => ({ id: file, file, bytes: Buffer.from(words) }));
  return makeReport(await analyse("rough", inputs));
}
