// node evals/reliability/load.mjs [--seconds S] [--articles N] [--write]
// How fast the HTTP interface answers on this machine, at rest and while articles are being added, and what processor time an
// answer takes, which holds on a busy machine too. One to three minutes on two quiet cores.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { writePart } from "./figures.mjs";
import { root } from "./fuzz/places.mjs";
import { articleOf } from "./kill/articles.mjs";

const { values } = parseArgs({
  options: {
    ...{ seconds: { type: "string", default: "10" }, articles: { type: "string", default: "20" } },
    ...{ write: { type: "boolean" } },
  },
});
const [seconds, articles] = [Number(values.seconds), Number(values.articles)];
/** What others do on this machine, before anything is asked. */
const load = loadavg()[0].toFixed(1);
/** So many ask at once, each the next thing when it has its answer. */
const clients = 4;
/** Asked so many times alone, for what an answer costs. */
const alone = 100;
const paths = [
  "",
  "/claims?limit=50",
  "/articles",
  "/timeline",
  "/search?q=ferry+rosters",
  "/lineage",
  "/report?format=md",
];

const home = mkdtempSync(join(tmpdir(), "hearsay-load-"));
const command = join(root, "packages/hearsay/bin/hearsay.js");
const token = "load-test-of-this-machine";
const server = spawn(process.execPath, [command, "serve", "--port", "0"], {
  env: { ...process.env, DATABASE_URL: "", HEARSAY_HOME: home, HEARSAY_TOKEN: token },
  stdio: ["ignore", "pipe", "inherit"],
});
const address = await new Promise((resolve) => {
  let said = "";
  server.stdout.on("data", (text) => {
    said += text;
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
    if (found !== null) resolve(found[0]);
  });
});
const api = `${address}/api/v1`;
const headers = { authorization: `Bearer ${token}` };

async function post(path, body) {
  const answer = await fetch(`${api}${path}`, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

let next = 0;
/** Adds one article and waits until the story has it. */
async function addOne() {
  const { name, page } = articleOf(next++);
  const { job } = await post("/stories/load/captures", { text: page, name });
  for (;;) {
    const { state } = await (await fetch(`${api}/stories/load/jobs/${job}`, { headers })).json();
    if (state !== "queued" && state !== "running") return;
    await wait(50);
  }
}

const agent = new Agent({ keepAlive: true, maxSockets: clients });

/** Asks once and reads the answer to its end; by node's own client, which takes little of the processors both share. */
function get(path) {
  return new Promise((resolve, reject) => {
    const asked = request(`${api}/stories/load${path}`, { agent, headers }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${path}: ${answer.statusCode}`));
      answer.on("end", resolve).on("error", reject).resume();
    });
    asked.on("error", reject).end();
  });
}

async function measured() {
  const times = new Map(paths.map((path) => [path, []]));
  const until = performance.now() + seconds * 1000;
  const ask = async (first) => {
    for (let i = first; performance.now() < until; i++) {
      const path = paths[i % paths.length];
      const began = performance.now();
      await get(path);
      times.get(path).push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, i) => ask(i)));
  return times;
}

/** Processor time of the server itself so far, in milliseconds; null where the system does not tell. */
function worked() {
  try {
    const fields = readFileSync(`/proc/${server.pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return 10 * (Number(fields[11]) + Number(fields[12]));
  } catch {
    return null;
  }
}

/** Processor time of an answer, one asked after the other, in milliseconds by path. */
async function costs() {
  const found = new Map();
  for (const path of paths) {
    const before = worked();
    for (let i = 0; i < alone; i++) await get(path);
    found.set(path, before === null ? "" : ((worked() - before) / alone).toFixed(1));
  }
  return found;
}

const quantile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]?.toFixed(1) ?? "";
function rows(when, times, cost) {
  return [...times, ["all together", [...times.values()].flat()]].map(([path, list]) => {
    const sorted = list.toSorted((a, b) => a - b);
    const figures = [0.5, 0.95, 0.99].map((share) => quantile(sorted, share));
    const shown = path === "" ? "the story" : path.startsWith("/") ? `\`${path}\`` : path;
    return `| ${[when, shown, sorted.length, ...figures, cost.get(path) ?? ""].join(" | ")} |`;
  });
}

try {
  await post("/stories", { name: "load" });
  for (let i = 0; i < articles; i++) await addOne();
  await measured();
  const cost = await costs();
  const rest = await measured();
  let [adding, added] = [true, 0];
  const adder = (async () => {
    for (; adding; added++) await addOne();
  })();
  const busy = await measured();
  adding = false;
  await adder;
  const table = [
    `A story of ${articles + added} articles, ${clients} clients at once, ${seconds} s each; ${added} articles added one by one meanwhile. Load of the machine by others: ${load} on ${cpus().length} cores. Processor time is the server's, of an answer asked alone.`,
    "",
    "| when | asked | answers | p50 ms | p95 ms | p99 ms | processor ms |",
    "|---|---|---:|---:|---:|---:|---:|",
    ...rows("at rest", rest, cost),
    ...rows("while adding", busy, new Map()),
  ].join("\n");
  console.log(table);
  if (values.write) writePart("load", table);
} finally {
  agent.destroy();
  const ended = new Promise((resolve) => server.on("close", resolve));
  server.kill("SIGTERM");
  await ended;
  rmSync(home, { recursive: true, force: true });
}
