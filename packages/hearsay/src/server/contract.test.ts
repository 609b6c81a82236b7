import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contract, type Name } from "./contract/index.js";
import { openApi, operationId } from "./openapi.js";
import { addAccounts, Browser, ferry, type Opened, open, password } from "./testing/ask.js";

let opened: Opened;
let ada: Browser;
beforeAll(async () => {
  opened = await open({ ferry });
  ada = await new Browser(opened.app).signIn();
}, 60_000);
afterAll(() => opened.close());

const document = openApi() as { paths: Record<string, object>; components: { schemas: Record<string, object> } };

/** Checks a value against the schema that the document names for an answer. */
function check(name: Name, value: unknown): void {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  const schema = { ...contract[name].answer, components: document.components };
  const validate = ajv.compile(JSON.parse(JSON.stringify(schema)));
  validate(JSON.parse(JSON.stringify(value)));
  expect(validate.errors ?? []).toEqual([]);
}

describe("the OpenAPI document", () => {
  it("is valid OpenAPI 3.1", async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(document)));
    expect([valid, errors]).toEqual([true, undefined]);
  });
  it("names every route, each by a name of its own", () => {
    const ids = Object.keys(contract).map((name) => operationId(...(name.split(" ") as [string, string])));
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(document.paths).length).toBe(new Set(Object.keys(contract).map((n) => n.split(" ")[1])).size);
  });
});

describe("answers are what the contract says", () => {
  const plain = (Object.keys(contract) as Name[]).filter(
    (name) =>
      name.startsWith("GET ") &&
      !/accounts|tokens|access|audit/.test(name) &&
      !/\{id\}|\{table\}|changes|search|diff/.test(name),
  );
  it.each(plain)("%s", async (name) => {
    const answer = await ada.get(name.slice(4).replace("{s}", "ferry"));
    expect(answer.statusCode).toBe(200);
    check(name, answer.json());
  });
  it("about accounts", async () => {
    const other = await open({});
    const { accounts, by } = await addAccounts(other, { Ada: "admin" });
    await accounts.access.restrict("ferry", true, by);
    const admin = await new Browser(other.app).signIn({ who: "Ada", password });
    check("POST /tokens", (await admin.post("/tokens", { label: "desk" })).json());
    for (const name of ["GET /accounts", "GET /tokens", "GET /access", "GET /audit", "GET /session"] as const) {
      const answer = await admin.json(name.slice(4));
      expect((answer.rows ?? [answer].flat()).length).toBeGreaterThan(0);
      check(name, answer);
    }
    await accounts.close();
    await other.close();
  });
  it("of single records", async () => {
    const first = async (list: string) => (await ada.json(`/stories/ferry/${list}?limit=1`)).rows[0].id;
    for (const list of ["articles", "claims", "entities"] as const)
      check(`GET /stories/{s}/${list}/{id}`, await ada.json(`/stories/ferry/${list}/${await first(list)}`));
    const [a, b] = (await ada.json("/stories/ferry/articles")).rows;
    check("GET /stories/{s}/diff", await ada.json(`/stories/ferry/diff?a=${a.id}&b=${b.id}`));
    for (const table of ["claims", "lineage", "actors", "articles"])
      check("GET /stories/{s}/tables/{table}", await ada.json(`/stories/ferry/tables/${table}`));
  });
});
