// A story's file as a test sees it: through a connection of its own, and by the command line.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { dist, root } from "../fuzz/places.mjs";

const Database = createRequire(join(root, "packages/hearsay/package.json"))("libsql");
const command = join(root, "packages/hearsay/bin/hearsay.js");
const { contentHash } = await dist("model/index.js");

/** Starts the command line; `ended` gives its status and what it wrote. */
export function hearsay(home, ...args) {
  const child = spawn(process.execPath, [command, ...args], {
    env: { ...process.env, HEARSAY_HOME: home },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (text) => (out += text));
  child.stderr.on("data", (text) => (err += text));
  const ended = new Promise((resolve) => child.on("close", (status, signal) => resolve({ status, signal, out, err })));
  return { child, ended };
}

/** Everything that another process can see: what has been acknowledged. Null while there is no story. */
export function seenIn(path) {
  if (!existsSync(path)) return null;
  const database = new Database(path);
  try {
    database.pragma("busy_timeout = 5000");
    const all = (sql) => database.prepare(sql).raw().all();
    return {
      captures: new Set(all("select hash || ' ' || place from place").map(([row]) => row)),
      derived: new Set(
        all("select stage || ' ' || key || ' ' || version from derived where stage <> 'tell'").map(([row]) => row),
      ),
    };
  } catch (error) {
    // The tables are being made.
    if (/no such table|SQLITE_BUSY/.test(`${error.message} ${error.code}`)) return null;
    throw error;
  } finally {
    database.close();
  }
}

/** What is wrong with a file by itself: its pages, its captures' hashes, halves of anything. */
export function faultsOf(path) {
  const database = new Database(path);
  try {
    const all = (sql) => database.prepare(sql).raw().all();
    const [[pages]] = all("pragma integrity_check");
    const faults = pages === "ok" ? [] : [`integrity: ${pages}`];
    for (const [hash, bytes] of all("select hash, bytes from capture"))
      if (contentHash(new Uint8Array(bytes)) !== hash) faults.push(`capture ${hash} is not its bytes`);
    const orphans = all("select count(*) from place where hash not in (select hash from capture)")[0][0];
    if (orphans > 0) faults.push(`${orphans} places without bytes`);
    const stages = ["read", "annotate", "fingerprint", "extract"].map((stage) =>
      all(`select key from derived where stage = '${stage}' order by key`).join(" "),
    );
    if (new Set(stages).size > 1) faults.push("some stages of an article without the others");
    return faults;
  } finally {
    database.close();
  }
}

/**
 * A hash of everything in a story that does not follow from when it was added, by its kind. What only saves work (what was
 * compared, the index) is left out: of two processes the slower may keep it of fewer articles, and the next takes that up.
 */
export function resultOf(path) {
  const database = new Database(path);
  try {
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
      for (const row of database.prepare(sql).raw().all()) add(kind, row);
    const derived = "select stage, key, version, body, packed from derived where stage not in ('compare', 'index')";
    for (const row of database.prepare(`${derived} order by stage, key`).raw().all()) add(row[0], row);
    return new Map([...hashes].map(([kind, hash]) => [kind, hash.digest("hex")]));
  } finally {
    database.close();
  }
}

/** Holds the write lock of a story until it is called. */
export function lock(path) {
  const database = new Database(path);
  database.exec("begin immediate");
  return () => {
    database.exec("rollback");
    database.close();
  };
}
