// Pairs of texts of which it is known whether one was made from the other, with the evidence trace finds in them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { corpus, readLines, root, shared } from "../../../evals/lib.mjs";
import { panDocuments, panKinds, panPool } from "../../../evals/pan.mjs";
import { read } from "../dist/read/index.js";
import { candidatesOf } from "../dist/trace/candidates.js";
import { evidenceNames } from "../dist/trace/evidence.js";
import { fingerprint } from "../dist/trace/fingerprint.js";
import { examine } from "../dist/trace/kinship.js";
import { Library } from "../dist/trace/library.js";

const storyFolders = [
  ["dam", join(shared, "stories/dam")],
  ["cable", join(root, "stories/cable")],
];

/** @typedef {{ x: number[], y: 0 | 1, kind: string, group: string, weight: number }} Row */

/** Kinds of pairs that begin so are measured and not learnt from. */
export const measured = "reports, measured";

/** @returns {Row[]} */
export function collect() {
  return [...pools()].flatMap((pool) => {
    const rows = rowsOf(pool);
    const positives = rows.filter((row) => row.y === 1).length;
    if (rows.length > 1) process.stderr.write(`${pool.kind}: ${rows.length} pairs, ${positives} of them copies\n`);
    return rows;
  });
}

export const storyRows = () => storyFolders.flatMap(([name, folder]) => rowsOf(story(name, folder)));

function* pools() {
  for (const kind of panKinds) yield passages(kind);
  for (const kind of ["random-obfuscation", "translation-obfuscation"]) yield longer(passages(kind), 4);
  yield longer(passages("summary-obfuscation"), 2);
  const basil = readLines(corpus("trace/basil-events.jsonl"));
  const spun = readLines(corpus("trace/news-spun.jsonl"));
  for (const level of ["light", "heavy", "heavy-half", "hostile"])
    yield news(
      basil,
      spun.filter((d) => d.level === level),
      level,
    );
  for (const words of [60, 120, 220])
    yield news(
      lead(basil, words),
      lead(
        spun.filter((d) => d.level === "heavy"),
        words,
      ),
      `heavy, ${words} words`,
    );
  yield answers();
  for (const [name, folder] of storyFolders) yield story(name, folder);
  yield outlets();
  yield* reports();
  for (const from of [1, 2, 3]) {
    const { documents, gold } = panDocuments(5, from);
    for (const [i, d] of documents.entries()) yield rebuilt(d, gold[i]);
  }
}

const lead = (docs, words) =>
  docs.map((d) => ({
    ...d,
    text: d.text
      .split(/(?<=\s)/)
      .slice(0, words)
      .join(""),
  }));

function passages(kind) {
  const { records, gold } = panPool(kind);
  const known = new Map(gold.map((g) => [key(g.a, g.b), g.label]));
  const label = (a, b) => (known.has(key(a, b)) ? known.get(key(a, b)) : 0);
  const src = new Map(records.map((r) => [r.id, r.src]));
  return { kind, records, label, group: (a) => src.get(a), weight: weights[kind] ?? 1 };
}

/** Few summaries are at hand, and translations are the hardest of the rest. */
const weights = { "summary-obfuscation": 4, "translation-obfuscation": 2 };

/** Passages and their sources put together, `n` at a time: articles rewritten from end to end. */
function longer({ kind, records, label, weight }, n) {
  const spun = records.filter((r) => r.id.startsWith("s"));
  const sourceOf = (r) => records.find((other) => other.id.startsWith("r") && label(r.id, other.id) === 1);
  const joined = [];
  for (let at = 0; at + n <= spun.length; at += n) {
    const own = spun.slice(at, at + n);
    const sources = own.map(sourceOf);
    if (new Set(sources.map(({ src }) => src)).size < n) continue;
    joined.push({ id: `s${at}`, text: own.map((r) => r.text).join("\n"), made: sources.map(({ src }) => src) });
    joined.push({ id: `r${at}`, text: sources.map((r) => r.text).join("\n"), made: sources.map(({ src }) => src) });
  }
  const about = new Map(joined.map((d) => [d.id, d]));
  const both = (a, b) => {
    if (a.slice(1) === b.slice(1)) return 1;
    return about.get(a).made.some((src) => about.get(b).made.includes(src)) ? null : 0;
  };
  return {
    kind: `${kind}, ${n} together`,
    records: joined,
    label: both,
    group: (a) => about.get(a).made[0],
    weight: 2 * weight,
  };
}

function news(basil, copies, level) {
  const about = new Map([...basil, ...copies].map((d) => [d.id, d]));
  const made = (d) => (d.source ? [d.source, d.host].filter(Boolean) : [d.id]);
  const label = (a, b) => {
    const [x, y] = [about.get(a), about.get(b)];
    if (x.source === b || y.source === a || x.host === b || y.host === a) return 1;
    if (made(x).some((id) => made(y).includes(id))) return null;
    return x.event === y.event && share(x.text, y.text) ? null : 0;
  };
  return {
    kind: level,
    records: [...basil, ...copies],
    label,
    group: (a) => about.get(a).event,
    weight: level === "hostile" ? 1.5 : 1,
  };
}

/** Two reports of one event that have so many words in a row in common, outside quotations, took them from one place: left out. */
function share(x, y, length = 16) {
  const runs = runsOf(x, length);
  return [...runsOf(y, length)].some((run) => runs.has(run));
}

