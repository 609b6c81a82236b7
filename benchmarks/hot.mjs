// node benchmarks/hot.mjs [SIZE…]
// Whole stories through the engine and a story file: near copies of one article, and unlike articles; all added at once, then
// one more by a process that starts for it, and one more by a process that stays and has added one before. Processor time,
// start included, peak memory, and how large the report is. Each story is a process of its own.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { prose } from "./inputs.mjs";
import { random } from "./synthetic.mjs";

const self = fileURLToPath(import.meta.url);
const wire = join(self, "../../stories/cable/articles/01-straits-news-agency.txt");
/** So much of the article is copied: its first paragraphs. */
const copied = 900;

/** The table as Markdown. */
export function hotStories(sizes) {
  const rows = sizes.flatMap((size) => ["near copies", "unlike"].map((kind) => row(kind, size))).filter(Boolean);
  const head = [
    "story",
    "articles",
    "add, s",
    "one more, s",
    "one more, staying, s",
    "MB",
    "file, MB",
    "report, kB",
    "report, lines",
  ];
  return [
    "### Whole stories: added, told, and one article more",
    "",
    `| ${head.join(" | ")} |`,
    `|---|${"---:|".repeat(head.length - 1)}`,
    ...rows,
  ].join("\n");
}

function row(kind, size) {
  const r = JSON.parse(inAnotherProcess("run", kind, String(size)));
  if (r === null) return null;
  const cells = [
    r.articles.toLocaleString("en"),
    r.add.toFixed(1),
    r.one.toFixed(2),
    r.staying.toFixed(2),
    r.mb,
    r.file,
    r.kb,
    r.lines,
  ];
  return `| ${[kind, ...cells].join(" | ")} |`;
}

/** Runs this program with other arguments; what it prints. */
function inAnotherProcess(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [self, ...args], {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`hot ${args.join(" ")}: ${stderr.slice(-400)}`);
  return stdout;
}

/** Articles added after the story is there: one by another process, two by one that stays. */
const later = 3;

const textsOf = (kind, size) =>
  kind === "unlike" ? prose(size + later) : Array.from({ length: size + later }, (_, i) => nearCopy(i));

async function run(kind, size) {
  const texts = textsOf(kind, size);
  if (new Set(texts).size < size / 2) return null;
  const engine = await import("../packages/hearsay/dist/engine/index.js");
  const { openStory } = await import("../packages/hearsay/dist/store/index.js");
  const { renderMarkdown } = await import("../packages/hearsay/dist/tell/markdown.js");
  const folder = mkdtempSync(join(tmpdir(), "hearsay-bench-"));
  const path = join(folder, "hot.hearsay");
  try {
    const stages = engine.installedStages();
    const first = { store: await openStory(path, { create: true }), stages };
    const add = await timed(() => engine.add(first, found(texts.slice(0, -later), 0)));
    await first.store.close();
    const one = Number(inAnotherProcess("more", kind, String(size), path));
    const workshop = { store: await openStory(path), stages, memory: new engine.Memory() };
    await engine.add(workshop, found([texts.at(-2)], size + 1));
    const staying = await timed(() => engine.add(workshop, found([texts.at(-1)], size + 2)));
    const { digest } = await engine.tellBrief(workshop);
    const report = renderMarkdown(digest, { references: true });
    await workshop.store.close();
    const mb = Math.round(process.resourceUsage().maxRSS / 2 ** 10);
    const file = Math.round(statSync(path).size / 2 ** 20);
    const articles = new Set(texts).size - later;
    const [kb, lines] = [Math.round(report.length / 1000), report.split("\n").length];
    return { articles, add, one, staying, mb, file, kb, lines };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One article more, by a process that has just started: its processor time from the start. */
async function more(kind, size, path) {
  const engine = await import("../packages/hearsay/dist/engine/index.js");
  const { openStory } = await import("../packages/hearsay/dist/store/index.js");
  const workshop = { store: await openStory(path), stages: engine.installedStages() };
  await engine.add(workshop, found([textsOf(kind, size).at(-later)], size));
  await workshop.store.close();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

async function timed(work) {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

async function* found(texts, from) {
  for (const [i, text] of texts.entries()) {
    const bytes = Buffer.from(text);
    const hash = createHash("sha256").update(bytes).digest("hex");
    yield {
      capture: { hash, place: `${from + i}.txt`, retrieved: "2029-03-01T00:00:00Z", bytes },
      diagnostics: [],
    };
  }
}

/** A word in fifteen replaced by another of the article. */
function nearCopy(number) {
  const text = readFileSync(wire, "utf8").slice(0, copied);
  const next = random(number * 11 + 5);
  const words = [...new Set(text.match(/\b[a-z]{5,}\b/g))];
  return text.replace(/\b[a-z]{5,}\b/g, (word) => (next() < 1 / 15 ? words[Math.floor(next() * words.length)] : word));
}

if (process.argv[1] === self) {
  const [, , mode, kind, size, path] = process.argv;
  if (mode === "run") console.log(JSON.stringify(await run(kind, Number(size))));
  else if (mode === "more") console.log(await more(kind, Number(size), path));
  else
    console.log(hotStories(process.argv.length > 2 ? process.argv.slice(2).map(Number) : [50, 100, 300, 1000, 5000]));
}
