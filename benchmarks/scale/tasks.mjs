// What is measured, each task in a process of its own: `node tasks.mjs '{"task":…}'` prints what came of it as JSON.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { prose } from "../inputs.mjs";
import { random } from "../synthetic.mjs";

const dist = (path) => import(`../../packages/hearsay/dist/${path}`);
const wire = join(fileURLToPath(import.meta.url), "../../../stories/cable/articles/01-straits-news-agency.txt");
/** So much of an article is copied in a hot story: its first paragraphs. */
const copied = 900;

const seconds = (since) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
};
const memory = () => Math.round(process.resourceUsage().maxRSS / 2 ** 10);

/** Articles `from` up to `to` of a kind: ordinary ones unlike each other, or near copies of one, a long word in fifteen replaced. */
export function textsOf(kind, from, to) {
  if (kind === "ordinary") {
    const texts = prose(to);
    if (new Set(texts).size < to) throw new Error("HEARSAY_SHARED has to name a folder with so many unlike articles.");
    return texts.slice(from);
  }
  const text = readFileSync(wire, "utf8").slice(0, copied);
  const words = [...new Set(text.match(/\b[a-z]{5,}\b/g))];
  return Array.from({ length: to - from }, (_, i) => {
    const next = random((from + i) * 11 + 5);
    const copy = text.replace(/\b[a-z]{5,}\b/g, (word) =>
      next() < 1 / 15 ? words[Math.floor(next() * words.length)] : word,
    );
    // No two are the same bytes.
    return `${copy}\n\nReport ${from + i}.`;
  });
}

async function* found(texts, from) {
  for (const [i, text] of texts.entries()) {
    const bytes = Buffer.from(text);
    const hash = createHash("sha256").update(bytes).digest("hex");
    const place = `https://outlet-${(from + i) % 40}.example/${from + i}.txt`;
    yield { capture: { hash, place, retrieved: "2029-03-01T00:00:00Z", bytes }, diagnostics: [] };
  }
}

async function open(home, story, create = false) {
  const { openStory, storyPath } = await dist("store/index.js");
  return openStory(storyPath(story, home), { create });
}

/** Adds articles to a story; processor seconds of each stage, the store's work included. */
async function add({ home, story, kind, from, to }) {
  const texts = textsOf(kind, from, to);
  const { add: addAll, installedStages } = await dist("engine/index.js");
  const stages = { start: 0 };
  let [at, last] = [process.cpuUsage(), "start"];
  const lap = (next) => {
    stages[last] = (stages[last] ?? 0) + seconds(at);
    [at, last] = [process.cpuUsage(), next];
  };
  const onProgress = ({ step }) => step !== last && lap(step);
  const store = await open(home, story, true);
  await addAll({ store, stages: installedStages(), onProgress }, found(texts, from));
  await store.close();
  lap("end");
  return { articles: to - from, ...stages, mb: memory() };
}

/** One article more, by a process that starts for it. */
async function more(what) {
  const { mb } = await add(what);
  return { seconds: seconds(), mb };
}

/** The command line, from its start. */
async function command({ home, args }) {
  const { main } = await dist("cli/main.js");
  let size = 0;
  const write = (text) => {
    size += text.length;
  };
  const own = home.includes("://") ? { DATABASE_URL: home } : { HEARSAY_HOME: home };
  const began = performance.now();
  const status = await main(args, {
    stdout: { write },
    stderr: { write },
    env: own,
    now: () => "2029-04-01T00:00:00Z",
  });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}`);
  return { seconds: seconds(), wall: (performance.now() - began) / 1000, mb: memory(), size };
}

/** Median and 95th percentile, in milliseconds by the clock, and the mean processor time. */
async function timed(count, work) {
  const [times, since] = [[], process.cpuUsage()];
  for (let i = 0; i < count; i++) {
    const began = performance.now();
    await work(i);
    times.push(performance.now() - began);
  }
  const sorted = times.sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(count - 1, Math.floor(count * share))];
  return { p50: at(0.5), p95: at(0.95), cpu: (seconds(since) * 1000) / count };
}

/** What the store is asked for most: an article's record, its bytes, what a place held last, the finished report's revision. */
async function lookups({ home, stories, count }) {
  const next = random(7);
  const some = Array.from({ length: Math.min(40, stories.length) }, () => stories[Math.floor(next() * stories.length)]);
  const opened = await Promise.all(
    some.map(async (story) => {
      const store = await open(home, story);
      return { store, captures: await store.captures() };
    }),
  );
  const any = () => {
    const { store, captures } = opened[Math.floor(next() * opened.length)];
    return { store, capture: captures[Math.floor(next() * captures.length)] };
  };
  const asks = {
    record: ({ store, capture }) => store.derived("extract", [capture.hash]),
    bytes: ({ store, capture }) => store.bytes(capture.hash),
    place: ({ store, capture }) => store.lastFound(capture.places[0].place),
    revision: ({ store }) => store.versions("tell"),
  };
  const result = {};
  for (const [name, ask] of Object.entries(asks)) {
    for (let i = 0; i < 20; i++) await ask(any());
    result[name] = await timed(count, () => ask(any()));
  }
  for (const { store } of opened) await store.close();
  return result;
}

/** The search of the HTTP interface over one story: the index it makes, and a page of a hundred rows with snippets. */
async function search({ home, story }) {
  const [{ storedReport }, { indexOf }, { search: find, wantedIn }, { snippetOf }] = await Promise.all(
    ["engine/index", "server/search/index", "server/search/query", "server/search/snippet"].map((path) =>
      dist(`${path}.js`),
    ),
  );
  const store = await open(home, story);
  const report = await storedReport(store);
  const since = process.cpuUsage();
  const index = await indexOf({ report });
  const built = seconds(since);
  // By how many items have them, the most common first.
  const words = [...index.postings].sort((a, b) => b[1].items.length - a[1].items.length).map(([key]) => key);
  const next = random(11);
  const among = (from, to) => {
    const first = Math.min(from, words.length >> 1);
    return words[Math.floor(first + next() * (Math.min(to, words.length) - first))];
  };
  const kinds = {
    common: () => among(0, 20),
    two: () => `${among(20, 1000)} ${among(20, 1000)}`,
    rare: () => among(1000, words.length),
  };
  const result = { items: index.items.length, words: words.length, built };
  for (const [name, query] of Object.entries(kinds)) {
    const ask = () => {
      const wanted = wantedIn(query());
      return find(index, wanted, {})
        .slice(0, 100)
        .map((item) => snippetOf(item, wanted));
    };
    for (let i = 0; i < 10; i++) ask();
    result[name] = await timed(200, ask);
  }
  await store.close();
  return { ...result, mb: memory() };
}

const tasks = { add, more, command, lookups, search };
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const what = JSON.parse(process.argv[2]);
  console.log(JSON.stringify(await tasks[what.task](what)));
}
