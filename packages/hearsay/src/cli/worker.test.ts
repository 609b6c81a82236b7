import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { revisionOf } from "../engine/index.js";
import { openDatabase } from "../store/database.js";
import { openStory, openWork, queued, storyPath } from "../store/index.js";
import { postgresPrograms, startPostgres, type TestServer, whyNot } from "../store/testing/postgres.js";
import { runIn } from "./testing/run.js";

const articles = fileURLToPath(new URL("../../../../stories/cable/articles", import.meta.url));
const program = fileURLToPath(new URL("../../bin/hearsay.js", import.meta.url));
const now = "2026-03-20T08:00:00Z";
/** Articles that share some of their sentences, each with something of its own. */
const sentences = [
  "A crane fell onto the quay at Fort Alder on Monday night and killed 4 dockers, the port authority said.",
  "The crane, built in 1987, had been inspected in March, said harbour master Ilka Brandes.",
  "Work at all 6 berths has stopped until Thursday, and 3 ferries were sent on to Lower Sallow.",
  "The dockers' union called a strike for Friday and demanded that the 11 other cranes be closed at once.",
  "Rosa Quint, whose brother drove the crane, said that he had told her the brakes were bad.",
  "The transport ministry sent two inspectors from Carrow, who will question the makers, Westmark Hoists.",
];
const crane = (n: number): string =>
  [...sentences.filter((_, i) => (n >> i) % 2 === 0), `Reader ${n} of Dalby wrote ${n + 20} letters about it.`].join(
    "\n\n",
  );

/** A database whose tables are divided by story. */
async function divided(server: TestServer): Promise<string> {
  const client = new pg.Client(server.url());
  await client.connect();
  await client.query("create database divided");
  await client.end();
  return server.url("divided");
}

if (postgresPrograms === null) console.warn(`PostgreSQL: ${whyNot}`);

