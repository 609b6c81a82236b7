// node benchmarks/server.mjs [ARTICLES] [ADDED]
// How fast `hearsay serve` answers on a story of so many articles, at rest and while more are added in its other process,
// and how fast search is at 5,000 articles. BENCH_STORY names a story to begin with instead of making one. Wall time, four clients at once; these machines are noisy and shared.
import { spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { prose } from "./inputs.mjs";
import { article } from "./synthetic.mjs";

const dist = "../packages/hearsay/dist";
const [articles = 280, added = 20] = process.argv.slice(2).map(Number);
if (process.argv[2] === "--serve") await serveStory(process.argv[3]);
else await measure();

async function serveStory(home) {
  const { serve } = await import(`${dist}/server/serve.js`);
  const { forkedWriter } = await import(`${dist}/server/writer/forked.js`);
  const { usualLimits } = await import(`${dist}/server/app.js`);
  const limits = { ...usualLimits, requests: 1e9, changes: 1e9 };
  const now = () => new Date().toISOString();
  const own = { host: "127.0.0.1", port: 0, token: "a-token-of-some-length", user: "bench", readOnly: false };
  const served = await serve({ ...own, home, writer: forkedWriter(), limits, now, onFault: console.error });
  console.log(served.address);
  process.on("SIGTERM", () => served.close());
}

async function measure() {
  const home = mkdtempSync(join(tmpdir(), "hearsay-bench-"));
  const path = { s: "bench" };
  const file = join(home, "bench.hearsay");
  if (process.env.BENCH_STORY) copyFileSync(process.env.BENCH_STORY, file);
  else await makeStory(file, prose(articles));
  const more = Array.from({ length: added }, (_, i) => article(i).text);
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), "--serve", home], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [server] = await new Promise((resolve) =>
    createInterface({ input: child.stdout }).once("line", (line) => resolve([line])),
  );
  const { makeClient } = await import(`${dist}/client/index.js`);
  const client = makeClient({ server: server.replace(/\/$/, ""), token: "a-token-of-some-length" });
  const first = await timed(() => client.ask("GET /stories/{s}", { path }));
  const { rows } = await client.ask("GET /stories/{s}/articles", { path, query: { limit: 500 } });
  const claims = await client.ask("GET /stories/{s}/claims", { path, query: { limit: 500 } });
  await timed(() => client.ask("GET /stories/{s}/search", { path, query: { q: "police" } }));
  const any = (list) => list[Math.floor(Math.random() * list.length)];
  const asks = {
    overview: () => client.ask("GET /stories/{s}", { path }),
    articles: () => client.ask("GET /stories/{s}/articles", { path }),
    "one article": () => client.ask("GET /stories/{s}/articles/{id}", { path: { ...path, id: any(rows).id } }),
    claims: () => client.ask("GET /stories/{s}/claims", { path }),
    "one claim": () => client.ask("GET /stories/{s}/claims/{id}", { path: { ...path, id: any(claims.rows).id } }),
    statements: () => client.ask("GET /stories/{s}/statements", { path, query: { who: "police" } }),
    lineage: () => client.ask("GET /stories/{s}/lineage", { path }),
    matrix: () => client.ask("GET /stories/{s}/matrix", { path }),
    search: () =>
      client.ask("GET /stories/{s}/search", {
        path,
        query: { q: any(["police", "president said", '"white house"', "court"]) },
      }),
    review: () => client.ask("GET /stories/{s}/review", { path }),
  };
  console.log(`${rows.length} articles, ${claims.total} claims; first answer after ${Math.round(first)} ms`);
  const rest = await ask(asks, 60);
  const form = new FormData();
  for (const [i, text] of more.entries()) form.append("files", new Blob([text]), `added-${i}.txt`);
  const { job } = await client.ask("POST /stories/{s}/captures", { path, body: form });
  let isDone = false;
  const adding = (async () => {
    const since = performance.now();
    for (;;) {
      const { state } = await client.ask("GET /stories/{s}/jobs/{id}", { path: { ...path, id: job } });
      if (state === "done" || state === "failed") break;
      await sleep(200);
    }
    isDone = true;
    return (performance.now() - since) / 1000;
  })();
  const during = await ask(asks, Number.POSITIVE_INFINITY, () => isDone);
  console.log(
    `| route | p50 at rest, ms | p95 | p50 while ${added} are added (${(await adding).toFixed(0)} s) | p95 | longest |`,
  );
  console.log("|---|---:|---:|---:|---:|---:|");
  for (const name of Object.keys(asks))
    console.log(`| ${[name, ...figures(rest[name]).slice(0, 2), ...figures(during[name])].join(" | ")} |`);
  child.kill("SIGTERM");
  rmSync(home, { recursive: true });
  await searching(5000);
}

