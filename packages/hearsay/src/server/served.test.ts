import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postgresPrograms, startPostgres, type TestServer, whyNot } from "../store/testing/postgres.js";
import { localAnswerer } from "./answerer/local.js";
import { type Served, serve } from "./serve.js";
import { ferry } from "./testing/ask.js";
import { localWriter } from "./writer/local.js";

const token = "a-token-of-a-test";
const headers = { authorization: `Bearer ${token}` };
const now = () => "2031-03-20T08:00:00Z";
if (postgresPrograms === null) console.warn(`PostgreSQL: ${whyNot}`);

describe.skipIf(postgresPrograms === null)("a server over a database", () => {
  let database: TestServer;
  let served: Served;
  beforeAll(async () => {
    database = await startPostgres();
    const own = { host: "127.0.0.1", port: 0, token, user: "Ada", readOnly: false, now };
    served = await serve({
      home: database.url(),
      writer: localWriter(now),
      answerer: localAnswerer(),
      onFault: () => {},
      ...own,
    });
  }, 60_000);
  afterAll(async () => {
    await served.close();
    await database.stop();
  });
  const at = (path: string) => `${served.address}api/v1${path}`;
  const get = async (path: string) => (await fetch(at(path), { headers })).json() as Promise<never>;

  it("makes a story, takes articles into it and answers from it", async () => {
    const made = await fetch(at("/stories"), {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify({ name: "ferry" }),
    });
    expect([made.status, await made.text()]).toEqual([201, expect.stringContaining("ferry")]);
    const form = new FormData();
    for (const [name, text] of Object.entries(ferry)) form.append("files", new Blob([text]), name);
    const sent = await fetch(at("/stories/ferry/captures"), { method: "POST", headers, body: form });
    expect(sent.status).toBe(202);
    while (((await get("/stories/ferry/jobs")) as { state: string }[]).some(({ state }) => state !== "done"))
      await new Promise((resolve) => setTimeout(resolve, 50));
    const { revision, articles } = ((await get("/stories")) as { revision: string; articles: number }[])[0]!;
    expect([articles, revision]).toEqual([3, ((await get("/stories/ferry")) as { revision: string }).revision]);
    expect(await get("/stories/ferry/report?format=json")).toMatchObject({ summary: { articles: 3 } });
    expect((await fetch(at("/stories/nope"), { headers })).status).toBe(404);
  }, 120_000);
});
