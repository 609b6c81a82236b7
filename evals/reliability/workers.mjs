// node evals/reliability/workers.mjs [--articles N (200)] [--stories S (8)] [--rounds R (3)] [--one] [--many] [--write]
// What a second worker gains: the same articles left to one `hearsay worker` and to two, as one story and as several; wall
// time from the workers' start until every story is told, and processor time of workers and database. PostgreSQL of its own.
// On a machine with something else to do wall time says little: what others took of the processors meanwhile is told beside it.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { prose } from "../../benchmarks/inputs.mjs";
import { writePart } from "./figures.mjs";
import { startServer } from "./workers/postgres.mjs";

const { values } = parseArgs({
  options: {
    ...{ articles: { type: "string", default: "200" }, stories: { type: "string", default: "8" } },
    ...{ rounds: { type: "string", default: "3" }, write: { type: "boolean" } },
    ...{ one: { type: "boolean" }, many: { type: "boolean" } },
  },
});
const [articles, stories, rounds] = [values.articles, values.stories, values.rounds].map(Number);
const program = fileURLToPath(new URL("../../packages/hearsay/bin/hearsay.js", import.meta.url));
const { openStory, openWork, storyPath } = await import("../../packages/hearsay/dist/store/index.js");
const { revisionOf } = await import("../../packages/hearsay/dist/engine/index.js");
const ticks = 100;

/** Processor seconds of a process and those it has waited for. Linux tells. */
function spent(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0) / ticks;
}
/** Processor seconds of the server's processes, those that have ended too. */
function spentBy(server) {
  let sum = 0;
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name)))
    try {
      const [, parent] = readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) /, "")
        .split(" ");
      if (Number(pid) === server || Number(parent) === server) sum += spent(pid);
    } catch {}
  return sum;
}
/** Seconds in which the machine's processors were busy, all of them together. */
function busy() {
  const [user, nice, system, , , irq, soft] = readFileSync("/proc/stat", "utf8")
    .split("\n")[0]
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return (user + nice + system + irq + soft) / ticks;
}

const folder = mkdtempSync(join(tmpdir(), "hearsay-workers-"));
const server = await startServer(folder);
let bases = 0;

/** Articles in folders, one a story. */
function folders(name, count) {
  const texts = [...new Set(prose(articles))];
  return Array.from({ length: count }, (_, story) => {
    const own = join(folder, name, String(story));
    mkdirSync(own, { recursive: true });
    for (const [i, text] of texts.entries()) if (i % count === story) writeFileSync(join(own, `${i}.txt`), text);
    return own;
  });
}

async function run(inputs, workers) {
  const url = await server.make(`base${++bases}`);
  const env = { ...process.env, DATABASE_URL: url };
  const names = inputs.map((_, i) => `story ${i}`);
  for (const [i, input] of inputs.entries()) {
    const child = spawn(process.execPath, [program, "add", "--queue", "-s", names[i], input], { env, stdio: "ignore" });
    const [status] = await new Promise((done) => child.on("exit", (...how) => done(how)));
    if (status !== 0) throw new Error(`add --queue ended with ${status}`);
  }
  const [before, others] = [spentBy(server.pid), busy()];
  const began = performance.now();
  const children = Array.from({ length: workers }, () =>
    spawn(process.execPath, [program, "worker"], { env, stdio: "ignore" }),
  );
  const queue = await openWork(url, false);
  const own = process.cpuUsage();
  for (const name of names) while (!(await isTold(storyPath(name, url)))) await sleep(250);
  while ((await queue.size()) > 0) await sleep(250);
  const wall = (performance.now() - began) / 1000;
  const each = children.map(({ pid }) => spent(pid));
  const database = spentBy(server.pid) - before;
  const { user, system } = process.cpuUsage(own);
  const all = each.reduce((sum, one) => sum + one, 0);
  const foreign = (busy() - others - all - database - (user + system) / 1e6) / (wall * cpus().length);
  await queue.close();
  for (const child of children) child.kill("SIGTERM");
  await Promise.all(children.map((child) => child.exitCode ?? new Promise((done) => child.on("exit", done))));
  return { wall, each, all, database, foreign };
}

async function isTold(path) {
  const store = await openStory(path);
  const told = (await revisionOf(store)) !== null;
  await store.close();
  return told;
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const lines = [
  "| articles | stories | one worker, wall s | two, wall s | gain by wall | one, processor s | two, processor s | the busier of two | gain by processor | others took |",
  `|${"---:|".repeat(10)}`,
];
console.log(lines.join("\n"));
const kinds = values.one ? [1] : values.many ? [stories] : [1, stories];
for (const count of kinds) {
  const inputs = folders(`of ${count}`, count);
  const [ones, twos] = [[], []];
  for (let round = 0; round < rounds; round++) {
    ones.push(await run(inputs, 1));
    twos.push(await run(inputs, 2));
  }
  const of = (runs, what) => median(runs.map(what));
  const [wall1, wall2] = [of(ones, (r) => r.wall), of(twos, (r) => r.wall)];
  const [cpu1, cpu2] = [of(ones, (r) => r.all + r.database), of(twos, (r) => r.all + r.database)];
  // Of two workers with a processor each, the database shared between them: how long the busier one had to do.
  const busier = of(twos, (r) => Math.max(...r.each) + r.database / 2);
  const foreign = Math.max(...[...ones, ...twos].map((r) => r.foreign));
  const cells = [
    articles,
    count,
    wall1.toFixed(1),
    wall2.toFixed(1),
    (wall1 / wall2).toFixed(2),
    cpu1.toFixed(1),
    cpu2.toFixed(1),
  ];
  lines.push(
    `| ${[...cells, busier.toFixed(1), (cpu1 / busier).toFixed(2), `${Math.round(100 * foreign)} %`].join(" | ")} |`,
  );
  console.log(lines.at(-1));
}
await server.stop();
rmSync(folder, { recursive: true, force: true });
if (values.write) writePart("workers", lines.join("\n"));
