// Shows where the read stage goes wrong: 4-gram F1 by language and by kind of page, and the pages read worst.
// usage: node training/worst.mjs CORPUS.jsonl.gz [--pages N] [--diff ID]
//   CORPUS holds {id, url, html, title, body} a line (Web Content Extraction Benchmark, CC BY 4.0), or {id, url, html,
//   with, without} (the evaluation set in trafilatura's repository, Apache-2.0), of which only languages are shown.
// --diff prints one page: the gold's lines with "-" where they were not read, then what was read beyond it with "+".
import { read } from "../dist/read/index.js";
import { languageOf } from "../dist/read/language.js";
import { takeApart } from "../dist/read/markup.js";
import { coverage, tokenCount } from "./labels.mjs";
import { recordsIn } from "./records.mjs";
import { compared } from "./score.mjs";

const args = process.argv.slice(2);
const option = (name, fallback) => (args.includes(name) ? args[args.indexOf(name) + 1] : fallback);
const path = args.find((one) => /\.jsonl(\.gz)?$/.test(one));
if (path === undefined) {
  console.error("usage: node training/worst.mjs CORPUS.jsonl[.gz] [--pages N] [--diff ID]");
  process.exit(2);
}
const gold = recordsIn(path);

const words = (text) => String(text ?? "").match(/[\p{L}\p{N}_]+/gu) ?? [];
const key = (text) =>
  words(
    String(text ?? "")
      .toLowerCase()
      .normalize("NFKC"),
  ).join(" ");

const readPage = ({ id, url, html }) => read({ id, file: url ?? id, url, html }).output;

