// Inputs for the benchmarks: real pages beside the project when they are there, else the bundled sample story.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const root = fileURLToPath(new URL("..", import.meta.url));
const shared = process.env.HEARSAY_SHARED ?? join(root, "../shared");
const articles = join(root, "stories/cable/articles");

/** `n` news articles as plain text; the sample story repeated when no corpus is at hand. */
export function prose(n) {
  const corpus = join(shared, "evals/trace/basil-events.jsonl");
  if (!existsSync(corpus)) return repeat(sampleTexts(), n);
  return readFileSync(corpus, "utf8")
    .split("\n")
    .filter(Boolean)
    .slice(0, n)
    .map((line) => JSON.parse(line).text);
}

/** `n` pages from all over the corpus; `source` says which. */
export function pages(n) {
  const corpus = join(shared, "evals/read/articles-dev.jsonl.gz");
  if (!existsSync(corpus)) return Object.assign(repeat(samplePages(), n), { source: "the sample story" });
  const lines = gunzipSync(readFileSync(corpus)).toString("utf8").split("\n").filter(Boolean);
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
