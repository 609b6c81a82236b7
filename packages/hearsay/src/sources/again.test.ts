import { afterEach, describe, expect, it } from "vitest";
import { Fetcher, retryAfter } from "./fetch.js";
import { codeOf, refusal, status, to, words } from "./testing/answers.js";
import { type Answering, serve, type TestServer, testWorld } from "./testing/server.js";

let server: TestServer | undefined;
afterEach(() => server?.close());

const on = async (pages: Readonly<Record<string, Answering>>): Promise<TestServer> => {
  server = await serve(pages);
  return server;
};

describe("failures that pass", () => {
  it("are tried again, later each time", async () => {
    const { at, asked } = await on({
      "/": (request, response, times) => {
        if (times < 3) request.socket.destroy();
        else response.end("page");
      },
    });
    const world = testWorld();
    expect(words(await new Fetcher(world).page(at("/")))).toBe("page");
    expect(asked).toEqual(["/robots.txt", "/", "/", "/"]);
    expect(world.waits).toEqual([1_000, 2_000]);
  });

  it("are waited for as long as the server asks, within reason", async () => {
    const { at } = await on({
      "/busy": (_, response, times) => {
        if (times === 1) response.writeHead(429, { "retry-after": "7" });
        response.end("page");
      },
      "/later": status(503, { "retry-after": "3600" }),
    });
    const world = testWorld();
    expect(words(await new Fetcher(world).page(at("/busy")))).toBe("page");
    expect(world.waits).toEqual([7_000]);
    const { code, remedy } = await refusal(new Fetcher(testWorld()).page(at("/later")));
    expect([code, remedy]).toEqual(["busy", 'Try later: it says when, "3600".']);
  });

  it("are given up after the fourth time, and the host after the third page", async () => {
    const { at, asked } = await on(Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`/${n}`, status(503)])));
    const fetcher = new Fetcher(testWorld());
    const codes = [1, 2, 3, 4, 5].map(async (n) => (await refusal(fetcher.page(at(`/${n}`)))).code);
    expect(await Promise.all(codes)).toEqual(["busy", "busy", "busy", "no-answer", "no-answer"]);
    expect(asked.filter((path) => path !== "/robots.txt")).toEqual([1, 2, 3].flatMap((n) => Array(4).fill(`/${n}`)));
  });

  it("are told from answers that are no HTTP", async () => {
    const { at } = await on({
      "/noise": ({ socket }) => void socket.end("\u0000\u0001 I am no web server\r\n\r\n"),
      "/headers": ({ socket }) => void socket.end(`HTTP/1.1 200 OK\r\n${"x: y\r\n".repeat(50_000)}\r\n`),
      "/short": ({ socket }) => void socket.end("HTTP/1.1 200 OK\r\ncontent-length: 999\r\n\r\nwords"),
    });
    const codes = ["/noise", "/headers", "/short"].map((path) => codeOf(at(path)));
    expect(await Promise.all(codes)).toEqual(["fetch", "fetch", "no-answer"]);
  });

  it("are told from those that stay", async () => {
    const { at, asked } = await on({ "/gone": status(404) });
    expect(await codeOf(at("/gone"))).toBe("status");
    expect(asked).toHaveLength(2);
    expect(await codeOf("https://no-such-host.invalid/story")).toBe("no-network");
    expect(await codeOf("http://")).toBe("missing");
  });

  it("tell when in seconds or as a date", () => {
    expect(retryAfter("120", "2026-03-01T08:00:00Z")).toBe(120_000);
    expect(retryAfter("Sun, 01 Mar 2026 08:00:30 GMT", "2026-03-01T08:00:00Z")).toBe(30_000);
    expect(retryAfter("Sun, 01 Mar 2026 07:00:00 GMT", "2026-03-01T08:00:00Z")).toBe(0);
    for (const nothing of [undefined, "", "soon", "-5"]) expect(retryAfter(nothing, "2026-03-01T08:00:00Z")).toBe(0);
  });
});

describe("a page fetched before", () => {
  const at1 = "Sun, 01 Mar 2026 08:00:00 GMT";
  const versioned: Answering = (request, response) => {
    response.setHeader("etag", '"v1"').setHeader("last-modified", at1);
    if (request.headers["if-none-match"] === '"v1"' && request.headers["if-modified-since"] === at1)
      response.writeHead(304).end();
    else response.end("page");
  };

  it("is not sent again while it is the same", async () => {
    const { at } = await on({ "/moved": to("/"), "/": versioned });
    const first = await new Fetcher(testWorld()).page(at("/moved"));
    expect(first.validators).toEqual({ url: at("/"), etag: '"v1"', modified: at1 });
    const again = await new Fetcher(testWorld()).page(at("/moved"), first.validators);
    expect(again).toMatchObject({ bytes: null, validators: first.validators });
  });

  it("is asked for whole when the address leads elsewhere now", async () => {
    const { at } = await on({ "/": versioned });
    const elsewhere = { url: at("/old"), etag: '"v1"', modified: at1 };
    expect(words(await new Fetcher(testWorld()).page(at("/"), elsewhere))).toBe("page");
  });
});
