import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStory, storyPath } from "../store/index.js";
import { postgresPrograms, startPostgres, type TestServer, whyNot } from "../store/testing/postgres.js";
import { runIn } from "./testing/run.js";

const articles = fileURLToPath(new URL("../../../../stories/cable/articles", import.meta.url));
const program = fileURLToPath(new URL("../../bin/hearsay.js", import.meta.url));
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

  /** What both say to the same, from the file and from the database; where each of them keeps its story aside. */
  const bothSay = async (...args: string[]) => {
    const [file, database] = [await here(...args), await there(...args)];
    const shown = ({ status, out, err }: typeof file) => ({ status, out: out.replace(/ Story: .*/g, ""), err });
    expect(shown(database), args.join(" ")).toEqual(shown(file));
    expect(file.status, args.join(" ")).toBe(0);
    return file.out;
  };
  const words = "The minister of energy said on Monday that 40 ships had crossed the cable. Nobody was hurt, he said.";

  it("answers every command as from a file: tables, formats, judgements, a story made anew, a look of watch", async () => {
    const tables = "articles claims statements events commitments timeline lineage actors causes positions figures";
    const all = async () => {
      for (const table of tables.split(" ")) await bothSay(table, "-s", "sample", "-f", "json");
      for (const format of ["md", "html", "json"]) await bothSay("report", "-s", "sample", "-f", format);
      await bothSay("judgements", "-s", "sample");
    };
    await all();
    const [one, other] = JSON.parse(await bothSay("claims", "-s", "sample", "-f", "json")) as { id: string }[];
    await bothSay("judge", "reject", one!.id, "-s", "sample", "--who", "Ada");
    await bothSay("judge", "note", other!.id, "ask again", "-s", "sample", "--who", "Ada");
    await all();
    const judged = await bothSay("report", "-s", "sample", "-f", "json");
    await bothSay("rebuild", "-s", "sample");
    expect(await bothSay("report", "-s", "sample", "-f", "json")).toBe(judged);
    const inbox = join(home, "inbox");
    mkdirSync(inbox);
    for (const number of [1, 2]) {
      writeFileSync(join(inbox, `${number}.txt`), `Ships over the cable ${number}\n\n${words} Part ${number}.`);
      for (const [run, own] of [
        [here, "file"],
        [there, "database"],
      ] as const) {
        // What was told is kept on this machine by the story's name: a folder for each.
        const looked = await run("watch", "--once", inbox, "-s", "sample", "--atom", join(home, `${own}.xml`));
        expect([looked.status, looked.err]).toEqual([0, expect.stringContaining("1 ")]);
        rmSync(join(home, "sample.told.json"), { force: true });
      }
      await all();
    }
  }, 300_000);

  it("answers assistants as from a file", async () => {
    const asked = async (env: Record<string, string>) => {
      const client = new Client({ name: "test", version: "1" });
      const from = { HEARSAY_HOME: home, PATH: process.env.PATH ?? "", ...env };
      const args = [program, "mcp", "-s", "sample"];
      await client.connect(new StdioClientTransport({ command: process.execPath, args, env: from, stderr: "inherit" }));
      const answers = [];
      for (const name of ["story", "claims", "lineage"]) answers.push(await client.callTool({ name, arguments: {} }));
      await client.close();
      return answers;
    };
    const answers = await asked({});
    expect(answers.map(({ isError = false }) => isError)).toEqual([false, false, false]);
    expect(await asked({ DATABASE_URL: server.url() })).toEqual(answers);
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
    expect([moved.err, moved.out]).toEqual(["", expect.stringMatching(/^\d+ files and 3 judgements, compared/)]);
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

  it("goes on from what was moved, by the index kept and what was compared and counted", async () => {
    const stages = ["index", "compare", "trace", "weigh", "tell", "fingerprint"];
    const kept = async (path: string) => {
      const store = await openStory(path);
      const all = await Promise.all(stages.map(async (stage) => [...(await store.derived(stage))]));
      await store.close();
      expect(all.map((records) => records.length > 0)).toEqual(stages.map(() => true));
      return all;
    };
    const file = join(home, "sample.hearsay");
    expect((await here("move", file, "--to", server.url(), "--as", "moved")).status).toBe(0);
    const path = storyPath("moved", server.url());
    expect(await kept(path)).toEqual(await kept(file));
    const backup = join(home, "moved.hearsay");
    expect((await there("backup", "-s", "moved", backup)).status).toBe(0);
    const more = join(home, "more.txt");
    writeFileSync(more, `More ships\n\n${words} It was the third time, officials in Kelsund said.`);
    await bothSay("add", "-s", "moved", more);
    expect(await kept(path)).toEqual(await kept(backup));
    await bothSay("report", "-s", "moved", "-f", "json");
  }, 120_000);
});
