// Inputs for the benchmarks: real pages beside the project when they are there, else the bundled sample story.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const root = fileURLToPath(new URL("..", import.meta.url));
const shared = process.env.HEARSAY_SHARED ?? join(root, "../shared");
const articles = join(root, "stories/cable/articles");
const pageCorpus = join(shared, "evals/read/articles-dev.jsonl.gz");
const linesOf = (text) => text.split("\n").filter(Boolean);

/** `n` news articles as plain text, no two alike as far as there are; the sample story repeated when no corpus is at hand. */
export function prose(n) {
  const corpus = join(shared, "evals/trace/basil-events.jsonl");
  if (!existsSync(corpus)) return repeat(sampleTexts(), n);
  const texts = linesOf(readFileSync(corpus, "utf8")).map((line) => JSON.parse(line).text);
  if (texts.length >= n || !existsSync(pageCorpus)) return texts.slice(0, n);
  const bodies = linesOf(gunzipSync(readFileSync(pageCorpus)).toString("utf8")).map((line) => JSON.parse(line).body);
  return [...new Set([...texts, ...bodies])].slice(0, n);
}

/** `n` pages from all over the corpus; `source` says which. */
export function pages(n) {
  if (!existsSync(pageCorpus)) return Object.assign(repeat(samplePages(), n), { source: "the sample story" });
  const lines = linesOf(gunzipSync(readFileSync(pageCorpus)).toString("utf8"));
  const step = Math.max(1, Math.floor(lines.length / n));
  return Object.assign(
    lines
      .filter((_, i) => i % step === 0)
      .slice(0, n)
      .map((line) => JSON.parse(line).html),
    { source: "the extraction benchmark's dev part" },
  );
}

const files = (ending) =>
  readdirSync(articles)
    .filter((f) => f.endsWith(ending))
    .map((f) => readFileSync(join(articles, f), "utf8"));
const sampleTexts = () => files(".txt");
const samplePages = () => files(".html");
const repeat = (list, n) => Array.from({ length: n }, (_, i) => list[i % list.length]);
