import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountRoles, isAtLeast } from "../model/index.js";
import type { Accounts } from "../store/index.js";
import { contract, type Name } from "./contract/index.js";
import { needsOf, type Route } from "./contract/route.js";
import { openApi } from "./openapi.js";
import { addAccounts, Browser, ferry, type Opened, open, password } from "./testing/ask.js";

type Method = "GET" | "POST" | "DELETE";
let opened: Opened;
let accounts: Accounts;
const browsers: Record<string, Browser> = {};

beforeAll(async () => {
  opened = await open({ ferry }, { limits: { attempts: 10_000, changes: 10_000 } });
  ({ accounts } = await addAccounts(opened, { Ada: "admin", Bea: "analyst", Cleo: "reader" }));
  for (const [role, who] of [
    ["admin", "Ada"],
    ["analyst", "Bea"],
    ["reader", "Cleo"],
  ] as const)
    browsers[role] = await new Browser(opened.app).signIn({ who, password });
}, 60_000);
afterAll(async () => {
  await accounts.close();
  await opened.close();
});

const routes = (Object.entries(contract) as [Name, Route][]).map(([name, route]) => {
  const [method = "", path = ""] = name.split(" ");
  return { name, method: method as Method, path, needs: needsOf(name, route) };
});
const filled = (path: string) => path.replace("{s}", "ferry").replace("{table}", "claims").replace("{id}", "nothing");
const ask = (browser: Browser, { method, path }: (typeof routes)[number]) =>
  browser.ask(method, filled(path), method === "GET" ? undefined : {});

/** Everything that a request could change. */
const everything = async () => ({
  stories: (await browsers.admin!.json("/stories")).map(({ name, revision }: Record<string, unknown>) => [
    name,
    revision,
  ]),
  judgements: (await browsers.admin!.json("/stories/ferry/judgements")).total,
  people: (await accounts.people.list()).map(({ seen: _, ...account }) => account),
  tokens: (await accounts.tokens.list()).length,
  access: await accounts.access.list(),
});

describe("every route of the interface", () => {
  const document = openApi() as { paths: Record<string, Record<string, { "x-needs": string }>> };
  it("declares in the OpenAPI document who may ask it", () => {
    const declared = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, route]) => [`${method.toUpperCase()} ${path}`, route["x-needs"]]),
    );
    expect(Object.fromEntries(declared)).toEqual(Object.fromEntries(routes.map(({ name, needs }) => [name, needs])));
  });
  it.each(routes)("$name: $needs", async (route) => {
    const quiet = route.path.endsWith("/changes");
    const before = await everything();
    const stranger = await ask(new Browser(opened.app), route);
    if (route.needs === "nobody") return expect(stranger.statusCode).not.toBe(403);
    expect([stranger.statusCode, stranger.json().code]).toEqual([401, "session.needed"]);
    if (route.method === "GET" && !quiet)
      expect((await new Browser(opened.app).ask("HEAD", filled(route.path))).statusCode).toBe(401);
    for (const role of accountRoles.filter((role) => !isAtLeast(role, route.needs as "admin"))) {
      const refused = await ask(browsers[role]!, route);
      expect([role, refused.statusCode, refused.json().code]).toEqual([role, 403, "session.role"]);
      expect(refused.headers["content-type"]).toMatch(/^application\/problem\+json/);
    }
    expect(await everything()).toEqual(before);
    if (quiet || route.name === "DELETE /stories/{s}") return;
    for (const role of accountRoles.filter((role) => isAtLeast(role, route.needs as "admin")))
      expect([role, (await ask(browsers[role]!, route)).statusCode]).not.toEqual([role, 403]);
    if (route.method === "GET") expect(await everything()).toEqual(before);
  });
  it("takes more than reading to change a story, and an admin to manage accounts or remove stories", () => {
    for (const { name, method, needs } of routes) {
      if (/\/(?:accounts|access|audit)/.test(name) || name === "DELETE /stories/{s}")
        expect([name, needs]).toEqual([name, "admin"]);
      else if (method !== "GET" && /captures|judgements|jobs|POST \/stories$/.test(name))
        expect([name, needs]).toEqual([name, "analyst"]);
    }
  });
});
