// Whether clauses of independent real reports are joined into one claim as a reader would join them: pairs of clauses of
// three outlets' articles on one event (BASIL), judged by hand (evals/joins.jsonl, places only; the texts stand beside the
// project). One half ("dev") was in view while the rules were made, the other ("test") was judged before they were run on it.
// node evals/joins.mjs [HALF]: the pairs that went wrong.
import { join } from "node:path";
import { corpus, filterRecords, percent, readLines, root } from "./lib.mjs";

const outlets = { nyt: "The New York Times", fox: "Fox News", hpo: "HuffPost" };
const escaped = (text) =>
  text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);

export const needs = [corpus("trace/basil-events.jsonl"), join(root, "evals/joins.jsonl")];

/** A page as an outlet would have it: what is known of an article, and its paragraphs. */
function page({ id, outlet, date, title, text }) {
  const paragraphs = text.split("\n").filter((line) => line.trim() !== "");
  const body = paragraphs.map((line) => `<p>${escaped(line)}</p>`).join("");
  const head = `<title>${escaped(title)}</title><meta property="og:site_name" content="${outlets[outlet]}"><meta property="article:published_time" content="${date}">`;
  return {
    id,
    html: `<html><head>${head}</head><body><article><h1>${escaped(title)}</h1>${body}</article></body></html>`,
  };
}

/** Gold lines with `joined`: whether one claim has both clauses among its support. */
async function judged() {
  const gold = readLines(join(root, "evals/joins.jsonl"));
  const articles = readLines(corpus("trace/basil-events.jsonl"));
  const out = [];
  for (const event of [...new Set(gold.map((line) => line.event))]) {
    const own = articles.filter((article) => article.event.startsWith(event));
    const texts = new Map(own.map(({ id, text }) => [id, text]));
    const [report] = readLines(await filterRecords("weigh", own.map(page), `joins-${event}.json`));
    const claims = report.claims.map(({ support }) => support.map((s) => placed(s, texts)).filter(Boolean));
    for (const line of gold.filter((l) => l.event === event)) {
      const joined = claims.some((spots) => [line.a, line.b].every((side) => spots.some((spot) => meets(spot, side))));
      out.push({ ...line, joined, words: [line.a, line.b].map(([id, start, end]) => texts.get(id).slice(start, end)) });
    }
  }
  return out;
}

/** Where the words of a support stand in the corpus' text: the page is read, so only white space differs. */
function placed({ article, span }, texts) {
  const text = texts.get(article);
  if (text === undefined) return null;
  const pattern = span.text
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const found = [...text.matchAll(new RegExp(pattern.join("\\s+"), "g"))];
  const [nearest] = found.sort((a, b) => Math.abs(a.index - span.start) - Math.abs(b.index - span.start));
  return nearest === undefined ? null : [article, nearest.index, nearest.index + nearest[0].length];
}

/** Half of the shorter of the two lies in the other. */
function meets([article, start, end], [other, from, to]) {
  const common = Math.min(end, to) - Math.max(start, from);
  return article === other && common * 2 >= Math.min(end - start, to - from);
}

/** Rows for the table of accuracy. */
export const joinRows = async () => rowsOf(await judged());

function rowsOf(lines) {
  return ["test", "dev"].flatMap((half) => {
    const own = lines.filter((line) => line.half === half && line.same !== null);
    const joined = own.filter((line) => line.joined);
    const right = joined.filter((line) => line.same).length;
    const same = own.filter((line) => line.same).length;
    return [
      { measure: `${half}: joined pairs that are one fact`, value: percent(right / joined.length) },
      { measure: `${half}: pairs of one fact that are joined`, value: percent(right / same) },
    ];
  });
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const half = process.argv[2] ?? "dev";
  const lines = await judged();
  for (const { half: own, same, joined, words, event } of lines)
    if (own === half && same !== null && same !== joined)
      console.log(`${joined ? "joined, wrong" : "not joined"} ${event}\n  ${words.join("\n  ")}`.replace(/ +/g, " "));
  for (const { measure, value } of rowsOf(lines)) console.log(`${measure}: ${value}`);
}
