// node evals/reliability/fuzz.mjs [--count N] [--seed S] [--state FILE] [--only NUMBER] [--write]
// Spoilt and hostile inputs through every parser, stage, table, export and the HTTP interface, each with a bound of time
// and memory. Goes on where it was stopped.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { writePart } from "./figures.mjs";
import { openCases } from "./fuzz/cases.mjs";
import { add, emptyTally, fuzzTable } from "./fuzz/tally.mjs";

const help = `node evals/reliability/fuzz.mjs [OPTION…]
  --count N    so many inputs in all (default: 2000)
  --seed S     which inputs (default: 1)
  --state FILE where the figures are kept: the same file again goes on from there (default: in the temporary folder)
  --only N     run input N alone, in this process, and say what happens
  --write      put the figures into docs/reliability.md`;
const { values } = parseArgs({
  options: {
    ...{ count: { type: "string", default: "2000" }, seed: { type: "string", default: "1" } },
    ...{ state: { type: "string" }, only: { type: "string" }, write: { type: "boolean" }, help: { type: "boolean" } },
  },
});
if (values.help) {
  console.log(help);
  process.exit(0);
}
const [count, seed] = [Number(values.count), Number(values.seed)];
/** A case that works for longer hangs, in milliseconds of processor time: others may be at work on this machine, too. */
const longest = 10_000;
/** One that waits for longer hangs as well, in milliseconds. */
const longestWait = 180_000;
/** Megabytes of heap a case and all before it in a thread may take together. */
const heap = 1024;
/** A thread is replaced after so many: what leaks is then seen as growth within one, not mistaken for a case's own. */
const life = 4000;

const folder = mkdtempSync(join(tmpdir(), "hearsay-fuzz-"));
if (values.only !== undefined) await runOne(Number(values.only));
else await campaign();
rmSync(folder, { recursive: true, force: true });

async function runOne(number) {
  const cases = await openCases(seed, folder);
  const { target, input } = cases.of(number);
  const path = join(tmpdir(), `hearsay-fuzz-${seed}-${number}`);
  writeFileSync(
    path,
    input.bytes ??
      JSON.stringify(input, (_, value) => (value?.type === "Buffer" ? Buffer.from(value.data).toString() : value), 1),
  );
  console.log(`${target.name}: ${path} ${JSON.stringify({ ...input, bytes: input.bytes?.length }).slice(0, 400)}`);
  const began = performance.now();
  try {
    await target.run(input);
    console.log(`fine, ${Math.round(performance.now() - began)} ms`);
  } catch (error) {
    console.log(error.stack);
    process.exitCode = 1;
  }
  await cases.close();
}

async function campaign() {
  const path = values.state ?? join(tmpdir(), `hearsay-fuzz-${seed}.json`);
  const tally = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : emptyTally(seed);
  if (tally.seed !== seed) throw new Error(`${path} is of seed ${tally.seed}`);
  mkdirSync(dirname(path), { recursive: true });
  const save = () => {
    writeFileSync(`${path}.new`, JSON.stringify(tally, null, 1));
    renameSync(`${path}.new`, path);
  };
  while (tally.next < count) {
    await oneThread(tally, Math.min(count, tally.next + life), save);
    save();
    process.stderr.write(`\r${tally.next} of ${count}, ${tally.failures.length} failures `);
  }
  process.stderr.write("\n");
  for (const { number, target, failure } of tally.failures) console.log(`${number} ${target}\n${failure}\n`);
  const table = fuzzTable(tally);
  console.log(table);
  if (values.write) writePart("fuzz", table);
  process.exitCode = tally.failures.length > 0 ? 1 : 0;
}

/** Runs cases in a thread until they are done, it dies, or it hangs and is ended. */
function oneThread(tally, to, save) {
  return new Promise((resolve) => {
    const shared = new SharedArrayBuffer(16);
    new Int32Array(shared, 0, 1)[0] = -1;
    const workerData = { seed, folder, from: tally.next, to, step: 1, shared };
    const worker = new Worker(new URL("./fuzz/worker.mjs", import.meta.url), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: heap },
    });
    const ended = (failure) => {
      clearInterval(watch);
      const [number] = new Int32Array(shared, 0, 1);
      if (failure !== null)
        add(tally, { number: Math.max(number, tally.next), target: "?", ms: 0, size: 0, heap: 0, rss: 0, failure });
      void worker.terminate().then(resolve);
    };
    let [watched, before] = [-1, 0];
    const watch = setInterval(() => {
      const [number, began] = [Atomics.load(new Int32Array(shared, 0, 1), 0), new Float64Array(shared, 8, 1)[0]];
      const { user, system } = process.cpuUsage();
      const used = (user + system) / 1000;
      if (number !== watched) [watched, before] = [number, used];
      const waited = performance.timeOrigin + performance.now() - began;
      if (number >= 0 && (used - before > longest || waited > longestWait))
        ended(`hangs: no end after ${Math.round(used - before)} ms of work, ${Math.round(waited)} ms in all`);
    }, 250);
    worker.on("message", (message) => {
      if (message.done) return ended(null);
      add(tally, message);
      if (tally.next % 500 === 0) {
        save();
        process.stderr.write(`\r${tally.next} of ${count}, ${tally.failures.length} failures `);
      }
    });
    worker.on("error", (error) => ended(`the thread died: ${error.code ?? ""} ${error.stack ?? error.message}`));
  });
}
