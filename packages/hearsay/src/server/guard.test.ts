import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hostIn } from "./guard.js";
import { Browser, ferry, type Opened, open } from "./testing/ask.js";

const token = "a-token-of-some-length";
let [here, afar, readers] = [null as unknown as Opened, null as unknown as Opened, null as unknown as Opened];
beforeAll(async () => {
  here = await open({ ferry });
  afar = await open({}, { token, loopback: false });
  readers = await open({}, { readOnly: true });
}, 60_000);
afterAll(() => Promise.all([here, afar, readers].map((one) => one.close())));

describe("called by another name", () => {
  it.each([
    ["127.0.0.1:4747", 200],
    ["localhost:4747", 200],
    ["LOCALHOST", 200],
    ["[::1]:4747", 200],
    ["attacker.example", 421],
    ["attacker.example:4747", 421],
    ["127.0.0.1.attacker.example", 421],
    ["192.168.1.7:4747", 421],
    ["localhost@attacker.example", 421],
  ])("%s: %i", async (host, status) => {
    expect((await new Browser(here.app).get("/stories", { host })).statusCode).toBe(status);
  });
  it("elsewhere it goes by any address, and by no name that is not its own", async () => {
    const status = async (host: string) => (await new Browser(afar.app).get("/session", { host })).statusCode;
    expect(await Promise.all(["192.168.1.7:4747", "[fe80::1]:4747", "attacker.example"].map(status))).toEqual([
      200, 200, 421,
    ]);
  });
  it("is refused with the headers of every answer: no browser guesses what it is", async () => {
    const refused = await new Browser(here.app).get("/stories", { host: "attacker.example" });
    expect(refused.headers).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY" });
  });
  it("is refused with a problem where the address is none at all", async () => {
    const refused = await new Browser(here.app).get("/stories/%");
    expect([refused.statusCode, refused.json().code]).toEqual([400, "request.bad-url"]);
    expect(refused.headers).toMatchObject({ "x-content-type-options": "nosniff" });
    expect(refused.headers["content-type"]).toMatch(/^application\/problem\+json/);
  });
  it("reads the host out of a header", () => {
    expect(["a.b.:1", "[::1]:80", "[::1", "a:b", "::1", "a@b"].map(hostIn)).toEqual(["a.b", "::1", "", "", "", ""]);
  });
});

describe("pages of other sites", () => {
  it.each([
    [{ origin: "https://attacker.example" }, 403],
    [{ origin: "null" }, 403],
    [{ origin: "http://127.0.0.1:3000" }, 403],
    [{ origin: "http://127.0.0.1:4747" }, 201],
    [{ "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" }, 403],
    [{ "sec-fetch-site": "same-site", "sec-fetch-mode": "cors" }, 403],
    [{ "sec-fetch-site": "same-origin", "sec-fetch-mode": "cors" }, 201],
  ])("%j: %i", async (headers, status) => {
    const ada = await new Browser(here.app).signIn();
    const name = `s${Math.random().toString(36).slice(2)}`;
    expect((await ada.post("/stories", { name }, headers as never)).statusCode).toBe(status);
  });
  it("cannot change anything without the session's own token", async () => {
    const [ada, bea] = [await new Browser(here.app).signIn(), await new Browser(here.app).signIn()];
    for (const csrf of ["", "x", bea.csrf]) {
      const answer = await ada.post("/stories", { name: "x" }, { "x-csrf-token": csrf });
      expect([answer.statusCode, answer.json().code]).toEqual([403, "session.csrf"]);
    }
    expect((await new Browser(here.app).post("/stories", { name: "x" })).json().code).toBe("session.csrf");
  });
  it("a form cannot be what is posted", async () => {
    const ada = await new Browser(here.app).signIn();
    const answer = await ada.post("/stories", "name=x", { "content-type": "application/x-www-form-urlencoded" });
    expect(answer.statusCode).toBe(415);
  });
});

