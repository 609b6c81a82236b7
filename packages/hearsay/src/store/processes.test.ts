import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import Database from "libsql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contentHash } from "../model/index.js";
import { openStory } from "./index.js";

/** Keeps captures and their records one by one and prints the place of each once it is kept: run from the build. */
const writer = `
  import { openStory } from ${JSON.stringify(fileURLToPath(new URL("../../dist/store/index.js", import.meta.url)))};
  import { contentHash } from ${JSON.stringify(fileURLToPath(new URL("../../dist/model/index.js", import.meta.url)))};
  const [path, who, count] = process.argv.slice(1);
  const store = await openStory(path, { create: true });
  await store.working(async () => {
    for (let n = 0; n < Number(count); n++) {
      const bytes = Buffer.from(who + " wrote " + n + " " + "x".repeat(5000));
      const hash = contentHash(bytes);
      await store.keep([{ hash, place: who + n, retrieved: "2026-03-01", bytes }]);
      await store.derive(["read", "extract"].map((stage) => ({ stage, key: hash, version: "1", body: "{}" })));
      process.stdout.write(who + n + "\\n");
    }
  });
  await store.close();
`;

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-processes-"));
  path = join(folder, "shared.hearsay");
});
afterEach(() => rmSync(folder, { recursive: true }));

function start(who: string, count: number): { child: ChildProcess; lines: string[]; ended: Promise<unknown> } {
  const child = spawn(process.execPath, ["--input-type=module", "-e", writer, path, who, String(count)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines: string[] = [];
  createInterface({ input: child.stdout! }).on("line", (line) => lines.push(line));
  return { child, lines, ended: once(child, "close") };
}

const integrity = () => {
  const database = new Database(path);
  const result = database.prepare("pragma integrity_check").all();
  database.close();
  return result;
};

describe("two processes at one story", () => {
  it("both add, from an empty file on, while this one reads: nothing is lost", async () => {
    const [one, two] = [start("ada", 60), start("bob", 60)];
    const store = await openStory(path, { create: true });
    let seen = 0;
    let ended = false;
    const done = Promise.all([one.ended, two.ended]).then(() => {
      ended = true;
    });
    let othersSeen = false;
    while (!ended) {
      const count = (await store.captures()).length;
      expect(count).toBeGreaterThanOrEqual(seen);
      seen = count;
      othersSeen ||= await store.othersWorking();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await done;
    expect([one.child.exitCode, two.child.exitCode]).toEqual([0, 0]);
    expect(othersSeen).toBe(true);
    expect(await store.othersWorking()).toBe(false);
    expect(await store.captures()).toHaveLength(120);
    expect((await store.versions("extract")).size).toBe(120);
    await store.close();
    expect(integrity()).toEqual([{ integrity_check: "ok" }]);
  });

  it("one is killed while adding: everything it acknowledged is there, and no half of anything", async () => {
    const { child, lines, ended } = start("eve", 100_000);
    while (lines.length < 40) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill("SIGKILL");
    await ended;
    const store = await openStory(path);
    expect(await store.othersWorking()).toBe(false);
    const captures = await store.captures();
    const places = new Set(captures.flatMap(({ places }) => places.map(({ place }) => place)));
    expect(lines.filter((line) => !places.has(line))).toEqual([]);
    for (const { hash } of captures) expect(contentHash((await store.bytes(hash))!)).toBe(hash);
    expect([...(await store.versions("read")).keys()]).toEqual([...(await store.versions("extract")).keys()]);
    await store.close();
    expect(integrity()).toEqual([{ integrity_check: "ok" }]);
  });
});
