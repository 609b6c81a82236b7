import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAccounts } from "../store/index.js";
import { cheaply } from "../store/testing/cheaply.js";
import { postgresPrograms, startPostgres, type TestServer, whyNot } from "../store/testing/postgres.js";
import { Browser, type Opened, open, password } from "./testing/ask.js";

if (postgresPrograms === null) console.warn(`PostgreSQL: ${whyNot}`);

describe.skipIf(postgresPrograms === null)("servers on one PostgreSQL", () => {
  let database: TestServer;
  const servers: Opened[] = [];
  beforeAll(async () => {
    database = await startPostgres();
    for (let i = 0; i < 2; i++) servers.push(await open({}, { home: database.url() }));
  }, 60_000);
  afterAll(async () => {
    for (const one of servers) await one.close();
    await database.stop();
  });

  it("ask nobody to sign in before there is an account, and know the same sessions and judgements afterwards", async () => {
    const [one, two] = servers.map(({ app }) => app) as [Opened["app"], Opened["app"]];
    expect((await new Browser(one).get("/stories")).statusCode).toBe(200);
    const accounts = cheaply((await openAccounts(database.url()))!);
    const by = { who: "system:root", when: "2031-03-20T08:00:00.000Z", from: "command" };
    for (const [name, role] of Object.entries({ Ada: "admin", Bea: "analyst" } as const))
      await accounts.people.add({ name, role, password }, by);
    // A server without accounts asks the database for them once a second.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect((await new Browser(one).get("/stories")).statusCode).toBe(401);
    const [ada, bea] = [
      await new Browser(one).signIn({ who: "Ada", password }),
      await new Browser(two).signIn({ who: "Bea", password }),
    ];
    expect((await ada.post("/stories", { name: "ferry" })).statusCode).toBe(201);
    const text = "Ferry crews in Port Ansel walked out for an eighth day on Friday, the seamen's union said.";
    const { job } = (await ada.post("/stories/ferry/captures", { text, name: "herald" })).json();
    const isDone = async () => (await ada.json(`/stories/ferry/jobs/${job}`)).state === "done";
    for (let i = 0; i < 400 && !(await isDone()); i++) await new Promise((resolve) => setTimeout(resolve, 50));
    const made = await bea.post("/stories/ferry/judgements", { kind: "note", subjects: ["herald"], value: "asked" });
    expect(made.json()).toMatchObject({ who: "Bea" });
    expect((await ada.json("/stories/ferry/judgements")).rows).toMatchObject([{ who: "Bea", value: "asked" }]);
    const { rows } = await ada.json("/audit?story=ferry");
    expect(rows.map(({ who, action }: { who: string; action: string }) => [who, action])).toEqual([
      ["Bea", "judge"],
      ["Ada", "add"],
      ["Ada", "story-add"],
    ]);
    await ada.post("/accounts/Bea", { disabled: true });
    expect((await bea.get("/stories")).statusCode).toBe(401);
    // Not while one of them works out what the judgement changes.
    const remove = async () => (await ada.at(two).delete("/stories/ferry")).statusCode;
    let status = await remove();
    for (let i = 0; i < 400 && status === 409; i++) status = await remove();
    expect(status).toBe(204);
    expect((await ada.get("/stories/ferry")).statusCode).toBe(404);
    await accounts.close();
    expect([...servers[0]!.faults, ...servers[1]!.faults]).toEqual([]);
  }, 60_000);
});
