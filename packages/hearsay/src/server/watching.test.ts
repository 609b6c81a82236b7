import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeApp, usualLimits } from "./app.js";
import { Browser, ferry, type Opened, open } from "./testing/ask.js";

const token = "a-token-of-some-length";
let [here, afar] = [null as unknown as Opened, null as unknown as Opened];
beforeAll(async () => {
  here = await open({ ferry });
  afar = await open({}, { token, loopback: false });
}, 60_000);
afterAll(() => Promise.all([here, afar].map((one) => one.close())));
const host = "127.0.0.1:4747";

describe("health", () => {
  it("is told to everybody who can reach the server, without a token", async () => {
    for (const { app } of [here, afar]) {
      expect((await app.inject({ url: "/healthz", headers: { host } })).body).toBe("ok\n");
      const ready = await app.inject({ url: "/readyz", headers: { host } });
      expect([ready.statusCode, ready.body]).toEqual([200, "ready\n"]);
    }
  });
  it("is not told to other names and sites", async () => {
    expect((await here.app.inject({ url: "/healthz", headers: { host: "attacker.example" } })).statusCode).toBe(421);
  });
});

describe("metrics", () => {
  const asked = (opened: Opened, headers: Record<string, string> = {}) =>
    opened.app.inject({ url: "/metrics", headers: { host, ...headers } });
  it("ask for the token where one is needed, and take it from a program", async () => {
    const refused = await asked(afar);
    expect([refused.statusCode, refused.json().code]).toEqual([401, "session.needed"]);
    expect((await asked(afar, { authorization: "Bearer wrong-token-of-length" })).statusCode).toBe(401);
    expect((await asked(afar, { authorization: `Bearer ${token}` })).statusCode).toBe(200);
  });
  it("are in Prometheus's text form: every line a comment or a name, labels and a number", async () => {
    await here.app.inject({ url: "/api/v1/stories", headers: { host } });
    const { body, headers } = await asked(here);
    expect(headers["content-type"]).toBe("text/plain; version=0.0.4; charset=utf-8");
    for (const line of body.trimEnd().split("\n"))
      expect(line).toMatch(
        /^(?:# (?:HELP|TYPE) [a-z_]+ .+|[a-z_]+(?:\{[a-z]+="[^"\\]+"(?:,[a-z]+="[^"\\]+")*\})? [\d.e+-]+)$/,
      );
    expect(body).toContain("hearsay_stories 1\n");
    expect(body).toMatch(/hearsay_http_request_seconds_count\{method="GET",status="2xx"\} [1-9]/);
  });
  it("count jobs and the time of their steps", async () => {
    const ada = await new Browser(here.app).signIn();
    const text = `${"The harbour master of Port Ansel said on Monday that 12 more sailings were cancelled. ".repeat(6)}`;
    const { job } = (await ada.post("/stories/ferry/captures", { text, name: "more.txt" })).json();
    const state = async () => (await ada.json(`/stories/ferry/jobs/${job}`)).state;
    await expect.poll(state, { timeout: 20_000 }).toBe("done");
    const work = await ada.json("/work");
    expect(work).toMatchObject({ queued: 0, running: 0, ended: { done: 1, failed: 0, cancelled: 0 }, jobs: [] });
    const articles = Object.fromEntries(
      work.steps.map((one: { step: string; articles: number }) => [one.step, one.articles]),
    );
    const { length } = (await ada.json("/stories/ferry/articles")).rows;
    expect(articles).toEqual({ collect: 1, read: 1, trace: length, weigh: length, tell: length });
    const { body } = await asked(here);
    expect(body).toContain('hearsay_jobs_ended_total{state="done"} 1');
    expect(body).toMatch(/hearsay_step_seconds_total\{step="read"\} [\d.e-]+/);
  });
});

describe("the log", () => {
  it("is a line of JSON for each request and its answer, with one id, and without a token", async () => {
    const lines: string[] = [];
    const log = { write: (line: string) => lines.push(line) };
    const called = { loopback: true, names: [] };
    const app = await makeApp(here.house, { called, limits: usualLimits, workbench: "none", log });
    const answer = await app.inject({ url: `/signin?token=${token}`, headers: { host } });
    await app.close();
    const entries = lines.map((line) => JSON.parse(line));
    expect(entries.map(({ req, res }) => req?.path ?? res?.status)).toEqual(["/signin", 303]);
    expect(new Set(entries.map(({ reqId }) => reqId))).toEqual(new Set([answer.headers["x-request-id"]]));
    expect(lines.join("")).not.toContain(token);
  });
});
