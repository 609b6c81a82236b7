import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contentHash, type HearsayError } from "../model/index.js";
import { openStory } from "./index.js";
import { openFile } from "./open.js";
import { SqlStore } from "./sql.js";
import { fileBase } from "./sqlite.js";
import { storeSuite } from "./testing/suite.js";

let folder: string;
const path = () => join(folder, "dune.hearsay");

storeSuite("SQLite", {
  async fresh() {
    folder = mkdtempSync(join(tmpdir(), "hearsay-store-"));
    return openStory(path(), { create: true });
  },
  again: () => openStory(path()),
  async remove() {
    rmSync(folder, { recursive: true });
  },
});

describe("a story file", () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "hearsay-store-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const codeOf = (error: HearsayError) => error.code;

  it("is named by its file and made with its folder", async () => {
    const store = await openStory(join(folder, "deep/er/dune.hearsay"), { create: true });
    expect(store.name).toBe("dune");
    await store.close();
  });

  it("holds judgements and no audit: that is kept beside it", async () => {
    const store = await openStory(path(), { create: true });
    const made = { id: "judgement-1", kind: "note", subjects: ["claim-1"], value: "x", why: null } as const;
    const [who, when] = ["Ada", "2026-03-01T09:00:00Z"];
    const deed = {
      who,
      when,
      from: "command",
      action: "judge",
      story: "dune",
      subject: made.id,
      detail: null,
    } as const;
    expect(await store.judge({ ...made, who, when }, deed)).toBe(false);
    expect(await store.judgements()).toHaveLength(1);
    await store.close();
  });

  it("is not made by looking at it", async () => {
    expect(await openStory(path()).catch(codeOf)).toBe("store.missing");
    expect(readdirSync(folder)).toEqual([]);
  });

  it("can be copied as one file once closed", async () => {
    const store = await openStory(path(), { create: true });
    const bytes = new TextEncoder().encode("words");
    await store.keep([{ hash: contentHash(bytes), place: "a.txt", retrieved: "2026-03-01", bytes }]);
    await store.close();
    const elsewhere = join(folder, "mailed.hearsay");
    copyFileSync(path(), elsewhere);
    const copy = new Database(elsewhere);
    expect(copy.prepare("select place from place").all()).toEqual([{ place: "a.txt" }]);
    copy.close();
  });

  it("is told from other files and from other databases", async () => {
    writeFileSync(path(), "Dear diary, ".repeat(200));
    expect(await openStory(path()).catch(codeOf)).toBe("store.not-a-story");
    const other = join(folder, "other.hearsay");
    const database = new Database(other);
    database.exec("create table cats (name text)");
    database.close();
    expect(await openStory(other).catch(codeOf)).toBe("store.not-a-story");
    expect(await openStory(other, { create: true }).catch(codeOf)).toBe("store.not-a-story");
  });

  it("says in coded words that nobody can be at work on what cannot be written", async () => {
    const opened = await openFile(path(), true);
    const base = fileBase(path(), opened);
    opened.handle.pragma("query_only = 1");
    expect(await base.working(async () => 1).catch(codeOf)).toBe("store.read-only");
    opened.handle.pragma("query_only = 0");
    const other = new Database(path());
    other.exec("begin immediate");
    opened.handle.pragma("busy_timeout = 10");
    expect(await base.working(async () => 1).catch(codeOf)).toBe("store.busy");
    other.exec("rollback");
    other.close();
    expect(await base.working(async () => 1)).toBe(1);
    await base.close();
  });

  it("keeps what it has when the disk is full, says so, and goes on when there is room", async () => {
    const opened = await openFile(path(), true);
    const store = new SqlStore("dune", fileBase(path(), opened));
    const capture = (n: number) => {
      const bytes = Buffer.alloc(50_000, n);
      return { hash: contentHash(bytes), place: `${n}.txt`, retrieved: "2026-03-01", bytes };
    };
    await store.keep([capture(0)]);
    const [{ page_count: pages }] = opened.handle.pragma("page_count") as [{ page_count: number }];
    opened.handle.pragma(`max_page_count = ${pages + 5}`);
    expect(await store.keep([capture(1), capture(2)]).catch(codeOf)).toBe("store.full");
    expect(await store.captures()).toHaveLength(1);
    opened.handle.pragma("max_page_count = 1000000");
    await store.keep([capture(1), capture(2)]);
    expect(await store.captures()).toHaveLength(3);
    await store.close();
  });

  it("of a newer Hearsay is refused, not damaged", async () => {
    await (await openStory(path(), { create: true })).close();
    const database = new Database(path());
    database.pragma("user_version = 999");
    database.close();
    expect(await openStory(path()).catch(codeOf)).toBe("store.newer");
  });
});
