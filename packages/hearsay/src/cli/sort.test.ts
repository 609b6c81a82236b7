import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openStory, streamPath } from "../store/index.js";
import { postgresPrograms, startPostgres, type TestServer, whyNot } from "../store/testing/postgres.js";
import { runIn } from "./testing/run.js";

const program = fileURLToPath(new URL("../../bin/hearsay.js", import.meta.url));
const now = "2031-03-20T08:00:00Z";
const news = [
  (n: number) =>
    `Brannoc Weir bursts\n\nBrannoc Weir burst on Tuesday and the Lower Sallow flooded ${300 + n} homes in Port Ellery, mayor Ines Tolland said.\n`,
  (n: number) =>
    `Tram drivers to stop work\n\nTram drivers in Carrow will stop work over night shifts, their union leader Piotr Vasey announced in letter ${n}.\n`,
  (n: number) =>
    `Fenmoor loses its mirror\n\nFenmoor's observatory lost its mirror to a fire; astronomer Lea Quist counted ${n + 40} broken segments.\n`,
];
let [home, inbox] = ["", ""];
const bring = (count: number, from = 0) => {
  for (let i = from; i < from + count; i++)
    writeFileSync(join(inbox, `${String(i).padStart(3, "0")}.txt`), news[i % 3]!(2 + Math.floor(i / 3)));
};
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "hearsay-sort-cli-"));
  inbox = join(home, "in");
  mkdirSync(inbox);
});
afterEach(() => rmSync(home, { recursive: true }));
const run = (...args: string[]) => runIn(home, now, args);

