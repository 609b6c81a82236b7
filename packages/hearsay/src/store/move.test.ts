import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { StoryStore } from "../engine/ports.js";
import { contentHash, type HearsayError } from "../model/index.js";
import { moveStory, openStory, storyExists, storyPath } from "./index.js";
import { postgresPrograms, startPostgres, type TestServer } from "./testing/postgres.js";

const now = "2026-03-01T08:00:00Z";
const codeOf = (error: HearsayError) => error.code;
const captureOf = (text: string, place: string) => {
  const bytes = Buffer.from(text);
  return { hash: contentHash(bytes), place, retrieved: now, bytes };
};

/** Everything the port says of a story. */
async function allOf(store: StoryStore) {
  const captures = await store.captures();
  const bytes = await Promise.all(captures.map(({ hash }) => store.bytes(hash)));
  const last = await Promise.all(captures.map(({ places }) => store.lastFound(places[0]!.place)));
  const stages = ["read", "annotate", "list"];
  const derived = await Promise.all(
    stages.map(async (s) => [[...(await store.derived(s))], [...(await store.versions(s))]]),
  );
  return { captures, bytes, last, derived, notes: await store.notes(), judgements: await store.judgements() };
}

async function fill(path: string): Promise<void> {
  const store = await openStory(path, { create: true });
  const long = `https://example.org/${"x".repeat(900)}`;
  const many = Array.from({ length: 150 }, (_, i) => captureOf(`text ${i} 😀`, `place ${i}`));
  const validators = { url: long, etag: '"1"', modified: null };
  await store.keep([
    ...many,
    captureOf("", "empty"),
    { ...captureOf("long", long), validators, hints: { charset: "x" } },
  ]);
  await store.derive(many.map(({ hash }) => ({ stage: "read", key: hash, version: "1", body: `{"n":"${hash}"}` })));
  await store.derive([{ stage: "annotate", key: many[0]!.hash, version: "2", body: "{}", bulky: true }]);
  await store.derive([{ stage: "list", key: long, version: "half \ud83d", body: "[]" }]);
  const message = "It is not there.";
  const missing = { severity: "error", code: "source.missing", message, stage: "source", file: long } as const;
  await store.note([{ file: long, diagnostics: [missing, missing] }]);
  const judged = { kind: "note", subjects: ["claim-1"], value: null, who: "Ada", when: now, why: "" } as const;
  for (const id of ["judgement-2", "judgement-1"]) await store.judge({ id, ...judged });
  await store.close();
}

async function contentOf(path: string) {
  const store = await openStory(path);
  const all = await allOf(store);
  await store.close();
  return all;
}

/** What is in a folder; the driver leaves empty logs. */
const stories = (of: string) =>
  readdirSync(of)
    .filter((name) => !/-(?:wal|shm)$/.test(name))
    .sort();
let folder: string;
const file = (name: string) => join(folder, `${name}.hearsay`);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-move-"));
  return () => rmSync(folder, { recursive: true });
});

describe("a story that is moved to a file", () => {
  it("is the same there, and stays where it was", async () => {
    await fill(file("a"));
    const found = await moveStory(file("a"), file("deep/b"));
    expect(found).toMatchObject({ capture: { count: 152 }, judgement: { count: 2 }, note: { count: 2 } });
    expect(await contentOf(file("deep/b"))).toEqual(await contentOf(file("a")));
    expect(stories(join(folder, "deep"))).toEqual(["b.hearsay"]);
  });

  it("is whole while others add to it, and what they add stays with the original", async () => {
    await fill(file("a"));
    const store = await openStory(file("a"));
    const moved = moveStory(file("a"), file("b"));
    for (let i = 0; i < 30; i++) await store.keep([captureOf(`more ${i}`, `more ${i}`)]);
    await moved;
    expect(await store.captures()).toHaveLength(182);
    const count = (await contentOf(file("b"))).captures.length;
    expect(count).toBeGreaterThanOrEqual(152);
    expect(count).toBeLessThanOrEqual(182);
    await store.close();
  });

  it("is removed where it was when that is asked for: who still has it open is told so", async () => {
    await fill(file("a"));
    const all = await contentOf(file("a"));
    const store = await openStory(file("a"));
    await moveStory(file("a"), file("b"), { remove: true });
    expect(existsSync(file("a"))).toBe(false);
    expect(await store.keep([captureOf("late", "late")]).catch(codeOf)).toBe("store.missing");
    expect(await contentOf(file("b"))).toEqual(all);
    await store.close();
  });

  it("replaces another only when that is asked for, only a story, and none that is in use", async () => {
    await fill(file("other"));
    // A file that this process has not opened: the driver lets go of one only when its memory is collected.
    copyFileSync(file("other"), file("b"));
    await fill(file("a"));
    await (await openStory(file("a"))).keep([captureOf("more", "more")]);
    expect(await moveStory(file("a"), file("b")).catch(codeOf)).toBe("story.exists");
    expect(await moveStory(file("a"), file("a"), { replace: true }).catch(codeOf)).toBe("story.exists");
    await moveStory(file("a"), file("b"), { replace: true });
    expect(await contentOf(file("b"))).toEqual(await contentOf(file("a")));
    const open = await openStory(file("b"));
    expect(await moveStory(file("other"), file("b"), { replace: true }).catch(codeOf)).toBe("store.busy");
    await open.close();
    writeFileSync(file("diary"), "Dear diary, ".repeat(200));
    expect(await moveStory(file("a"), file("diary"), { replace: true }).catch(codeOf)).toBe("store.not-a-story");
    expect(await moveStory(file("nothing"), file("c")).catch(codeOf)).toBe("store.missing");
    expect(stories(folder)).toEqual(["a.hearsay", "b.hearsay", "diary.hearsay", "other.hearsay"]);
  });

  it("that is damaged is not taken for whole, and not removed", async () => {
    await fill(file("a"));
    const database = new Database(file("a"));
    database.exec("update capture set bytes = x'00' where size = 4");
    database.close();
    expect(await moveStory(file("a"), file("b"), { remove: true }).catch(codeOf)).toBe("move.differs");
    expect((await contentOf(file("a"))).captures).toHaveLength(152);
    expect(stories(folder)).toEqual(["a.hearsay"]);
  });
});

describe.skipIf(postgresPrograms === null)("a story that is moved to a database", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop());

  it("is the same there, and when it comes back", async () => {
    await fill(file("a"));
    const all = await contentOf(file("a"));
    const there = storyPath("a", server.url());
    await moveStory(file("a"), there, { remove: true });
    expect(await contentOf(there)).toEqual(all);
    expect(await moveStory(there, there).catch(codeOf)).toBe("story.exists");
    const other = storyPath("b", server.url());
    await moveStory(there, other);
    expect(await moveStory(there, other).catch(codeOf)).toBe("story.exists");
    await moveStory(there, other, { replace: true });
    await moveStory(other, file("back"), { remove: true });
    expect(await contentOf(file("back"))).toEqual(all);
    expect([await storyExists(other), await storyExists(there)]).toEqual([false, true]);
  });
});
