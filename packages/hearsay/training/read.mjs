// Trains and cross-validates the block and line classifiers of the read stage.
// usage: node training/read.mjs CORPUS.jsonl.gz … [--every N] [--folds K] [--write] [--only html|flat] [--errors N]
//   A corpus holds {id, html, body} a line (Web Content Extraction Benchmark, CC BY 4.0) or {id, html, with, without}
//   (the evaluation set in trafilatura's repository, Apache-2.0): strings that must stay and must go.
// Without --write it only reports the F1 on pages left out; --folds 0 skips that.
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { blockColumns, blockRows } from "../dist/read/block-features.js";
import { frontOf } from "../dist/read/front.js";
import { readLinkedData } from "../dist/read/jsonld.js";
import { decide } from "../dist/read/judge.js";
import { lineColumns, lineRows } from "../dist/read/line-features.js";
import { takeApart } from "../dist/read/markup.js";
import { measureBlocks, measureLines } from "../dist/read/measured.js";
import { pageTitle } from "../dist/read/title.js";
import { predict, train } from "./forest.mjs";
import { coverage, tokenCount } from "./labels.mjs";

const args = process.argv.slice(2);
const option = (name, fallback) => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : fallback);
const corpora = args.filter((one) => /\.jsonl(\.gz)?$/.test(one));
const every = option("--every", 1);
const folds = option("--folds", 5);
const only = args.includes("--only") ? args[args.indexOf("--only") + 1] : null;
const settings = {
  trees: option("--trees", 140),
  leaves: option("--leaves", 24),
  rate: option("--rate", 0.12),
  minHess: option("--hess", 2),
  columnShare: option("--columns", 0.5),
  lambda: option("--lambda", 2),
};

const lines = corpora.flatMap((file) => {
  const bytes = readFileSync(file);
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split("\n")
    .filter(Boolean)
    .filter((_, i) => i % every === 0);
});

/** Pages with a body have a label on every block; pages with strings only on the blocks that hold one. */
function load(kind) {
  return lines.map((line, index) => {
    const gold = JSON.parse(line);
    const page = takeApart(gold.html);
    const data = readLinkedData(page.jsonLd);
    const texts = page.blocks.map((block) => block.text);
    const items = kind === "html" ? measureBlocks(page.blocks) : measureLines(texts);
    const rows =
      kind === "html" ? blockRows(items, pageTitle(page, data), data.body) : lineRows(items, frontOf(items).title);
    const labels = gold.body === undefined ? stringLabels(texts, gold) : bodyLabels(texts, gold.body);
    return {
      index,
      items,
      id: gold.id,
      body: gold.body,
      gold,
      texts,
      rows: rows.map((row) => Float32Array.from(row)),
      ...labels,
    };
  });
}

function bodyLabels(texts, body) {
  const total = tokenCount(body);
  const repeats = new Map();
  return {
    labels: coverage(texts, body).map((share) => (share >= 0.5 ? 1 : 0)),
    weights: texts.map((text) => {
      const seen = repeats.get(text) ?? 0;
      repeats.set(text, seen + 1);
      return ((2 + Math.min(120, tokenCount(text))) / (200 + total)) * 25 * (seen > 0 ? 0.3 : 1);
    }),
  };
}

const folded = (text) => text.normalize("NFC").replace(/\s+/g, " ").trim();

function stringLabels(texts, gold) {
  const held = (strings) => {
    const wanted = strings.map(folded);
    return texts.map((text) => wanted.filter((one) => text.includes(one)).length);
  };
  const [keep, drop] = [held(gold.with), held(gold.without)];
  return {
    labels: keep.map((count) => (count > 0 ? 1 : 0)),
    weights: texts.map((_, i) => (keep[i] > 0 !== drop[i] > 0 ? 2.5 : 0)),
  };
}

function fit(pages, rowsOf, names, seed, log) {
  const rows = [],
    labels = [],
    weights = [];
  for (const page of pages) {
    const own = rowsOf(page);
    for (let i = 0; i < own.length; i++) {
      if (page.weights[i] === 0) continue;
      rows.push(own[i]);
      labels.push(page.labels[i]);
      weights.push(page.weights[i]);
    }
  }
  return train({ rows, labels, weights, names, seed, log, ...settings });
}

