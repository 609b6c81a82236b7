// A story as a test sees it: through a connection of its own, and by the command line.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import pg from "pg";
import { dist, root } from "../fuzz/places.mjs";

const Database = createRequire(join(root, "packages/hearsay/package.json"))("libsql");
const command = join(root, "packages/hearsay/bin/hearsay.js");
const { contentHash } = await dist("model/index.js");

/** What every story of a test is called. */
export const storyName = "ferries";

/** Where the command line keeps its stories: a folder, or a database by its address. */
export const isServed = (home) => home.startsWith("postgres:");
const file = (home) => join(home, `${storyName}.hearsay`);

/** Starts the command line; `ended` gives its status and what it wrote. */
export function hearsay(home, ...args) {
  const own = isServed(home) ? { DATABASE_URL: home } : { DATABASE_URL: "", HEARSAY_HOME: home };
  const child = spawn(process.execPath, [command, ...args], {
    env: { ...process.env, ...own },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (text) => (out += text));
  child.stderr.on("data", (text) => (err += text));
  const ended = new Promise((resolve) => child.on("close", (status, signal) => resolve({ status, signal, out, err })));
  return { child, ended };
}

/** Asks a story with a connection of its own; null while there is none, and of a database while it is away. */
export async function asking(home, ask) {
  return isServed(home) ? askServer(home, ask) : askFile(file(home), ask);
}

async function askFile(path, ask) {
  if (!existsSync(path)) return null;
  const database = new Database(path);
  try {
    database.pragma("busy_timeout = 5000");
    return await ask((sql) => database.prepare(sql).raw().iterate());
  } catch (error) {
    // The tables are being made.
    if (/no such table|SQLITE_BUSY/.test(`${error.message} ${error.code}`)) return null;
    throw error;
  } finally {
    database.close();
  }
}

async function askServer(url, ask) {
  const client = new pg.Client(url);
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("set search_path to hearsay");
    return await ask(async (text) => (await client.query({ text, rowMode: "array" })).rows);
  } catch (error) {
    // The tables are being made, or the server starts.
    if (/^(?:42P01|3F000|57P0|08|ECONN)/.test(error.code ?? "") || /terminated/.test(error.message)) return null;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Everything that another process can see: what has been acknowledged. Null while there is no story. */
export function seenIn(home) {
  return asking(home, async (rows) => {
    const all = async (sql) => new Set([...(await rows(sql))].map(([row]) => row));
    return {
      captures: await all("select hash || ' ' || place from place"),
      derived: await all("select stage || ' ' || key || ' ' || version from derived where stage <> 'tell'"),
    };
  });
}

/** What is wrong with a story by itself: a file's pages, its captures' hashes, halves of anything. */
export async function faultsOf(home) {
  const faults = await asking(home, async (rows) => {
    const all = async (sql) => [...(await rows(sql))];
    const [[pages]] = isServed(home) ? [["ok"]] : await all("pragma integrity_check");
    const faults = pages === "ok" ? [] : [`integrity: ${pages}`];
    for (const [hash, bytes] of await rows("select hash, bytes from capture"))
      if (contentHash(new Uint8Array(bytes)) !== hash) faults.push(`capture ${hash} is not its bytes`);
    const [[orphans]] = await all("select count(*) from place where hash not in (select hash from capture)");
    if (Number(orphans) > 0) faults.push(`${orphans} places without bytes`);
    const stages = [];
    for (const stage of ["read", "annotate", "fingerprint", "extract"])
      stages.push((await all(`select key from derived where stage = '${stage}' order by key`)).join(" "));
    if (new Set(stages).size > 1) faults.push("some stages of an article without the others");
    return faults;
  });
  return faults ?? ["the story cannot be asked"];
}

/**
 * A hash of everything in a story that does not follow from when it was added, by its kind. What only saves work (what was
 * compared, the index) is left out: of two processes the slower may keep it of fewer articles, and the next takes that up.
 */
export function resultOf(home) {
  return asking(home, async (rows) => {
    const hashes = new Map();
    const add = (kind, row) => {
      const hash = hashes.get(kind) ?? createHash("sha256");
      for (const cell of row) hash.update(Buffer.from(String(cell?.byteLength ?? 0))).update(Buffer.from(cell ?? "\0"));
      hashes.set(kind, hash);
    };
    for (const [kind, sql] of [
      ["capture", "select hash, bytes from capture order by hash"],
      ["place", "select hash, place, hints from place order by hash, place"],
      ["note", "select file, cast(number as text), body from note order by file, number"],
    ])
      for (const row of await rows(sql)) add(kind, row);
    const derived = "select stage, key, version, body, packed from derived where stage not in ('compare', 'index')";
    for (const row of await rows(`${derived} order by stage, key`)) add(row[0], row);
    return new Map([...hashes].map(([kind, hash]) => [kind, hash.digest("hex")]));
  });
}

/** Holds the write lock of a story's file until it is called. */
export function lock(home) {
  const database = new Database(file(home));
  database.exec("begin immediate");
  return () => {
    database.exec("rollback");
    database.close();
  };
}