function runsOf(text, length) {
  const words =
    text
      .replace(/[“"][^”"\n]*[”"]/gu, " | ")
      .toLowerCase()
      .match(/[\p{L}\p{N}|]+/gu) ?? [];
  return new Set(
    words
      .map((_, i) => words.slice(i, i + length).join(" "))
      .filter((run, i) => i + length <= words.length && !run.includes("|")),
  );
}

/** Real articles of seven outlets on one campaign: hardly one is made from another, and what may be is left out. */
function outlets() {
  const docs = readLines(corpus("statements/polnear-train.jsonl"));
  const about = new Map(docs.map((d) => [d.id, d]));
  const label = (a, b) => {
    const [x, y] = [about.get(a), about.get(b)];
    return x.outlet === y.outlet || share(x.text, y.text) ? null : 0;
  };
  return { kind: "outlets", records: docs, label, group: (a) => about.get(a).date.slice(0, 7), weight: 1 };
}

/**
 * Short reports of one event by many outlets, all together and each event by itself. The topics of odd number are learnt from;
 * the others are only measured. Two that share six words in a row outside quotations are left out, save copies.
 */
function* reports() {
  const all = readLines(corpus("trace/ecbplus-stories-dev.jsonl"));
  const about = new Map(all.map((d) => [d.id, d]));
  const silver = readLines(corpus("trace/ecbplus-copies-silver-dev.jsonl"));
  const copies = new Set(silver.filter((p) => p.class === "copy").map((p) => key(p.a, p.b)));
  const label = (a, b) => {
    if (copies.has(key(a, b))) return 1;
    const [x, y] = [about.get(a), about.get(b)];
    return x.topic === y.topic && share(x.text, y.text, 6) ? null : 0;
  };
  for (const [kind, rest] of [
    ["reports", 1],
    [measured, 0],
  ]) {
    const docs = all.filter((d) => d.topic % 2 === rest);
    const pool = { kind, label, group: (a) => `topic ${about.get(a).topic}`, weight: 1 };
    yield { ...pool, records: docs };
    for (const story of new Set(docs.map((d) => d.story)))
      yield { ...pool, kind: `${kind}, by story`, records: docs.filter((d) => d.story === story) };
  }
}

/** Human rewriting; the answers to one question are otherwise written independently. */
function answers() {
  const docs = readLines(corpus("trace/clough09-short-answers.jsonl"));
  const about = new Map(docs.map((d) => [d.id, d]));
  const label = (a, b) => {
    const [x, y] = [about.get(a), about.get(b)];
    if (x.task !== y.task) return 0;
    const levels = [x.level, y.level];
    if (!levels.includes("orig")) return levels.includes("non") ? 0 : null;
    return levels.includes("non") ? 0 : 1;
  };
  return { kind: "answers", records: docs, label, group: (a) => about.get(a).task, weight: 4 };
}

/** The invented stories with gold: their rewrites are by hand and hide what they come from. */
function story(name, folder) {
  const gold = JSON.parse(readFileSync(join(folder, "gold.json"), "utf8"));
  const idOf = new Map(gold.documents.map(({ id, file }) => [id, file.replace(/^.*\/|\.[a-z]+$/g, "")]));
  const files = readdirSync(join(folder, "articles")).sort();
  const pages = new Set(files.filter((file) => file.endsWith(".html")).map((file) => file.slice(0, -5)));
  const records = files
    .filter((file) => file.endsWith(".html") || !pages.has(file.slice(0, -4)))
    .map((file) => ({ id: file.replace(/\.[a-z]+$/, ""), text: textOf(join(folder, "articles", file), file) }));
  const taken = gold.lineage.edges.filter((e) => e.kind !== "cites").map((e) => [idOf.get(e.from), idOf.get(e.to)]);
  const made = new Set(taken.map(([from, to]) => key(from, to)));
  const sourcesOf = (id) => [id, ...taken.filter(([from]) => from === id).map(([, to]) => to)];
  const kin = (a, b) => sourcesOf(a).some((id) => sourcesOf(b).includes(id));
  const label = (a, b) => (made.has(key(a, b)) ? 1 : kin(a, b) ? null : 0);
  return { kind: `story ${name}`, records, label, group: () => name, weight: 20 };
}

function textOf(path, file) {
  const content = readFileSync(path, "utf8");
  return read({ id: file, file, [file.endsWith(".html") ? "html" : "text"]: content }).output.text;
}

function rebuilt({ susp, src, derived, source }, { kind, spans }) {
  const records = [
    { id: susp, text: derived },
    { id: src, text: source },
  ];
  return {
    kind: `in documents, ${kind}`,
    records,
    label: () => (spans.length > 0 ? 1 : 0),
    group: () => src,
    weight: kind.startsWith("summary") ? 3 : 1,
  };
}

const key = (a, b) => (a < b ? `${a} ${b}` : `${b} ${a}`);

function rowsOf({ kind, records, label, group, weight }) {
  const library = new Library(records.map(({ id, text }) => fingerprint({ id, text, date: null, outlet: null })));
  const ids = library.articles.map(({ id }) => id);
  const rows = [];
  for (const { a, b } of candidatesOf(library.articles.map(({ seeds }) => seeds))) {
    const { evidence } = examine(library.side(a), library.side(b));
    const y = label(ids[a], ids[b]);
    if (y === null) continue;
    rows.push({ x: evidenceNames.map((name) => evidence[name]), y, kind, group: group(ids[a]), weight });
  }
  return rows;
}