/** Four clients that ask everything in turn. */
async function ask(asks, rounds, isDone = () => false) {
  const times = Object.fromEntries(Object.keys(asks).map((name) => [name, []]));
  const client = async () => {
    for (let round = 0; round < rounds && !isDone(); round++)
      for (const [name, one] of Object.entries(asks)) times[name].push(await timed(one));
  };
  await Promise.all([client(), client(), client(), client()]);
  return times;
}

/** Median, 95th percentile and longest. */
function figures(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.toFixed(1) ?? "";
  return [at(0.5), at(0.95), at(1)];
}

async function timed(work) {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

async function makeStory(path, texts) {
  const { add, installedStages } = await import(`${dist}/engine/index.js`);
  const { openStory } = await import(`${dist}/store/index.js`);
  const { contentHash } = await import(`${dist}/model/index.js`);
  const store = await openStory(path, { create: true });
  async function* found() {
    for (const [i, text] of texts.entries()) {
      const bytes = Buffer.from(text);
      yield {
        capture: { hash: contentHash(bytes), place: `bench-${i}.txt`, retrieved: "2026-11-01", bytes },
        diagnostics: [],
      };
    }
  }
  await add({ store, stages: installedStages() }, found());
  await store.close();
}

/** Search over a report of so many articles that no stage has made: each with eight claims and four statements. */
async function searching(count) {
  const { indexOf } = await import(`${dist}/server/search/index.js`);
  const { search, wantedIn } = await import(`${dist}/server/search/query.js`);
  const { snippetOf } = await import(`${dist}/server/search/snippet.js`);
  const report = { articles: [], claims: [], statements: [], events: [], commitments: [], causes: [] };
  for (let n = 0; n < count; n++) {
    const { text } = article(n);
    const id = `a-${n}`;
    const sentences = [...text.matchAll(/[^.]+\./g)].map(({ 0: own, index }) => ({
      article: id,
      start: index,
      end: index + own.length,
      text: own,
    }));
    report.articles.push({
      id,
      text,
      title: sentences[0].text,
      label: `Outlet ${n % 40}`,
      published: "2031-03-14",
      publishedWithin: null,
    });
    for (const [i, span] of sentences.slice(0, 8).entries())
      report.claims.push({ id: `claim-${n}-${i}`, proposition: span.text, support: [{ span }] });
    for (const [i, span] of sentences.slice(8, 12).entries())
      report.statements.push({
        id: `st-${n}-${i}`,
        speaker: { name: "Ada Lund", description: "" },
        source: { text: "Lund" },
        content: { parts: [span] },
      });
  }
  const since = performance.now();
  const index = await indexOf({ report });
  const built = performance.now() - since;
  const vocabulary = [...index.postings].sort((a, b) => b[1].items.length - a[1].items.length).map(([key]) => key);
  const word = (share) => vocabulary[Math.floor(Math.random() * vocabulary.length * share)];
  const kinds = {
    "a common word": () => word(0.0005),
    "two words": () => `${word(0.01)} ${word(0.01)}`,
    "a rare word": () => word(1),
    "a phrase": () => `"${report.articles[Math.floor(Math.random() * count)].text.split(" ").slice(40, 43).join(" ")}"`,
  };
  console.log(
    `\n${count} articles, ${index.items.length} items, ${vocabulary.length} words; indexed in ${(built / 1000).toFixed(1)} s, ${Math.round(process.memoryUsage().heapUsed / 2 ** 20)} MB heap`,
  );
  console.log("| search, 100 rows with snippets | p50, ms | p95 | longest |\n|---|---:|---:|---:|");
  for (const [name, query] of Object.entries(kinds)) {
    const times = [];
    for (let i = 0; i < 200; i++) {
      const wanted = wantedIn(query());
      times.push(
        await timed(() =>
          search(index, wanted, {})
            .slice(0, 100)
            .map((item) => snippetOf(item, wanted)),
        ),
      );
    }
    console.log(`| ${[name, ...figures(times)].join(" | ")} |`);
  }
}
