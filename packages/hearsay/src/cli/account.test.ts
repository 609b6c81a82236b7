import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ferry, makeStory } from "../server/testing/ask.js";
import { newPassword } from "./secret.js";
import { runIn } from "./testing/run.js";

const now = "2031-03-20T08:00:00Z";
const password = "three words in a row";
let home = "";
const run = (args: readonly string[], input = "", env: NodeJS.ProcessEnv = {}) => runIn(home, now, args, input, env);
const tokenOf = async (name: string) => (await run(["account", "token", name])).out.trim();
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "hearsay-account-"));
  await makeStory(join(home, "ferry.hearsay"), ferry);
  writeFileSync(join(home, "note.txt"), "Bluewater Lines will run two more ferries from May, it said in Port Ansel.");
}, 60_000);
afterAll(() => rmSync(home, { recursive: true }));

describe("hearsay account", () => {
  it("changes nothing where there is none: anybody here judges, and no file is made", async () => {
    const { status, out } = await run(["judge", "-s", "ferry", "note", "herald", "x", "--who", "Zoe"]);
    expect([status, out]).toEqual([0, expect.stringContaining("Zoe note")]);
    expect(await run(["account", "list"])).toMatchObject({
      status: 1,
      err: expect.stringContaining("account add NAME"),
    });
    expect(await run(["audit"])).toMatchObject({ status: 1, err: expect.stringContaining("There are no accounts") });
    expect(readdirSync(home)).not.toContain("accounts.db");
  });
  it("makes accounts, the first an admin's; the password comes from standard input alone", async () => {
    expect(await run(["account", "add", "Ada", "--role", "reader"], `${password}\n`)).toMatchObject({
      ...{ status: 1, err: expect.stringContaining("The first account has to be an admin's") },
    });
    const first = await run(["account", "add", "Ada"], `${password}\n`);
    expect(first).toMatchObject({ status: 0, out: expect.stringMatching(/^Ada is an admin\. From now on/) });
    expect((await run(["account", "add", "Bea"], `${password}\n`)).out).toBe("Bea is an analyst.\n");
    expect((await run(["account", "add", "Cleo", "--role", "reader"], `${password}\n`)).out).toBe(
      "Cleo is a reader.\n",
    );
    expect((await run(["account", "add", "Bea"], `${password}\n`)).err).toContain('an account "Bea" already');
    expect((await run(["account", "add", "Dan"], "short\n")).err).toContain("12 characters");
    expect((await run(["account", "add", "Dan"])).err).toContain("read from the terminal, or from standard input");
    expect((await run(["account", "add", "Dan", password], "x")).status).toBe(2);
    const { out } = await run(["account", "list", "--format", "json"]);
    expect(JSON.parse(out)).toMatchObject([
      { name: "Ada", role: "admin" },
      { name: "Bea" },
      { name: "Cleo", role: "reader" },
    ]);
    expect(readFileSync(join(home, "accounts.db"), "latin1")).not.toContain(password);
  }, 60_000);
  it.each([
    [["account", "juggle"], /takes add, list, role/],
    [["account", "toString"], /takes add, list, role/],
    [["account", "role", "Bea"], /It goes: hearsay account role NAME ROLE/],
    [["account", "role", "Bea", "king"], /A role is reader, analyst, admin/],
    [["account", "role", "Bea", "reader", "-s", "x/ferry.hearsay"], /Give the story's name, not its file: "ferry"/],
    [["account", "restrict", "ferry.hearsay"], /Give the story's name/],
    [["account", "open", "ferry.hearsay"], /Give the story's name/],
    [["account", "token", "Bea", "--days", "soon"], /--days takes/],
    [["account", "list", "--format", "xml"], /format/],
    [["audit", "--since", "whenever"], /is not a date/],
    [["audit", "-n", "0"], /--limit takes/],
  ])("says what is wrong: %j", async (args, said) => {
    expect(await run(args)).toMatchObject({ status: 2, err: expect.stringMatching(said) });
  });
  it("changes roles, passwords, and who may come in", async () => {
    expect((await run(["account", "role", "Bea", "reader", "-s", "ferry"])).out).toBe(
      "In ferry Bea is a reader now.\n",
    );
    expect((await run(["account", "role", "Bea", "none", "-s", "ferry"])).out).toContain("what it may elsewhere");
    expect((await run(["account", "restrict", "ferry"])).status).toBe(0);
    expect((await run(["account", "list"])).out).toContain("Restricted: ferry");
    expect((await run(["account", "open", "ferry"])).status).toBe(0);
    expect((await run(["account", "restrict", "ferry"])).out).not.toContain("no story");
    await run(["account", "open", "ferry"]);
    const early = "There is no story of this name yet";
    expect((await run(["account", "restrict", "fery"])).out).toContain(early);
    expect((await run(["account", "role", "Bea", "reader", "-s", "fery"])).out).toContain(early);
    await run(["account", "role", "Bea", "none", "-s", "fery"]);
    expect((await run(["account", "role", "Ada", "reader"])).err).toContain("has to stay admin");
    expect((await run(["account", "password", "Nobody"], password)).err).toContain("There is no account");
    expect((await run(["account", "password", "Bea"], "another three words\n")).status).toBe(0);
    for (const verb of ["sign-out", "disable", "enable"]) expect((await run(["account", verb, "Bea"])).status).toBe(0);
  }, 60_000);
  it("where a server is named, says where accounts are managed", async () => {
    const said = await run(["account", "list"], "", { HEARSAY_SERVER: "http://127.0.0.1:9" });
    expect(said).toMatchObject({ status: 2, err: expect.stringContaining("workbench") });
  });
});

describe("a judgement by a command", () => {
  const judge = (token: string, ...more: readonly string[]) =>
    run(["judge", "-s", "ferry", "note", "echo", "y", ...more], "", { HEARSAY_TOKEN: token });
  it("is the one of the token's account, whoever is named, and in the audit", async () => {
    expect(await judge("")).toMatchObject({ status: 2, err: expect.stringContaining("a judgement is somebody's") });
    expect(await judge("wrong")).toMatchObject({ status: 2 });
    const token = await tokenOf("Bea");
    const { out } = await judge(token, "--who", "Ada");
    const id = /judgement-\w+/.exec(out)![0];
    expect(out).toContain("Bea note");
    const { out: lines } = await run(["audit", "-s", "ferry", "--format", "json"]);
    expect(JSON.parse(lines).at(-1)).toMatchObject({ who: "Bea", action: "judge", subject: id, from: "command" });
    expect(await judge(await tokenOf("Cleo"))).toMatchObject({
      status: 1,
      err: expect.stringContaining("may not change"),
    });
    const [{ id: of }] = JSON.parse((await run(["account", "tokens", "Bea", "--format", "json"])).out);
    await run(["account", "revoke", of]);
    expect((await judge(token)).status).toBe(2);
  }, 60_000);
  it("is not all that is told: adding, moving, backing up, restoring", async () => {
    const reader = { HEARSAY_TOKEN: await tokenOf("Cleo") };
    expect((await run(["add", "-s", "late", join(home, "note.txt")], "", reader)).err).toContain("may not change");
    expect((await run(["watch", "-s", "late", "--once", join(home, "note.txt")], "", reader)).err).toContain(
      "may not change",
    );
    const analyst = { HEARSAY_TOKEN: await tokenOf("Bea") };
    for (let look = 0; look < 2; look++)
      await run(["watch", "-s", "late", "--once", join(home, "note.txt")], "", analyst);
    await run(["backup", "-s", "late", join(home, "copy.backup.hearsay")]);
    const restore = ["restore", "--as", "later", join(home, "copy.backup.hearsay")];
    expect((await run(restore, "", reader)).err).toContain("may not change");
    await run(restore);
    const move = ["move", "later", "--to", join(home, "moved.hearsay"), "--remove"];
    expect((await run(move, "", analyst)).err).toContain("may not change");
    await run(["move", "later", "--to", join(home, "moved.hearsay"), "--remove"]);
    const { out } = await run(["audit", "-n", "4", "--format", "json"]);
    expect(
      JSON.parse(out).map(({ who, action, story }: Record<string, string>) => [who?.replace(/:.*/, ""), action, story]),
    ).toEqual([
      ["Bea", "add", "late"],
      ["system", "export", "late"],
      ["system", "story-add", "later"],
      ["system", "story-remove", "later"],
    ]);
    for (const file of ["copy.backup.hearsay", "moved.hearsay"])
      expect(readFileSync(join(home, file), "latin1")).not.toMatch(/account_token|scrypt|audit/);
  }, 60_000);
});

describe("a password at a terminal", () => {
  const typed = (...lines: readonly string[]) => {
    const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => stdin });
    let shown = "";
    const left = [...lines];
    const stderr = {
      write: (text: unknown) => {
        shown += text;
        if (/: $/.test(String(text))) setImmediate(() => stdin.write(left.shift() ?? "\u0004"));
      },
    };
    const io = { stdin, stderr, stdout: stderr, env: {}, now: () => now } as never;
    return newPassword(io, "Ada").then(
      (given) => [given, shown],
      (error) => [error.code, shown],
    );
  };
  it("is asked for twice, and never shown", async () => {
    const [given, shown] = await typed("threx\u007fe words\r", "three words\r");
    expect(given).toBe("three words");
    expect(shown).not.toContain("words");
    expect((await typed("three words\r", "other words\r"))[0]).toBe("usage.password");
    expect((await typed("three\u0003"))[0]).toBe("usage.password");
  });
});
