import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { all, captures, codes, item, on, rss } from "./testing/gathering.js";
import { type Answering, testWorld } from "./testing/server.js";

const typed =
  (type: string, body: string | Uint8Array, headers: Record<string, string> = {}): Answering =>
  (_, response) =>
    response.writeHead(200, { "content-type": type, ...headers }).end(body);
const raw =
  (answer: string): Answering =>
  ({ socket }) =>
    void socket.end(answer);
const status =
  (code: number, headers: Record<string, string> = {}): Answering =>
  (_, response) =>
    response.writeHead(code, headers).end();
const drip: Answering = (_, response) => {
  const timer = setInterval(() => response.write("."), 20);
  response.on("close", () => clearInterval(timer));
};
const endless: Answering = (_, response) => {
  const more = () => {
    while (!response.destroyed && response.write(Buffer.alloc(1 << 20, 97)));
  };
  response.on("drain", more);
  more();
};
const [zeros, entities] = [
  gzipSync(Buffer.alloc(60 * 1024 * 1024), { level: 1 }),
  Array.from({ length: 20 }, (_, i) => `<!ENTITY b${i} "${`&b${i - 1};`.repeat(10)}">`).join(""),
];

/** What a server does, each on a host of its own, and what is said of it. */
const ways: Readonly<Record<string, readonly [pages: Readonly<Record<string, Answering>>, said: readonly string[]]>> = {
  "drips for ever": [{ "/": drip }, ["error timeout"]],
  "says nothing": [{ "/": () => {} }, ["error timeout"]],
  "hangs up": [{ "/": ({ socket }) => void socket.destroy() }, ["error no-answer"]],
  "sends without end": [{ "/": endless }, ["error too-large"]],
  "sends a bomb": [{ "/": typed("text/html", zeros, { "content-encoding": "gzip" }) }, ["error too-large"]],
  "sends half": [{ "/": raw("HTTP/1.1 200 OK\r\ncontent-length: 999\r\n\r\nwords") }, ["error no-answer"]],
  "speaks no HTTP": [{ "/": raw("\u0000\u0001 hello\r\n\r\n") }, ["error fetch"]],
  "sends endless heads": [{ "/": raw(`HTTP/1.1 200 OK\r\n${"x: y\r\n".repeat(50_000)}\r\n`) }, ["error fetch"]],
  "compresses wrongly": [{ "/": typed("text/html", "words", { "content-encoding": "br" }) }, ["error fetch"]],
  "sends round in a circle": [
    { "/": status(302, { location: "/b" }), "/b": status(302, { location: "/" }) },
    ["error redirects"],
  ],
  "leads into the house": [{ "/": status(301, { location: "http://192.168.1.1/admin" }) }, ["error private"]],
  "leads to a file": [{ "/": status(301, { location: "file:///etc/passwd" }) }, ["error private"]],
  "sends a picture": [{ "/": typed("image/png", "words") }, ["error type"]],
  "is busy for an hour": [{ "/": status(429, { "retry-after": "3600" }) }, ["error busy"]],
  "is broken": [{ "/": status(500) }, ["error status"]],
  "has broken rules": [{ "/robots.txt": status(503), "/": "page" }, ["error robots"]],
  "drips its rules": [{ "/robots.txt": drip, "/": "page" }, ["error timeout"]],
  "has rules of 10 MB": [{ "/robots.txt": "# more\n".repeat(1_500_000), "/": "page" }, []],
  "calls a page a feed": [{ "/": typed("application/rss+xml", "<html><p>words") }, []],
  "calls a page a PDF": [{ "/": typed("application/pdf", "<html><p>words") }, []],
  "sends a feed of bombs": [
    { "/": `<!DOCTYPE rss [${entities}]><rss><channel><item><title>&b19;</title></item></channel></rss>` },
    ["warning feed"],
  ],
  "sends half a feed": [{ "/": rss(item("/1")).slice(0, -20), "/1": "one" }, ["warning broken-feed"]],
  "sends a feed that nests": [{ "/": `<rss><channel>${"<a>".repeat(500_000)}` }, ["error broken-feed"]],
  "lists the house": [
    { "/": rss(item("http://10.0.0.1/"), item("http://[::1]/")) },
    ["error private", "error private"],
  ],
};

it("whatever servers do is told in bounded time, and the others are heard", async () => {
  const good = await on({ "/": "<p>A page like any other.</p>" });
  const names = Object.keys(ways);
  const hosts = new Map<string, string>();
  for (const name of names) hosts.set((await on(ways[name]![0])).at("/"), name);
  const began = performance.now();
  const found = await all([...hosts.keys(), good.at("/")], { world: testWorld({ patience: 3_000 }) });
  expect(performance.now() - began).toBeLessThan(25_000);
  expect(captures(found).map(({ place }) => place)).toContain(good.at("/"));
  const lists = new Set(["http://10.0.0.1/", "http://[::1]/"]);
  for (const [place, name] of hosts) {
    const own = found.filter((one) => {
      const file = one.capture === null ? one.file : one.capture.place;
      return file === place || (name === "lists the house" && lists.has(file));
    });
    expect(codes(own), name).toEqual(ways[name]![1]);
    if (ways[name]![1].length === 0) expect(captures(own), name).toHaveLength(1);
  }
}, 40_000);