const shingles = (text) => {
  const t = String(text).match(/[\p{L}\p{N}_]+/gu) ?? [];
  const map = new Map();
  for (let i = 0; t.length > 0 && i < Math.max(1, t.length - 3); i++) {
    const key = t.slice(i, i + 4).join(" ");
    map.set(key, (map.get(key) ?? 0) + 1);
  }
  return map;
};
/** F1 over the strings of the pages that have strings. */
function scoreStrings(pages, keep) {
  let [tp, fn, fp] = [0, 0, 0];
  for (const page of pages.filter((one) => one.body === undefined)) {
    const kept = keep(page);
    const text = folded(page.texts.filter((_, i) => kept[i]).join("\n\n"));
    const found = page.gold.with.filter((one) => text.includes(folded(one))).length;
    tp += found;
    fn += page.gold.with.length - found;
    fp += page.gold.without.filter((one) => text.includes(folded(one))).length;
  }
  if (tp === 0) return "";
  return `strings P ${((100 * tp) / (tp + fp)).toFixed(1)} R ${((100 * tp) / (tp + fn)).toFixed(1)} F1 ${((200 * tp) / (2 * tp + fp + fn)).toFixed(2)}`;
}

function score(pages, keep) {
  const P = [],
    R = [];
  for (const page of pages.filter((one) => one.body !== undefined)) {
    const kept = keep(page);
    const seen = new Set();
    const text = page.texts
      .filter((one, i) => kept[i] && (one.length < 40 || !seen.has(one)) && seen.add(one))
      .join("\n\n");
    const [a, b] = [shingles(page.body), shingles(text)];
    let [tp, na, nb] = [0, 0, 0];
    for (const [key, count] of a) {
      na += count;
      tp += Math.min(count, b.get(key) ?? 0);
    }
    for (const count of b.values()) nb += count;
    if (nb > 0) P.push(tp / nb);
    if (na > 0) R.push(tp / na);
  }
  const mean = (list) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const [p, r] = [mean(P), mean(R)];
  return `${scoreStrings(pages, keep)}  P ${(100 * p).toFixed(2)} R ${(100 * r).toFixed(2)} F1 ${((200 * p * r) / (p + r)).toFixed(2)}`;
}

for (const kind of ["html", "flat"]) {
  if (only !== null && only !== kind) continue;
  const started = Date.now();
  const pages = load(kind);
  const names = kind === "html" ? blockColumns : lineColumns;
  const total = pages.reduce((sum, page) => sum + page.rows.length, 0);
  console.log(
    `${kind}: ${pages.length} pages, ${total} blocks, ${names.length} columns, ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
  console.log(
    `  oracle ${score(pages, (page) => page.labels)}; keep all ${score(pages, (page) => page.labels.map(() => 1))}`,
  );
  // Probabilities for every page by a forest that has not seen it.
  for (let k = 0; k < folds; k++) {
    const { forest } = fit(
      pages.filter((page) => page.index % folds !== k),
      (page) => page.rows,
      names,
      k + 1,
    );
    for (const page of pages) if (page.index % folds === k) page.first = page.rows.map((row) => predict(forest, row));
  }
  for (const cut of folds === 0 ? [] : [0.35, 0.4, 0.45, 0.5, 0.55, 0.6])
    console.log(`  pages left out, cut ${cut}: ${score(pages, (page) => page.first.map((p) => p > cut))}`);
  if (folds > 0)
    console.log(`  pages left out, as decided: ${score(pages, (page) => decide(page.items, page.first, kind))}`);
  if (args.includes("--errors")) errors(pages);
  if (args.includes("--write")) write(kind, pages, names);
  console.log(`  ${((Date.now() - started) / 1000).toFixed(0)} s`);
}

function write(kind, pages, names) {
  const { forest, gains } = fit(pages, (page) => page.rows, names, 101);
  writeFileSync(new URL(`../data/read/model/${kind}.json`, import.meta.url), `${JSON.stringify(forest)}\n`);
  const order = forest.features.map((name, i) => [name, gains[i]]).sort((a, b) => b[1] - a[1]);
  console.log(`  ${kind}: ${order.map(([name, gain]) => `${name} ${gain.toFixed(0)}`).join(", ")}`);
}

/** The blocks that cost most, for reading. */
function errors(pages) {
  const wrong = pages.flatMap((page) =>
    page.texts.map((text, i) => ({
      id: page.id,
      i,
      text,
      p: page.first[i],
      label: page.labels[i],
      weight: page.weights[i],
    })),
  );
  const cost = ({ p, label, weight }) => weight * Math.abs(p - label);
  for (const label of [0, 1]) {
    console.log(label === 0 ? "  kept but not in the body:" : "  in the body but not kept:");
    const list = wrong
      .filter((one) => one.label === label && one.p > 0.5 !== (label === 1))
      .sort((a, b) => cost(b) - cost(a));
    for (const one of list.slice(0, option("--errors", 60)))
      console.log(`    ${one.id} #${one.i} p ${one.p.toFixed(2)} ${one.text.slice(0, 140)}`);
  }
}
