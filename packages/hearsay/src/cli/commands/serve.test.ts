import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeClient } from "../../client/index.js";
import { ferry, makeStory } from "../../server/testing/ask.js";
import { main } from "../main.js";

/** The command as it is built: the process that writes runs from the build. */
const program = fileURLToPath(new URL("../../../bin/hearsay.js", import.meta.url));
const token = "a-token-of-some-length";
let home = "";
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "hearsay-serve-"));
  await makeStory(join(home, "ferry.hearsay"), ferry);
}, 60_000);
afterAll(() => rmSync(home, { recursive: true }));

interface Started {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly server: string;
}

async function start(...args: readonly string[]): Promise<Started> {
  const env = { ...process.env, HEARSAY_HOME: home, HEARSAY_TOKEN: "" };
  const child = spawn(process.execPath, [program, "serve", "--port", "0", ...args], { env });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  for (let i = 0; i < 600 && !/Ctrl-C ends it/.test(said) && child.exitCode === null; i++) await sleep(50);
  return { child, said: () => said, server: /http:\/\/[^/]+/.exec(said)?.[0] ?? "" };
}

describe("hearsay serve", () => {
  it("serves, adds in a process of its own while it answers, and ends when asked", async () => {
    const { child, said, server } = await start("-s", "ferry", "--token", token);
    expect(said()).toMatch(/The workbench: {2}http:\/\/127\.0\.0\.1:\d+\/#\/ferry\n/);
    expect(said()).not.toContain(token);
    const client = makeClient({ server, token });
    const path = { s: "ferry" };
    const text = "Ferry tickets will cost less from April, Bluewater Lines said on Thursday in Port Ansel.";
    const { job } = await client.ask("POST /stories/{s}/captures", { path, body: { text, name: "tickets" } });
    for (let i = 0; i < 400; i++) {
      const { state } = await client.ask("GET /stories/{s}/jobs/{id}", { path: { ...path, id: job } });
      if (state === "done") break;
      await sleep(50);
    }
    const { rows } = await client.ask("GET /stories/{s}/articles", { path });
    expect(rows.map(({ file }) => file)).toContain("tickets.txt");
    await client.ask("POST /stories/{s}/judgements", { path, body: { kind: "reject", subjects: ["tickets"] } });
    child.kill("SIGINT");
    const [status] = await once(child, "exit");
    expect([status, said()]).toEqual([0, expect.stringContaining("what is being written is finished first")]);
  }, 60_000);

  it("answers the command line, which reads, adds and judges there as it does in a file", async () => {
    const { child, server } = await start("--token", token);
    const run = async (env: NodeJS.ProcessEnv, ...args: readonly string[]) => {
      let [out, err] = ["", ""];
      const io = { stdin: Readable.from([]), env, now: () => "2031-03-16T08:00:00Z" };
      const streams = {
        stdout: { write: (text: unknown) => (out += text) },
        stderr: { write: (text: unknown) => (err += text) },
      };
      return { status: await main(args, { ...io, ...streams }), out, err };
    };
    const env = () => ({ HEARSAY_HOME: join(home, "elsewhere"), HEARSAY_TOKEN: token });
    const here = await run({ HEARSAY_HOME: home }, "report", "-s", "ferry");
    expect((await run(env(), "report", "-s", "ferry", "--server", server)).out).toBe(here.out);
    const there = await run(env(), "stories", "--server", server, "--format", "json");
    expect(JSON.parse(there.out)).toMatchObject([{ name: "ferry", captures: expect.any(Number), path: server }]);
    const note = join(home, "note.txt");
    writeFileSync(note, "Bluewater Lines will run two more ferries from May, it said on Friday in Port Ansel.");
    expect(await run(env(), "add", "-s", "later", "--server", `${server}/`, note)).toMatchObject({
      status: 0,
      err: "",
    });
    const articles = await run(env(), "articles", "-s", "later", "--server", server, "--format", "json");
    expect(JSON.parse(articles.out)).toMatchObject([{ file: expect.stringMatching(/note\.txt$/) }]);
    for (const outlet of ["gazette", "herald"]) {
      mkdirSync(join(home, "pages", outlet), { recursive: true });
      writeFileSync(
        join(home, "pages", outlet, "index.txt"),
        `The ${outlet} reports that the ferry to Port Ansel sank on Friday.`,
      );
    }
    await run(env(), "add", "-s", "pages", "--server", server, join(home, "pages"));
    const pages = await run(env(), "articles", "-s", "pages", "--server", server, "--format", "json");
    expect(JSON.parse(pages.out)).toHaveLength(2);
    expect((await run(env(), "add", "-s", "pages", "--server", server, join(home, "none.txt"))).err).toContain(
      "none.txt",
    );
    expect((await run(env(), "claims", "--server", "http://me:secret@127.0.0.1:1")).err).toMatch(/HEARSAY_TOKEN/);
    expect((await run(env(), "judge", "-s", "later", "--server", server, "reject", "note")).out).toMatch(
      /^Recorded at/,
    );
    const judged = await run(env(), "judgements", "-s", "later", "--server", server, "--format", "json");
    const [{ id }] = JSON.parse(judged.out);
    expect((await run(env(), "judge", "-s", "later", "--server", server, "undo", id)).status).toBe(0);
    const wrong = await run(
      { HEARSAY_TOKEN: "another-token-of-some-length" },
      "claims",
      "-s",
      "ferry",
      "--server",
      server,
    );
    expect(wrong).toMatchObject({ status: 1, err: expect.stringContaining("HEARSAY_TOKEN") });
    expect((await run(env(), "rebuild", "-s", "ferry", "--server", server)).err).toContain("unknown option");
    expect((await run(env(), "claims", "--server", "ftp://x")).status).toBe(2);
    expect((await run(env(), "claims", "--server", "http://127.0.0.1:9")).err).toContain("Is hearsay serve running");
    child.kill("SIGINT");
    await once(child, "exit");
  }, 60_000);

  it("elsewhere makes a token of its own and prints it once, as a link", async () => {
    const { child, said, server } = await start("--host", "0.0.0.0", "--read-only");
    const link = /\/signin\?token=([\w-]{32})\n/.exec(said())?.[1];
    expect(link).toBeDefined();
    const local = server.replace("0.0.0.0", "127.0.0.1");
    expect((await fetch(`${local}/api/v1/stories`)).status).toBe(401);
    const signed = await fetch(`${local}/signin?token=${link}`, { redirect: "manual" });
    const cookie = signed.headers.get("set-cookie")!.split(";")[0]!;
    expect((await fetch(`${local}/api/v1/stories`, { headers: { cookie } })).status).toBe(200);
    child.kill("SIGTERM");
    expect((await once(child, "exit"))[0]).toBe(0);
  }, 60_000);

  it.each([
    [["--port", "99999"], /--port takes a number/],
    [["--token", "short"], /--token takes 16 characters/],
    [["-s", "nope"], /There is no story "nope"/],
    [["--host", "203.0.113.9"], /no address of this machine/],
  ])(
    "says what is wrong: %j",
    async (args, said) => {
      const { child, said: all } = await start(...args);
      if (child.exitCode === null) await once(child, "exit");
      expect([child.exitCode, all()]).toEqual([expect.any(Number), expect.stringMatching(said)]);
      expect(child.exitCode).not.toBe(0);
    },
    60_000,
  );
});
