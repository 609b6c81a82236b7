import { afterEach, describe, expect, it } from "vitest";
import { Fetcher } from "./fetch.js";
import { Refusal } from "./refusals.js";
import { noRules, robotsOf, rulesIn } from "./robots.js";
import { type Answering, serve, type TestServer, testWorld } from "./testing/server.js";

const servers: TestServer[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});
const on = async (pages: Readonly<Record<string, Answering>>): Promise<TestServer> => {
  const server = await serve(pages);
  servers.push(server);
  return server;
};
const codeOf = (fetcher: Fetcher, address: string): Promise<string> =>
  fetcher.page(address).then(
    () => "fetched",
    (error: unknown) => (error instanceof Refusal ? error.code : "thrown"),
  );
const answer =
  (code: number): Answering =>
  (_, response) =>
    response.writeHead(code).end();

describe("robots.txt", () => {
  const site = new URL("https://herald.example/news");
  const rules = (text: string) => rulesIn(text, robotsOf(site));
  const allows = (text: string, path: string) => rules(text).allows(new URL(path, site));

  it("is found at the root of the site, port and all", () => {
    expect(robotsOf(new URL("https://herald.example:8443/a/b?c#d")).href).toBe(
      "https://herald.example:8443/robots.txt",
    );
  });

  it("is obeyed as RFC 9309 has it: our own group before that for all, the longest rule first", () => {
    const text =
      "User-agent: *\nDisallow: /\n\nUser-agent: hearsay\nDisallow: /drafts\nAllow: /drafts/open$\nDisallow: /*.pdf$\n";
    expect(allows(text, "/news")).toBe(true);
    expect(allows(text, "/drafts/1")).toBe(false);
    expect(allows(text, "/drafts/open")).toBe(true);
    expect(allows(text, "/a/b.pdf")).toBe(false);
    expect(allows("User-agent: *\nDisallow: /", "/news")).toBe(false);
    expect(allows("<!doctype html><p>Not found", "/news")).toBe(true);
  });

  it("says how long to pause, within bounds", () => {
    const pause = (delay: string) => rules(`User-agent: *\nCrawl-delay: ${delay}`).pause;
    expect([pause("4"), pause("0"), pause("86400"), pause("often"), noRules.pause]).toEqual([
      4_000, 1_000, 10_000, 1_000, 1_000,
    ]);
  });

  it("with a hostile pattern takes no time", () => {
    const began = performance.now();
    expect(allows(`User-agent: *\nDisallow: /${"*a".repeat(2_000)}$`, `/${"a".repeat(1_000)}b`)).toBe(true);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it("is asked for once a site, and keeps us from pages it forbids, also behind a redirect", async () => {
    const away = await on({ "/robots.txt": "User-agent: *\nDisallow: /in", "/in": "page" });
    const { at, asked } = await on({
      "/robots.txt": "User-agent: *\nDisallow: /closed",
      "/open": "page",
      "/closed": "page",
      "/away": (_, response) => response.writeHead(302, { location: away.at("/in") }).end(),
    });
    const fetcher = new Fetcher(testWorld());
    expect(await codeOf(fetcher, at("/open"))).toBe("fetched");
    expect(await codeOf(fetcher, at("/closed"))).toBe("robots");
    expect(await codeOf(fetcher, at("/away"))).toBe("robots");
    expect(asked).toEqual(["/robots.txt", "/open", "/away"]);
    expect(away.asked).toEqual(["/robots.txt"]);
  });

  it.each([
    [404, "fetched"],
    [403, "fetched"],
    [500, "robots"],
    [503, "robots"],
    [429, "robots"],
  ])("that answers %i: the page is %s", async (status, outcome) => {
    const { at } = await on({ "/robots.txt": answer(status), "/": "page" });
    expect(await codeOf(new Fetcher(testWorld()), at("/"))).toBe(outcome);
  });

  it("that redirects without end forbids nothing", async () => {
    const { at } = await on({
      "/robots.txt": (_, r) => r.writeHead(301, { location: "/robots.txt" }).end(),
      "/": "page",
    });
    expect(await codeOf(new Fetcher(testWorld()), at("/"))).toBe("fetched");
  });
});

describe("a host", () => {
  const slowly: Answering = (_, response) => setTimeout(() => response.end("page"), 30);

  it("is asked one thing at a time, with a pause between pages", async () => {
    const { at, most } = await on({ "/1": slowly, "/2": slowly, "/3": slowly });
    const world = testWorld();
    const fetcher = new Fetcher(world);
    await Promise.all(["/1", "/2", "/3"].map((path) => fetcher.page(at(path))));
    expect(most()).toBe(1);
    expect(world.waits).toEqual([1_000, 1_000]);
  });

  it("is asked less often when it asks for that", async () => {
    const { at } = await on({ "/robots.txt": "User-agent: *\nCrawl-delay: 3", "/1": "a", "/2": "b" });
    const world = testWorld();
    const fetcher = new Fetcher(world);
    for (const path of ["/1", "/2"]) await fetcher.page(at(path));
    expect(world.waits).toEqual([3_000]);
  });

  it("does not keep others waiting", async () => {
    const [one, other] = [await on({ "/": slowly }), await on({ "/": slowly })];
    const fetcher = new Fetcher(testWorld());
    const began = performance.now();
    const world = await Promise.all([one, other].map(({ at }) => fetcher.page(at("/"))));
    expect(world).toHaveLength(2);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
