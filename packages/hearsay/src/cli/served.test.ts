import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postgresPrograms, startPostgres, type TestServer, whyNot } from "../store/testing/postgres.js";
import { runIn } from "./testing/run.js";

const articles = fileURLToPath(new URL("../../../../stories/cable/articles", import.meta.url));
const now = "2026-03-20T08:00:00Z";
if (postgresPrograms === null) console.warn(`PostgreSQL: ${whyNot}`);

describe.skipIf(postgresPrograms === null)("the command line with DATABASE_URL", () => {
  let home: string;
  let server: TestServer;
  const here = (...args: string[]) => runIn(home, now, args);
  const there = (...args: string[]) => runIn(home, now, args, "", { DATABASE_URL: server.url() });
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), "hearsay-served-"));
    server = await startPostgres();
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    rmSync(home, { recursive: true });
  });

  it("makes the same report of the sample story as from a file, byte for byte", async () => {
    const added = await there("add", "-s", "sample", articles);
    expect(added.err).toBe("");
    expect(added.out).toContain("Story: sample at postgres://127.0.0.1:");
    expect(added.out).not.toContain("secret");
    expect(readdirSync(home)).toEqual([]);
    await here("add", "-s", "sample", articles);
    const [file, database] = await Promise.all([here, there].map((run) => run("report", "-s", "sample", "-f", "json")));
    expect(file?.out.length).toBeGreaterThan(10_000);
    expect(database?.out).toBe(file?.out);
  }, 120_000);

  it("lists, judges and rebuilds there; what ends in .hearsay is a file all the same", async () => {
    expect(JSON.parse((await there("stories", "-f", "json")).out)).toMatchObject([{ name: "sample" }]);
    expect((await there("judge", "note", "story", "asked", "-s", "sample")).status).toBe(2);
    const claim = (JSON.parse((await there("claims", "-s", "sample", "-f", "json")).out) as { id: string }[])[0]!.id;
    expect((await there("judge", "note", claim, "asked", "-s", "sample")).status).toBe(0);
    expect((await there("judgements", "-s", "sample")).out).toContain("asked");
    expect((await here("judgements", "-s", "sample")).out).not.toContain("asked");
    expect((await there("judgements", "-s", join(home, "sample.hearsay"))).out).not.toContain("asked");
    const other = join(home, "other.hearsay");
    const moved = await there("move", "sample", "--to", other);
    expect([moved.err, moved.out]).toEqual(["", expect.stringMatching(/^\d+ files and 1 judgement, compared/)]);
    expect((await here("report", "-s", "other", "-f", "json")).out).toContain("asked");
    expect((await there("backup", "--all", join(home, "all"))).out).toContain("sample.hearsay");
    expect((await there("restore", join(home, "all/sample.hearsay"))).status).toBe(2);
    expect((await there("restore", "--as", "again", join(home, "all/sample.hearsay"))).status).toBe(0);
    expect((await there("judgements", "-s", "again")).out).toContain("asked");
    expect((await there("move", "again", "--to", server.url(), "--as", "gone", "--remove")).status).toBe(0);
    const unknown = await there("report", "-s", "nope");
    expect([unknown.status, unknown.err]).toEqual([2, expect.stringContaining("Stories here: gone, sample.")]);
    expect(unknown.err).not.toContain("secret");
  }, 120_000);
});
