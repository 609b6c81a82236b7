import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, expectTypeOf, it } from "vitest";
import { ferry, type Opened, open } from "../server/testing/ask.js";
import type { ReportClaim } from "../tell/report.js";
import { type Client, makeClient, Problem } from "./index.js";

const token = "a-token-of-some-length";
let opened: Opened;
let [server, client] = ["", null as unknown as Client];
beforeAll(async () => {
  opened = await open({ ferry }, { token });
  await opened.app.listen({ host: "127.0.0.1", port: 0 });
  server = `http://127.0.0.1:${(opened.app.server.address() as AddressInfo).port}`;
  client = makeClient({ server, token });
}, 60_000);
afterAll(() => opened.close());

it("asks what the contract has, typed", async () => {
  const claims = await client.ask("GET /stories/{s}/claims", { path: { s: "ferry" }, query: { limit: 2 } });
  expectTypeOf(claims.rows).toEqualTypeOf<ReportClaim[]>();
  expect(claims.rows).toHaveLength(2);
  const one = await client.ask("GET /stories/{s}/claims/{id}", { path: { s: "ferry", id: claims.rows[0]!.id } });
  expect(one.opponents).toBeInstanceOf(Array);
  // @ts-expect-error: there is no such filter
  await expect(client.ask("GET /stories/{s}/claims", { path: { s: "ferry" }, query: { nope: 1 } })).rejects.toThrow(
    Problem,
  );
});

it("goes through all pages", async () => {
  const ids = [];
  for await (const { id } of client.all("GET /stories/{s}/claims", { path: { s: "ferry" }, query: { limit: 3 } }))
    ids.push(id);
  const { total } = await client.ask("GET /stories/{s}/claims", { path: { s: "ferry" } });
  expect([new Set(ids).size, ids.length]).toEqual([total, total]);
});

it("changes things, and says what is wrong", async () => {
  const made = await client.ask("POST /stories", { body: { name: "by a program" } });
  expect(made.name).toBe("by a program");
  const problem = await client.ask("POST /stories", { body: { name: "by a program" } }).catch((error) => error);
  expect(problem).toMatchObject({ name: "Problem", status: 409, code: "story.exists" });
  const stranger = await makeClient({ server })
    .ask("GET /stories", {})
    .catch((error) => error);
  expect(stranger).toMatchObject({ status: 401, code: "session.needed" });
  const nobody = await makeClient({ server: "http://127.0.0.1:1" })
    .ask("GET /stories", {})
    .catch((error) => error);
  expect(nobody).toMatchObject({ status: 0, code: "offline" });
});
