// What every eval needs: reading shared corpora, running a stage filter, running a scorer.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

export const root = fileURLToPath(new URL("..", import.meta.url));
/** Corpora that may not be published stand beside the project, not in it. */
export const shared = process.env.HEARSAY_SHARED ?? join(root, "../shared");
export const work = mkdtempSync(join(tmpdir(), "hearsay-eval-"));
const command = join(root, "packages/hearsay/bin/hearsay.js");

export const corpus = (path) => join(shared, "evals", path);
export const has = (...paths) => paths.every((path) => existsSync(path));

export function readLines(path) {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

export function writeLines(name, records) {
  const path = join(work, name);
  writeFileSync(path, records.map((record) => `${JSON.stringify(record)}\n`).join(""));
  return path;
}

/** Runs `hearsay stage NAME` over text and writes what it prints to a file, whose path it gives. */
export function filter(stage, input, name) {
  return new Promise((resolve, reject) => {
    const output = join(work, name);
    const child = spawn(process.execPath, [command, "stage", stage], { stdio: ["pipe", "pipe", "inherit"] });
    const chunks = [];
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.on("error", reject);
    child.on("close", (status) => {
      writeFileSync(output, Buffer.concat(chunks));
      if (status === 0 || status === 1) resolve(output);
      else reject(new Error(`hearsay stage ${stage} ended with ${status}`));
    });
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

export const filterRecords = (stage, records, name) =>
  filter(stage, records.map((record) => `${JSON.stringify(record)}\n`).join(""), name);

/** Runs a scorer and gives what it printed. */
export function score(script, ...args) {
  const result = spawnSync(process.execPath, [script, ...args], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (result.status !== 0) throw new Error(`${script} ended with ${result.status}: ${result.stderr.slice(-400)}`);
  return result.stdout;
}

/** The number that follows the words of `pattern` in a scorer's output. */
export function number(output, pattern) {
  const found = output.match(pattern);
  if (!found) throw new Error(`The scorer did not print ${pattern}`);
  return Number(found[1]);
}

/** Every `step`-th of a list: a sample that is the same on every run. */
export const sample = (list, step) => (step <= 1 ? list : list.filter((_, i) => i % step === 0));

export const percent = (share) => Number((100 * share).toFixed(1));
