import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Accounts } from "../store/index.js";
import { addAccounts, Browser, ferry, type Opened, open, password } from "./testing/ask.js";

let opened: Opened;
let accounts: Accounts;
const browsers: Record<string, Browser> = {};
const signedIn = (who: string) => new Browser(opened.app).signIn({ who, password });
const by = { who: "Ada", when: "2031-03-20T08:00:00.000Z", from: "command" };

beforeAll(async () => {
  opened = await open(
    { ferry, secret: ferry },
    { token: "a-token-of-some-length", limits: { attempts: 10_000, changes: 10_000 } },
  );
  ({ accounts } = await addAccounts(opened, { Ada: "admin", Bea: "analyst", Cleo: "reader", Dan: "reader" }));
  for (const [role, who] of [
    ["admin", "Ada"],
    ["analyst", "Bea"],
    ["reader", "Cleo"],
  ] as const)
    browsers[role] = await signedIn(who);
}, 60_000);
afterAll(async () => {
  await accounts.close();
  await opened.close();
});

describe("signing in", () => {
  const post = (body: object) => new Browser(opened.app).post("/session", body);
  it("takes name and password; what is wrong of the two is not told", async () => {
    const wrong = [{ who: "Bea", password: "not the password" }, { who: "Nobody", password }, { who: "Bea" }, {}];
    const answers = await Promise.all(wrong.map(post));
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
    expect([answers[0]!.statusCode, answers[0]!.json().code]).toEqual([401, "session.password"]);
    expect((await post({ token: "a-token-of-some-length" })).statusCode).toBe(401);
    const right = await post({ who: "bea", password });
    expect(right.json()).toMatchObject({ who: "Bea", role: "analyst", login: "password" });
    expect(right.headers["set-cookie"]).toMatch(
      /^hearsay-\w+=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    const failed = await accounts.audit.read({ limit: 50, action: "sign-in-failed" });
    expect(failed.map(({ who }) => who)).toEqual(expect.arrayContaining(["Bea", "Nobody", ""]));
  });
  it("is told of as needed, and the server's own token lets nobody in any more", async () => {
    const session = await new Browser(opened.app).json("/session");
    expect(session).toEqual({ who: null, role: "guest", csrf: "", login: "password" });
    const program = { authorization: "Bearer a-token-of-some-length" };
    expect((await new Browser(opened.app).get("/stories", program)).statusCode).toBe(401);
    const link = await new Browser(opened.app).get("//signin?token=a-token-of-some-length");
    expect([link.statusCode, link.headers["set-cookie"]]).toEqual([303, undefined]);
  });
  it("survives a server started anew, with the token of its changes", async () => {
    const bea = await signedIn("Bea");
    const { app, close } = await open({}, { home: opened.home });
    const there = bea.at(app);
    expect(await there.json("/session")).toMatchObject({ who: "Bea", csrf: bea.csrf });
    expect(
      (await there.post("/stories/ferry/judgements", { kind: "note", subjects: ["herald"], value: "x" })).statusCode,
    ).toBe(201);
    await close();
  });
  it("ends here, everywhere, and when the account is disabled or has a new password", async () => {
    const dan = async () => [await signedIn("Dan"), await signedIn("Dan")] as const;
    const states = async (all: readonly Browser[]) =>
      Promise.all(all.map(async (one) => (await one.get("/stories")).statusCode));
    const one = await dan();
    await one[0].delete("/session");
    expect(await states(one)).toEqual([401, 200]);
    await one[1].delete("/session?everywhere=true");
    const two = await dan();
    expect(await states([...one, ...two])).toEqual([401, 401, 200, 200]);
    expect((await two[0].post("/session/password", { old: "wrong", new: "another set of words" })).statusCode).toBe(
      401,
    );
    expect((await two[0].post("/session/password", { old: password, new: "short" })).json().code).toBe(
      "account.password",
    );
    expect((await two[0].post("/session/password", { old: password, new: password })).statusCode).toBe(204);
    expect(await states(two)).toEqual([401, 401]);
    const three = await dan();
    await browsers.admin!.post("/accounts/Dan", { disabled: true });
    expect(await states(three)).toEqual([401, 401]);
    expect((await post({ who: "Dan", password })).statusCode).toBe(401);
    await browsers.admin!.post("/accounts/Dan", { disabled: false });
  });
  it("waits after too many wrong passwords for one name, wherever they come from", async () => {
    const fresh = await open({}, { limits: { attempts: 1000 } });
    const made = await addAccounts(fresh, { Ada: "admin", Bea: "analyst" });
    const codes = [];
    for (let i = 0; i < 22; i++)
      codes.push((await new Browser(fresh.app).post("/session", { who: "BEA", password: "guess" })).json().code);
    expect(codes.slice(19)).toEqual(["session.password", "session.too-many", "session.too-many"]);
    expect((await new Browser(fresh.app).post("/session", { who: "Bea", password })).statusCode).toBe(429);
    expect((await new Browser(fresh.app).post("/session", { who: "Ada", password })).statusCode).toBe(200);
    await made.accounts.close();
    await fresh.close();
  });
  it("is asked for as soon as there is an account", async () => {
    const fresh = await open({});
    expect((await new Browser(fresh.app).get("/stories")).statusCode).toBe(200);
    const early = await new Browser(fresh.app).signIn();
    expect((await early.json("/audit")).code).toBe("account.none");
    const made = await addAccounts(fresh, { Ada: "admin" });
    expect((await early.get("/stories")).statusCode).toBe(401);
    await made.accounts.close();
    await fresh.close();
  });
});

describe("a change", () => {
  it("needs the session's own token", async () => {
    const body = { name: "x" };
    for (const csrf of ["", browsers.admin!.csrf])
      expect((await browsers.analyst!.post("/stories", body, { "x-csrf-token": csrf })).json().code).toBe(
        "session.csrf",
      );
  });
  it("is the account's own: no name that is sent along counts", async () => {
    const made = await browsers.analyst!.post("/stories/ferry/judgements", {
      kind: "rate",
      subjects: ["Island Echo"],
      value: "D",
    });
    expect(made.json()).toMatchObject({ who: "Bea" });
    const undone = await browsers.admin!.delete(`/stories/ferry/judgements/${made.json().id}`);
    expect(undone.json()).toMatchObject({ who: "Ada", kind: "withdraw" });
    const [last, first] = await accounts.audit.read({ limit: 2, story: "ferry" });
    expect(first).toMatchObject({ who: "Bea", action: "judge", subject: made.json().id, detail: "rate Island Echo D" });
    expect(last).toMatchObject({ who: "Ada", action: "withdraw", subject: undone.json().id });
  });
  it("leaves its line in the audit", async () => {
    const ada = await signedIn("Ada");
    await ada.post("/stories", { name: "brief" });
    const { job } = (
      await ada.post("/stories/brief/captures", { text: "It rained in Port Ansel.", name: "rain" })
    ).json();
    await opened.house.jobs.close();
    await ada.delete(`/stories/brief/jobs/${job}`);
    const { headers } = await ada.get("/stories/ferry/report?format=md&download=true");
    expect([headers.etag, headers["cache-control"]]).toEqual([undefined, "no-store"]);
    await ada.get("/stories/ferry/tables/claims?format=csv&download=true");
    // Whoever asks for the head alone has saved nothing.
    expect((await ada.ask("HEAD", "/stories/ferry/report?format=md&download=true")).statusCode).toBe(200);
    await ada.post("/accounts", { name: "Eve", role: "reader", password });
    await ada.post("/accounts/Eve", { role: "analyst" });
    const { token } = (await ada.post("/tokens", { label: "desk" })).json();
    await ada.delete(`/tokens/${token.id}`);
    await ada.post("/access", { story: "brief", restricted: true, account: "Eve", role: "reader" });
    expect((await ada.delete("/stories/brief")).statusCode).toBe(204);
    const { rows } = await ada.json("/audit?limit=12&who=Ada");
    expect(rows.map(({ action }: { action: string }) => action).reverse()).toEqual([
      ...[
        "story-add",
        "add",
        "job-stop",
        "export",
        "export",
        "account-add",
        "account-role",
        "token-add",
        "token-revoke",
      ],
      ...["access", "access", "story-remove"],
    ]);
    const saved = rows.filter(({ action }: { action: string }) => action === "export").reverse();
    expect(saved).toMatchObject([
      { story: "ferry", subject: "report", detail: "md" },
      { story: "ferry", subject: "claims", detail: "csv" },
    ]);
    expect(JSON.stringify(rows)).not.toContain(password);
    expect((await ada.get("/stories/brief")).statusCode).toBe(404);
    const page = await ada.json("/audit?limit=3");
    const next = await ada.json(`/audit?limit=3&cursor=${page.next}`);
    expect(next.rows[0].number).toBeLessThan(page.rows[2].number);
  });
});

describe("a program", () => {
  it("comes in by a token of its account, as that account, until it is revoked", async () => {
    const { secret, token } = (await browsers.analyst!.post("/tokens", { label: "desk", days: 30 })).json();
    const headers = { authorization: `Bearer ${secret}` };
    const program = new Browser(opened.app);
    const note = { kind: "note", subjects: ["herald"], value: "x" };
    expect((await program.post("/stories/ferry/judgements", note, headers)).json()).toMatchObject({ who: "Bea" });
    expect((await program.get("/accounts", headers)).statusCode).toBe(403);
    expect((await program.post("/tokens", { label: "heir" }, headers)).json().code).toBe("session.program");
    expect((await browsers.reader!.json("/tokens")).length).toBe(0);
    expect((await browsers.reader!.delete(`/tokens/${token.id}`)).statusCode).toBe(404);
    expect((await browsers.admin!.delete(`/tokens/${token.id}`)).statusCode).toBe(204);
    expect((await program.get("/stories", headers)).statusCode).toBe(401);
  });
  it("signs nobody else's program out: what others listen to goes on", async () => {
    const { secret } = (await browsers.reader!.post("/tokens", { label: "desk" })).json();
    const ended = vi.fn();
    const stop = opened.house.door.onEnd({ id: "", who: "Bea", role: "analyst", roleIn: () => "analyst" }, ended);
    const headers = { authorization: `Bearer ${secret}` };
    const { app } = opened;
    const own = { method: "DELETE", headers: { host: "127.0.0.1:4747", ...headers } } as const;
    expect((await app.inject({ ...own, url: "/api/v1/session" })).statusCode).toBe(204);
    expect(ended).not.toHaveBeenCalled();
    stop();
  });
});

describe("a story of its own", () => {
  afterEach(() => accounts.access.restrict("secret", false, by));
  it("that is restricted is not there for others: not in lists, not by name, not in what is said", async () => {
    await browsers.admin!.post("/access", { story: "secret", restricted: true, account: "Cleo", role: "analyst" });
    const names = async (browser: Browser) => (await browser.json("/stories")).map((row: { name: string }) => row.name);
    expect(await names(browsers.analyst!)).not.toContain("secret");
    const [hidden, missing] = await Promise.all(
      ["secret", "absent"].map((s) => browsers.analyst!.get(`/stories/${s}`)),
    );
    expect([hidden!.statusCode, hidden!.body.replaceAll("secret", "absent")]).toEqual([404, missing!.body]);
    expect(missing!.body).not.toContain("secret");
    expect((await browsers.analyst!.get("/stories/secret/changes")).statusCode).toBe(404);
    expect((await browsers.reader!.get("/stories/secret")).statusCode).toBe(200);
    const row = (await browsers.reader!.json("/stories")).find((one: { name: string }) => one.name === "secret");
    expect(row.role).toBe("analyst");
    const note = { kind: "note", subjects: ["herald"], value: "x" };
    expect((await browsers.reader!.post("/stories/secret/judgements", note)).statusCode).toBe(201);
    expect((await browsers.reader!.post("/stories/ferry/judgements", note)).statusCode).toBe(403);
    await accounts.access.give("secret", "Cleo", null, by);
  });
  it("that is restricted is refused as one that is not there, whatever is asked of it by whom", async () => {
    await accounts.access.restrict("secret", true, by);
    const asked = [
      ["POST", "/judgements", { kind: "note", subjects: ["herald"], value: "x" }],
      ["POST", "/captures", { urls: ["http://127.0.0.1:9/x"] }],
      ["POST", "/brief", { title: "x", items: [{ kind: "claim", id: "x" }] }],
      ["DELETE", "/jobs/x", undefined],
      ["DELETE", "", undefined],
      ["HEAD", "/report", undefined],
    ] as const;
    for (const role of ["reader", "analyst"])
      for (const [method, path, body] of asked) {
        const ask = (s: string) => browsers[role]!.ask(method, `/stories/${s}${path}`, body);
        const [hidden, missing] = [await ask("secret"), await ask("absent")];
        const told = [hidden.statusCode, hidden.body.replaceAll("secret", "absent")];
        expect([role, method, path, ...told]).toEqual([role, method, path, missing.statusCode, missing.body]);
      }
  });
  it("that is restricted meanwhile is not there either for who has seen it: not by its mark, not among the work", async () => {
    const bea = browsers.analyst!;
    const { etag } = (await bea.get("/stories/secret/claims")).headers;
    const known = { "if-none-match": String(etag) };
    expect((await bea.get("/stories/secret/claims", known)).statusCode).toBe(304);
    await accounts.access.restrict("secret", true, by);
    expect((await bea.get("/stories/secret/claims", known)).statusCode).toBe(404);
    const nothing = { step: null, done: 0, total: null, file: null, added: [], diagnostics: [] };
    const job = { id: "job-1", state: "running" as const, ...nothing };
    const open = vi.spyOn(opened.house.jobs, "open").mockReturnValue([{ story: "secret", job }]);
    expect((await bea.json("/work")).jobs).toEqual([]);
    expect((await browsers.admin!.json("/work")).jobs).toMatchObject([{ story: "secret", id: "job-1" }]);
    expect((await bea.get("//metrics")).body).not.toContain("secret");
    open.mockRestore();
  });
});