/** Kinds of page, told from its markup and its gold. A page belongs to every kind that fits. */
const kinds = [
  ["JSON-LD: news article", ({ types }) => types.has("NewsArticle")],
  ["JSON-LD: blog posting", ({ types }) => types.has("BlogPosting")],
  ["JSON-LD: other article", ({ types }) => types.has("Article") || types.has("TechArticle")],
  ["JSON-LD: no article", ({ types }) => ![...types].some((type) => /Article$|Posting$|Report$/.test(type))],
  [
    "with comments",
    ({ html }) => /\b(?:id|class)=["'](?:[^"']* )?(?:comment-list|commentlist|comments-area)\b/i.test(html),
  ],
  ["less than half in paragraphs", ({ share }) => share("p") < 0.5],
  ["a third or more in lists", ({ share }) => share("li", "dd", "dt") >= 1 / 3],
  ["a tenth or more in tables", ({ share }) => share("td", "th") >= 0.1],
  ["body up to 250 words", ({ length }) => length <= 250],
  ["body of 251 to 1,000 words", ({ length }) => length > 250 && length <= 1_000],
  ["body of 1,001 to 3,000 words", ({ length }) => length > 1_000 && length <= 3_000],
  ["body above 3,000 words", ({ length }) => length > 3_000],
  ["half or more of the page's words beside the body", ({ around }) => around >= 0.5],
];

/** What the kinds are told by: types in JSON-LD, length, and which share of the body stands in which tags. */
function traitsOf({ html, body }) {
  const page = takeApart(html);
  const types = new Set(
    page.jsonLd.flatMap((one) => [...one.matchAll(/"@type"\s*:\s*\[?\s*"(\w+)"/g)].map((m) => m[1])),
  );
  const inBody = coverage(
    page.blocks.map(({ text }) => text),
    body,
  );
  const sizes = page.blocks.map(({ text }) => tokenCount(text));
  const sum = (chosen) => sizes.reduce((total, size, i) => total + (chosen(i) ? size : 0), 0);
  const held = sum((i) => inBody[i] >= 0.5);
  return {
    html,
    types,
    length: tokenCount(body),
    share: (...tags) => sum((i) => inBody[i] >= 0.5 && tags.includes(page.blocks[i].kind)) / (held || 1),
    around: 1 - held / (sum(() => true) || 1),
  };
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
const percent = (share) => (share === null ? "–" : (100 * share).toFixed(1));
const row = (...cells) => console.log(`| ${cells.join(" | ")} |`);

/** One line of a table: the means and, as the benchmark takes it, the F1 of the means. */
function groupRow(name, pages) {
  const of = (field) => mean(pages.map((page) => page[field]).filter((value) => value !== null));
  const [precision, recall] = [of("precision"), of("recall")];
  const f1 = (2 * precision * recall) / (precision + recall || 1);
  row(name, pages.length, percent(precision), percent(recall), percent(f1), pages.filter((one) => one.f1 < 0.9).length);
}

function table(name, groups) {
  console.log(`\n| ${name} | pages | precision | recall | F1 | below 90 |\n|---|---:|---:|---:|---:|---:|`);
  for (const [group, pages] of groups) groupRow(group, pages);
}

/** Strings that must stay and must go, by language: the only corpus with more than one. */
function stringTable(pages) {
  console.log("\n| language | pages | precision | recall | F1 |\n|---|---:|---:|---:|---:|");
  const fold = (text) => text.normalize("NFC").replace(/\s+/g, " ").trim();
  const results = pages.map((page) => {
    const text = fold(readPage(page)?.text ?? "");
    const held = (strings) => strings.filter((one) => text.includes(fold(one))).length;
    const language = languageOf(page.with.join("\n"), takeApart(page.html).language);
    return { language, kept: held(page.with), wanted: page.with.length, stray: held(page.without) };
  });
  for (const [language, chosen] of byLanguage(results)) {
    const sum = (field) => chosen.reduce((total, one) => total + one[field], 0);
    const [precision, recall] = [sum("kept") / (sum("kept") + sum("stray") || 1), sum("kept") / (sum("wanted") || 1)];
    const f1 = (2 * precision * recall) / (precision + recall || 1);
    row(language, chosen.length, ...[precision, recall, f1].map(percent));
  }
}

/** All pages, then those of each language, the largest group first. */
function byLanguage(pages) {
  const groups = new Map();
  for (const page of pages) groups.set(page.language, [...(groups.get(page.language) ?? []), page]);
  return [["all", pages], ...[...groups].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))];
}

function worstTable(pages) {
  console.log(
    "\n| page | F1 | precision | recall | words wanted | words read | title right |\n|---|---:|---:|---:|---:|---:|---|",
  );
  for (const one of pages)
    row(one.id, ...[one.f1, one.precision, one.recall].map(percent), one.wanted, one.got, one.title ? "yes" : "no");
}

/** A page's lines that differ, for reading. */
function difference(page) {
  const answer = readPage(page)?.text ?? "";
  const lines = (text) => text.split(/\n+/).filter((line) => line.trim() !== "");
  const print = (text, other, sign) => {
    const shares = coverage(lines(text), other);
    lines(text).forEach((line, i) => {
      if (sign === "-" || shares[i] < 0.5) console.log(`${shares[i] < 0.5 ? sign : " "} ${line}`);
    });
  };
  print(page.body, answer, "-");
  print(answer, page.body, "+");
}

/** Everything the tables need of a page. */
function measured(page) {
  const output = readPage(page);
  return {
    ...compared(page.body, output?.text),
    id: page.id,
    wanted: tokenCount(page.body),
    got: tokenCount(output?.text ?? ""),
    title: key(page.title) === key(output?.title),
    language: languageOf(page.body),
    traits: traitsOf(page),
  };
}

const chosen = gold.find(({ id }) => id === option("--diff", null));
if (args.includes("--diff") && chosen === undefined) {
  console.error(`${path} has no page ${option("--diff")}`);
  process.exit(2);
}
if (chosen !== undefined) difference(chosen);
else if (gold[0]?.body === undefined) stringTable(gold);
else {
  const pages = gold.map(measured);
  table("language of the body", byLanguage(pages));
  const groups = kinds.map(([name, fits]) => [name, pages.filter(({ traits }) => fits(traits))]);
  table(
    "kind of page",
    groups.filter(([, members]) => members.length > 0),
  );
  worstTable([...pages].sort((a, b) => a.f1 - b.f1 || (a.id < b.id ? -1 : 1)).slice(0, Number(option("--pages", 20))));
}
