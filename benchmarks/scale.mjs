// node benchmarks/scale.mjs [--sizes 1000,10000,…] [--hot 1000,…] [--store file,postgres] [--distinct 2] [--folder DIR] [--write]
// What a newsroom's articles cost: N articles in stories of a hundred, and hot stories of near copies besides, in files and in
// PostgreSQL. Into benchmarks/scale.json what was measured, into docs/scale.md its tables; a size or a store measured again
// replaces what was there; `--store "" --write` writes the tables alone.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { fileHome, postgresHome } from "./scale/homes.mjs";
import { made, writeTables } from "./scale/tables.mjs";

const { values } = parseArgs({
  options: {
    ...{ sizes: { type: "string", default: "1000,10000,100000" }, hot: { type: "string", default: "1000" } },
    ...{
      store: { type: "string", default: "file,postgres" },
      folder: { type: "string" },
      distinct: { type: "string", default: "2" },
      write: { type: "boolean" },
      help: { type: "boolean" },
    },
  },
});
const help = `node benchmarks/scale.mjs [OPTION…]
  --sizes N,N…   articles in all, in stories of a hundred: hundreds, more than --distinct (default: 1000,10000,100000)
  --hot N,N…     articles of hot stories besides (default: 1000)
  --store S,S    file, postgres (default: both)
  --distinct N   stories that are added; the others are copies of them (default: 2)
  --folder DIR   where everything is kept meanwhile: 100,000 articles take 12 GB in files
  --write        put the figures into benchmarks/scale.json and docs/scale.md
HEARSAY_SHARED names the folder of the corpora that articles are taken from.`;
const numbers = (text) => text.split(",").filter(Boolean).map(Number);
const [sizes, hot, stores] = [numbers(values.sizes), numbers(values.hot), values.store.split(",").filter(Boolean)];
/** Articles of a story. */
const ordinary = 100;
/** So many stories are added; all others are copies of them under other names. */
const distinct = Number(values.distinct);

const isSize = (size) => size > 0 && size % ordinary === 0 && size >= distinct * ordinary;
if (values.help || !sizes.every(isSize) || stores.some((store) => store !== "file" && store !== "postgres")) {
  console.log(help);
  process.exit(values.help ? 0 : 2);
}

const tasks = fileURLToPath(new URL("scale/tasks.mjs", import.meta.url));
function task(what) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [tasks, JSON.stringify(what)], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${JSON.stringify(what)}: ${stderr.slice(-600)}`);
  return JSON.parse(stdout);
}

const data = fileURLToPath(new URL("scale.json", import.meta.url));
const results = existsSync(data) ? JSON.parse(readFileSync(data, "utf8")) : {};
const folder = mkdtempSync(join(values.folder ?? tmpdir(), "hearsay-scale-"));
try {
  for (const store of stores) {
    const place = store === "file" ? await fileHome(folder) : await postgresHome();
    results[store] ??= { sizes: {}, hot: {} };
    try {
      await measure(place, results[store]);
    } finally {
      await place.stop();
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (values.write) writeTables(results);

/** Keeps what has been measured so far: a run that is ended early has not been for nothing. */
function keep(into, key, value) {
  into[key] = { ...value, made: made() };
  console.log(key, JSON.stringify(into[key]));
  if (values.write) writeFileSync(data, `${JSON.stringify(results, null, 1)}\n`);
}

async function measure(place, into) {
  const { home } = place;
  const worked = async (work) => {
    const before = place.serverSeconds();
    const result = await work();
    return { ...result, server: place.serverSeconds() - before };
  };
  const originals = [];
  const adding = [];
  for (let i = 0; i < distinct; i++) {
    const [story, from] = [`first-${i}`, i * ordinary];
    originals.push(story);
    const what = { task: "add", home, story, kind: "ordinary", from, to: from + ordinary };
    adding.push(await worked(() => task(what)));
  }
  keep(into, "added", meanOf(adding));
  const stories = [...originals];
  for (const size of sizes.toSorted((a, b) => a - b)) {
    const wanted = size / ordinary;
    const names = Array.from({ length: wanted - stories.length }, (_, i) => `story-${stories.length + i}`);
    await place.copies(originals, names);
    stories.push(...names);
    keep(into.sizes, size, await ofSize(place, worked, stories));
  }
  for (const size of hot) {
    const story = `hot-${size}`;
    const before = await place.size();
    const added = await worked(() => task({ task: "add", home, story, kind: "hot", from: 0, to: size }));
    const disk = (await place.size()) - before;
    const of = { home, story, kind: "hot" };
    const more = await worked(() => task({ task: "more", ...of, from: size, to: size + 1 }));
    keep(into.hot, size, { added, disk, more, ...ofStory(home, story) });
  }
}

/** What is asked of a store of so many stories. */
async function ofSize(place, worked, stories) {
  const { home } = place;
  const disk = await place.size();
  const story = stories[stories.length - 1];
  const from = distinct * ordinary;
  const more = await worked(() => task({ task: "more", home, story, kind: "hot", from, to: from + 1 }));
  const listing = await worked(() => task({ task: "command", home, args: ["stories", "--format", "json"] }));
  const lookups = await worked(() => task({ task: "lookups", home, stories, count: 500 }));
  return { stories: stories.length, disk, more, listing, lookups, ...ofStory(home, story) };
}

function ofStory(home, story) {
  const report = task({ task: "command", home, args: ["report", "-s", story] });
  return { report, search: task({ task: "search", home, story }) };
}

function meanOf(all) {
  const mean = (key) => all.reduce((sum, one) => sum + (one[key] ?? 0), 0) / all.length;
  return Object.fromEntries(Object.keys(all[0]).map((key) => [key, mean(key)]));
}