describe("hearsay sort", () => {
  it("files articles, tells what went where, and knows them again", async () => {
    bring(9);
    const first = await run("sort", inbox);
    expect([first.status, first.err]).toEqual([0, ""]);
    expect(first.out.split("\n")).toEqual([
      "3 articles → brannoc-weir-bursts (new)",
      "3 articles → fenmoor-loses-mirror (new)",
      "3 articles → tram-drivers-stop-work (new)",
      "9 added.",
      "",
    ]);
    expect((await run("sort", inbox)).out).toBe("0 added, 9 already there.\n");
    bring(1, 9);
    expect((await run("sort", inbox)).out).toBe("1 article → brannoc-weir-bursts\n1 added, 9 already there.\n");
    expect((await run("report", "-s", "brannoc-weir-bursts")).out).toContain("4 articles");
    expect((await run("stories")).out).not.toContain("inbox");
  }, 60_000);

  it("takes an analyst's word, and takes it back", async () => {
    bring(6);
    await run("sort", inbox);
    const moved = await run("sort", "--into", "floods", "--who", "ada", "000.txt");
    expect(moved.out).toMatch(/^Recorded as (judgement-[0-9a-f]{12}): ada puts a-[0-9a-f]{12} into floods\n/);
    expect(moved.out).toContain("brannoc-weir-bursts split: 1 article → floods (new)");
    const id = /judgement-[0-9a-f]{12}/.exec(moved.out)![0];
    expect((await run("sort", "--undo", id)).out).toContain("floods merged into brannoc-weir-bursts: 1 article");
    expect((await run("sort", "--undo", "000.txt")).err).toContain("Nobody has put");
    await run("sort", "--into", "floods", "--who", "bea", "000.txt");
    expect((await run("sort", "--undo", "000.txt")).out).toContain("floods merged into brannoc-weir-bursts: 1 article");
  }, 60_000);

  it("takes an analyst where there are accounts, whose word it is, and the audit says what went where", async () => {
    const password = "three words in a row\n";
    const tokens: Record<string, string> = {};
    for (const [name, role] of Object.entries({ Ada: "admin", Bea: "analyst", Cleo: "reader" })) {
      await runIn(home, now, ["account", "add", name, "--role", role], password);
      tokens[name] = (await run("account", "token", name)).out.trim();
    }
    const as = (who: string, ...args: string[]) => runIn(home, now, args, "", { HEARSAY_TOKEN: tokens[who] ?? "" });
    bring(6);
    for (const args of [
      ["sort", inbox],
      ["sort", "--into", "floods", "000.txt"],
      ["watch", "--sort", "--once", inbox],
    ])
      expect(await as("Cleo", ...args)).toMatchObject({ status: 1, err: expect.stringContaining("may not change") });
    expect((await run("stories")).out).not.toContain("brannoc");
    expect((await as("Bea", "sort", inbox)).status).toBe(0);
    await run("account", "restrict", "floods");
    expect((await as("Bea", "sort", "--into", "floods", "000.txt")).err).toContain("may not change");
    expect((await run("sort", "--into", "floods", "000.txt")).err).toContain("a judgement is somebody's");
    const placed = await as("Ada", "sort", "--into", "floods", "--who", "Bea", "000.txt");
    expect(placed.out).toContain("Ada puts");
    const id = /judgement-[0-9a-f]{12}/.exec(placed.out)![0];
    expect((await as("Bea", "sort", "--undo", id)).err).toContain("may not change");
    // The story that it came from is everybody's, and says nothing of one that is not.
    expect((await run("judgements", "-s", "brannoc-weir-bursts")).out).not.toContain("floods");
    expect((await as("Ada", "sort", "--undo", id)).status).toBe(0);
    const { out } = await run("audit", "--format", "json");
    const lines = JSON.parse(out).filter(({ action }: { action: string }) => /^(?:add|judge|withdraw)$/.test(action));
    expect(lines.map(({ who, action, story, detail }: Record<string, string>) => [who, action, story, detail])).toEqual(
      [
        ["Bea", "add", "brannoc-weir-bursts", "2 articles, sorted from stream inbox"],
        ["Bea", "add", "fenmoor-loses-mirror", "2 articles, sorted from stream inbox"],
        ["Bea", "add", "tram-drivers-stop-work", "2 articles, sorted from stream inbox"],
        ["Ada", "judge", "floods", expect.stringMatching(/^accept a-[0-9a-f]{12} floods$/)],
        ["Ada", "add", "floods", "1 article, sorted from brannoc-weir-bursts"],
        ["Ada", "judge", "brannoc-weir-bursts", expect.stringMatching(/^reject a-[0-9a-f]{12}$/)],
        ["Ada", "withdraw", "floods", `withdraw ${id}`],
        ["Ada", "add", "brannoc-weir-bursts", "1 article, sorted from floods"],
        ["Ada", "judge", "floods", expect.stringMatching(/^reject a-[0-9a-f]{12}$/)],
      ],
    );
  }, 60_000);

  it("is backed up with the stories, and comes back", async () => {
    bring(3);
    await run("sort", inbox);
    const backup = join(home, "backup");
    bring(6);
    await run("sort", inbox);
    const all = (await run("backup", "--all", backup)).out.trim().split("\n");
    // A sort between two of these copies must not leave a stream that knows more than its stories hold.
    expect([all.length, all[0]]).toEqual([4, expect.stringContaining("inbox.stream")]);
    expect((await run("restore", join(backup, "inbox.stream"))).status).not.toBe(0);
    rmSync(join(home, "inbox.stream"));
    expect((await run("restore", join(backup, "inbox.stream"))).status).toBe(0);
    expect((await run("sort", inbox)).out).toBe("0 added, 6 already there.\n");
    // A story that was lost, or is an older one, has everything again when the next article comes.
    rmSync(join(home, "tram-drivers-stop-work.hearsay"));
    writeFileSync(join(inbox, "9.txt"), news[1]!(9));
    expect((await run("sort", inbox)).out).toContain("1 article → tram-drivers-stop-work");
    expect((await run("report", "-s", "tram-drivers-stop-work")).out).toContain("3 articles");
  }, 60_000);

  it("refuses what makes no sense", async () => {
    bring(1);
    await run("sort", inbox);
    const wrong = [
      ["sort", "--least", "0", inbox],
      ["sort", "--into", "a/b", "000.txt"],
      ["sort", "--into", "x.hearsay", "000.txt"],
      ["sort", "--into", "x", "nobody.txt"],
      ["sort", "--undo", "judgement-1"],
      ["sort", "--undo", "--into", "x", "000.txt"],
      ["sort", "--stream", "typo", "--into", "x", "000.txt"],
      ["watch", "--once", "--sort", "-s", "x", inbox],
      ["watch", "--once", "--least", "3", inbox],
      ["sort", "--queue", inbox],
      ["sort", "--stream", "../x", inbox],
      ["report", "-s", "inbox.stream"],
    ];
    for (const args of wrong) expect([args, (await run(...args)).status]).toEqual([args, 2]);
    expect(existsSync(join(home, "typo.stream"))).toBe(false);
  });

  it("watches feeds of mixed news: a channel is told of every story", async () => {
    bring(6);
    const atom = join(home, "news.xml");
    const watch = () => run("watch", "--sort", "--once", "--only", "article,established", "--atom", atom, inbox);
    const first = await watch();
    expect(first.out).toContain("2 articles → brannoc-weir-bursts (new)");
    bring(3, 6);
    const second = await watch();
    expect(second.out.match(/1 article → /g)).toHaveLength(3);
    const feed = readFileSync(atom, "utf8");
    for (const name of ["brannoc-weir-bursts", "fenmoor-loses-mirror", "tram-drivers-stop-work"])
      expect(feed).toContain(name);
  }, 60_000);

  it("goes on where it was killed", async () => {
    bring(24);
    const whole = async () => {
      const out: Record<string, string> = {};
      const names = ["brannoc-weir-bursts", "fenmoor-loses-mirror", "tram-drivers-stop-work"];
      for (const name of names) out[name] = (await run("report", "-s", name, "-f", "json")).out;
      return out;
    };
    for (const wait of [600, 900, 1300]) {
      const child = spawn(process.execPath, [program, "sort", inbox], {
        env: { ...process.env, HEARSAY_HOME: home },
        stdio: "ignore",
      });
      await Promise.race([sleep(wait), once(child, "exit")]);
      child.kill("SIGKILL");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    }
    expect((await run("sort", inbox)).status).toBe(0);
    const killed = await whole();
    const store = await openStory(streamPath("inbox", home));
    expect((await store.derived("filed")).size).toBe(24);
    await store.close();
    rmSync(home, { recursive: true });
    mkdirSync(inbox, { recursive: true });
    bring(24);
    await run("sort", inbox);
    expect(await whole()).toEqual(killed);
  }, 120_000);
});

if (postgresPrograms === null) console.warn(`PostgreSQL: ${whyNot}`);
describe.skipIf(postgresPrograms === null)("hearsay sort, in a database", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop());
  const there = (...args: string[]) => runIn(home, now, args, "", { DATABASE_URL: server.url() });

  it("gives the stories that files give; workers read what is left to them", async () => {
    bring(9);
    expect((await there("sort", "--queue", inbox)).out).toContain("3 articles → brannoc-weir-bursts (new)");
    expect((await there("worker", "--once")).status).toBe(0);
    await run("sort", inbox);
    for (const name of ["brannoc-weir-bursts", "fenmoor-loses-mirror"]) {
      const [file, database] = await Promise.all([run, there].map((one) => one("report", "-s", name, "-f", "json")));
      expect(database?.out).toBe(file?.out);
    }
    expect((await there("stories")).out).not.toContain("stream");
    // Two at once: one waits for the other.
    bring(6, 9);
    const both = await Promise.all([there("sort", inbox), there("sort", inbox)]);
    expect(both.map(({ status }) => status)).toEqual([0, 0]);
    expect((await there("sort", inbox)).out).toBe("0 added, 15 already there.\n");
  }, 120_000);
});