describe.skipIf(postgresPrograms === null)("workers", () => {
  let home: string;
  let server: TestServer;
  const here = (...args: string[]) => runIn(home, now, args);
  const there = (...args: string[]) => runIn(home, now, args, "", { DATABASE_URL: server.url() });
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), "hearsay-worker-"));
    server = await startPostgres();
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    rmSync(home, { recursive: true });
  });
  /** A worker in a process of its own, from the build. */
  const start = (args: readonly string[] = ["worker"], url = server.url()) => {
    const env = { ...process.env, DATABASE_URL: url };
    const child = spawn(process.execPath, [program, ...args], {
      env,
      stdio: ["ignore", "ignore", "inherit"],
    });
    return { child, ended: once(child, "exit") };
  };
  const readSoFar = async (story: string) => {
    const store = await openStory(storyPath(story, server.url()));
    const read = await store.versions("extract");
    await store.close();
    return read.size;
  };

  it("read what was left to them, one of them killed over it, and the report is that of a file", async () => {
    const left = await there("add", "--queue", "-s", "cable", articles);
    expect([left.err, left.out]).toEqual([
      "",
      expect.stringMatching(/ 13 left to workers\. Story: cable at postgres:/),
    ]);
    expect(await readSoFar("cable")).toBe(0);
    const killed = start();
    while ((await readSoFar("cable")) === 0) await sleep(20);
    killed.child.kill("SIGKILL");
    await killed.ended;
    expect(await readSoFar("cable")).toBeLessThan(13);
    const others = [start(["worker", "--once"]), start()];
    const queue = await openWork(server.url(), false);
    const reported = async () => {
      const store = await openStory(storyPath("cable", server.url()));
      const told = (await revisionOf(store)) !== null;
      await store.close();
      return told;
    };
    while (!(await reported())) await sleep(100);
    expect(await readSoFar("cable")).toBe(13);
    await queue.close();
    for (const { child } of others) child.kill("SIGTERM");
    await Promise.all(others.map(({ ended }) => ended));
    await here("add", "-s", "cable", articles);
    const [file, database] = await Promise.all([here, there].map((run) => run("report", "-s", "cable", "-f", "json")));
    expect(database?.out).toBe(file?.out);
  }, 180_000);

  it("compare pairs of articles in parts, one of them killed over it, in tables divided by story", async () => {
    const url = await divided(server);
    const held = await openDatabase(url, 4);
    const folder = join(home, "cranes");
    mkdirSync(folder);
    for (let n = 0; n < 84; n++) writeFileSync(join(folder, `${n}.txt`), crane(n));
    const inIt = (...args: string[]) => runIn(home, now, args, "", { DATABASE_URL: url });
    await inIt("add", "--queue", "-s", "cranes", folder);
    const store = await openStory(storyPath("cranes", url));
    const count = async (stage: string) => (await store.versions(stage)).size;
    const killed = start(["worker"], url);
    // Looked at without a pause: comparing takes half a second.
    while ((await count("compare")) === 0);
    killed.child.kill("SIGKILL");
    await killed.ended;
    expect(await count("tell")).toBe(0);
    const others = [start(["worker"], url), start(["worker"], url)];
    while ((await count("tell")) === 0) await sleep(100);
    for (const { child } of others) child.kill("SIGTERM");
    await Promise.all(others.map(({ ended }) => ended));
    await here("add", "-s", "cranes", folder);
    const [file, database] = await Promise.all([here, inIt].map((run) => run("report", "-s", "cranes", "-f", "json")));
    expect(JSON.parse(database!.out).articles).toHaveLength(84);
    expect(database?.out).toBe(file?.out);
    await store.close();
    await held.release();
  }, 240_000);

  it("need a database, and what waits is there once", async () => {
    expect((await here("worker", "--once")).status).toBe(2);
    expect((await here("add", "--queue", articles)).status).toBe(2);
    expect((await there("add", "--queue", "-s", join(home, "x.hearsay"), articles)).status).toBe(2);
    const queue = await openWork(server.url(), false);
    const before = await queue.size();
    for (let i = 0; i < 3; i++) {
      await queue.leaveArticles("gone", [{ hash: "h", version: "1" }]);
      await queue.leaveStory("gone");
    }
    expect((await queue.size()) - before).toBe(2);
    const { kinds, stories } = (await queued(server.url()))!;
    expect(kinds.map(({ kind }) => kind)).toEqual(["article", "compare", "story"]);
    expect(stories.find(({ story }) => story === "gone")).toMatchObject({ waiting: 2, running: 0, failed: 0 });
    expect(await queued(home)).toBeNull();
    expect(await queue.alone("gone", () => queue.alone("gone", async () => 1))).toBe(null);
    // Who may see one story alone is told of it, however many others have more to do.
    for (let i = 0; i < 101; i++)
      await queue.leaveArticles(
        `busy-${i}`,
        ["a", "b", "c"].map((hash) => ({ hash, version: "1" })),
      );
    const listed = async (seen?: (story: string) => boolean) =>
      (await queued(server.url(), seen))!.stories.map(({ story }) => story);
    expect(await listed()).not.toContain("gone");
    expect(await listed((story) => story === "gone")).toEqual(["gone"]);
    for (let some = await queue.take(500); some.length > 0; some = await queue.take(500)) await queue.done(some);
    await queue.leaveArticles("gone", [{ hash: "h", version: "1" }]);
    await queue.leaveStory("gone");
    await queue.close();
  }, 60_000);

  it("try again what failed, and have nothing to do for a story that has been removed", async () => {
    const queue = await openWork(server.url(), false);
    const [task] = await queue.take(8);
    expect(task).toMatchObject({ kind: "article", story: "gone", hash: "h" });
    await queue.failed([task!], new Error("not this time"));
    expect(await queue.size()).toBeGreaterThan(0);
    expect((await there("worker", "--once")).status).toBe(0);
    expect(await queue.size()).toBe(0);
    await queue.close();
  });
});