describe("a token", () => {
  it("is needed elsewhere than on this machine, for everything", async () => {
    const stranger = new Browser(afar.app);
    const asked = await stranger.get("/session");
    expect([asked.json(), asked.headers["set-cookie"]]).toEqual([
      { who: null, role: "guest", csrf: "", login: "token" },
      undefined,
    ]);
    for (const path of ["/stories", "/stories/ferry", "/stories/ferry/changes"])
      expect((await stranger.get(path)).json().code).toBe("session.needed");
    expect((await stranger.post("/session", { token: "not the token at all" })).json().code).toBe("session.token");
    expect((await stranger.post("/session", { who: "Eve" })).json().code).toBe("session.token");
  });
  it("signs in, by body, by link or with every request", async () => {
    const ada = await new Browser(afar.app).signIn({ token, who: "Ada" });
    expect(await ada.json("/session")).toMatchObject({ who: "Ada", role: "analyst" });
    expect((await ada.get("/stories")).statusCode).toBe(200);
    const link = await new Browser(afar.app).get(`//signin?token=${token}`);
    expect([link.statusCode, link.headers.location]).toEqual([303, "/"]);
    expect(link.headers["set-cookie"]).toMatch(/^hearsay-\w+=[\w-]{32}; Path=\/; HttpOnly; SameSite=Strict$/);
    const program = { authorization: `Bearer ${token}` };
    expect((await new Browser(afar.app).post("/stories", { name: "made" }, program)).statusCode).toBe(201);
    expect((await new Browser(afar.app).get("/stories", { authorization: "Bearer wrong" })).statusCode).toBe(401);
  });
  it("keeps who has signed in, however many guests come", async () => {
    const { app, close } = await open({}, { token, limits: { requests: 3000 } });
    const ada = await new Browser(app).signIn({ token, who: "Ada" });
    for (let i = 0; i < 1100; i++) await new Browser(app).get("/session");
    expect(await ada.json("/session")).toMatchObject({ who: "Ada", role: "analyst" });
    await close();
  });
  it("signs in to one server of a machine and not out of another", async () => {
    const cookies = await Promise.all(
      [here, readers].map(async ({ app }) => {
        await app.listen({ host: "127.0.0.1", port: 0 });
        const { port } = app.server.address() as AddressInfo;
        const answer = await fetch(`http://127.0.0.1:${port}/api/v1/session`);
        expect(answer.headers.get("set-cookie")).toMatch(new RegExp(`^hearsay-${port}=`));
        return answer.headers.get("set-cookie")!.split("=")[0];
      }),
    );
    expect(new Set(cookies).size).toBe(2);
  });
  it("is worth nothing after signing out", async () => {
    const ada = await new Browser(afar.app).signIn({ token });
    expect((await ada.delete("/session")).statusCode).toBe(204);
    expect((await ada.get("/stories")).statusCode).toBe(401);
  });
});

describe("limits", () => {
  it("a server that is read only is read, and changes nothing", async () => {
    const ada = await new Browser(readers.app).signIn();
    expect((await ada.json("/session")).role).toBe("reader");
    expect((await ada.post("/stories", { name: "x" })).json().code).toBe("session.reader");
  });
  it("who asks too often waits", async () => {
    const { app, close } = await open({}, { limits: { requests: 5, attempts: 2 } });
    const browser = new Browser(app);
    const asked = [];
    for (let i = 0; i < 7; i++) asked.push(await browser.get("/stories"));
    expect(asked.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect(asked.at(-1)!.json().code).toBe("request.too-many");
    expect(asked.at(-1)!.headers["retry-after"]).toBeDefined();
    const tries = [];
    for (let i = 0; i < 3; i++) tries.push((await browser.post("/session", { token: "guess" })).statusCode);
    expect(tries.at(-1)).toBe(429);
    await close();
  });
  it("a body has an end", async () => {
    const { app, close } = await open({}, { limits: { body: 1000 } });
    const ada = await new Browser(app).signIn();
    const answer = await ada.post("/stories", { name: "x".repeat(2000) });
    expect([answer.statusCode, answer.json().code]).toEqual([413, "request.too-large"]);
    expect((await ada.post("/stories", "{", { "content-type": "application/json" })).statusCode).toBe(400);
    await close();
  });
});
