import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { Fetcher, realWorld } from "./fetch.js";
import { codeOf, refusal, status, to, words } from "./testing/answers.js";
import { type Answering, serve, type TestServer, testWorld } from "./testing/server.js";

let server: TestServer | undefined;
afterEach(() => server?.close());

const on = async (pages: Readonly<Record<string, Answering>>): Promise<TestServer> => {
  server = await serve(pages);
  return server;
};

describe("private addresses", () => {
  it("are never connected to, however they are written", async () => {
    const { at, asked } = await on({ "/": "secret" });
    const port = new URL(at("/")).port;
    for (const host of ["127.0.0.1", "localhost", "[::1]", "127.1", "0x7f000001", "2130706433", "[::ffff:127.0.0.1]"])
      expect(await codeOf(`http://${host}:${port}/`, testWorld({ isOpen: realWorld(() => "").isOpen })), host).toBe(
        "private",
      );
    expect(await codeOf("http://169.254.169.254/latest/meta-data/")).toBe("private");
    expect(asked).toEqual([]);
  });

  it("are refused when a page redirects to one, and so is what is not the web", async () => {
    const { at } = await on({ "/away": to("http://127.0.0.2/"), "/file": to("file:///etc/passwd") });
    expect(await codeOf(at("/away"))).toBe("private");
    expect(await codeOf(at("/file"))).toBe("private");
  });

  it("are refused when a name has one among its addresses", async () => {
    const seen: string[] = [];
    const isOpen = (address: string) => seen.push(address) < 0;
    expect(await codeOf("http://localhost:9/", testWorld({ isOpen }))).toBe("private");
    expect(seen.length).toBeGreaterThan(0);
  });

  it("are refused when a name that was public a moment ago resolves to one now", async () => {
    const { at, asked } = await on({ "/": "secret" });
    let lookups = 0;
    const isOpen = () => ++lookups <= 1;
    const address = at("/").replace("127.0.0.1", "localhost");
    expect(await codeOf(address, testWorld({ isOpen }))).toBe("private");
    expect(asked.filter((path) => path !== "/robots.txt")).toEqual([]);
  });

  it("are refused when robots.txt redirects to one", async () => {
    const { at, asked } = await on({ "/robots.txt": to("http://127.0.0.2/robots.txt"), "/": "page" });
    expect(await codeOf(at("/"))).toBe("private");
    expect(asked).toEqual(["/robots.txt"]);
  });
});

describe("redirects", () => {
  it("are followed to the page, by whatever status", async () => {
    const moved = (code: number, path: string): Answering => status(code, { location: path });
    const { at } = await on({
      "/1": moved(301, "/2"),
      "/2": moved(307, "/3#top"),
      "/3": moved(308, "/4"),
      "/4": "page",
    });
    expect(words(await new Fetcher(testWorld()).page(at("/1")))).toBe("page");
  });

  it("in a circle are told with the way round", async () => {
    const { at } = await on({ "/in": to("/a"), "/a": to("/b"), "/b": to("/a"), "/self": to("/self") });
    const { code, message } = await refusal(new Fetcher(testWorld()).page(at("/in")));
    expect(code).toBe("redirects");
    expect(message).toBe(`It redirects in a circle: ${at("/a")} → ${at("/b")} → ${at("/a")}`);
    expect((await refusal(new Fetcher(testWorld()).page(at("/self")))).message).toContain("circle");
  });

  it("to what is no address are told", async () => {
    const { at } = await on({ "/": to("http://") });
    expect((await refusal(new Fetcher(testWorld()).page(at("/")))).message).toBe("It redirects to what is no address.");
  });

  it("without end are given up", async () => {
    const pages = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`/${n}`, to(`/${n + 1}`)]));
    const { at } = await on(pages);
    expect((await refusal(new Fetcher(testWorld()).page(at("/0")))).message).toBe("More than 8 redirects.");
  });
});

describe("bounds", () => {
  it("a body that drips is given up in time, also when it is robots.txt's", async () => {
    const drip: Answering = (_, response) => {
      response.setHeader("content-type", "text/html");
      const timer = setInterval(() => response.write("."), 20);
      response.on("close", () => clearInterval(timer));
    };
    const { at } = await on({ "/": drip });
    const began = performance.now();
    expect(await codeOf(at("/"), testWorld({ patience: 200 }))).toBe("timeout");
    server?.close();
    const slow = await on({ "/robots.txt": drip, "/": "page" });
    expect(await codeOf(slow.at("/"), testWorld({ patience: 200 }))).toBe("timeout");
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it("a head that never ends, and a body of another length than it says, are told", async () => {
    const { at } = await on({
      "/head": ({ socket }) => {
        socket.write("HTTP/1.1 200 OK\r\n");
        const timer = setInterval(() => socket.write("x: y\r\n"), 20);
        socket.on("close", () => clearInterval(timer));
        socket.on("error", () => {});
      },
      "/more": ({ socket }) => void socket.end("HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nwords and more"),
      "/less": ({ socket }) => void socket.end("HTTP/1.1 200 OK\r\ncontent-length: 999\r\n\r\nwords"),
      "/lies": ({ socket }) => void socket.end("HTTP/1.1 200 OK\r\ncontent-length: a lot\r\n\r\nwords"),
    });
    expect(await codeOf(at("/head"), testWorld({ patience: 300 }))).toBe("timeout");
    expect(words(await new Fetcher(testWorld()).page(at("/more")))).toBe("words");
    expect(await codeOf(at("/less"))).toBe("no-answer");
    expect(await codeOf(at("/lies"))).toBe("fetch");
  });

  it("what is larger than 50 MB is refused, also when only unpacked", async () => {
    const endless: Answering = (_, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(1 << 20)));
      };
      response.on("drain", more);
      more();
    };
    const packed =
      (encoding: string, bytes: Uint8Array): Answering =>
      (_, response) =>
        response.setHeader("content-encoding", encoding).end(bytes);
    const zeros = Buffer.alloc(60 * 1024 * 1024);
    const { at } = await on({
      "/endless": endless,
      "/gzip": packed("gzip", gzipSync(zeros, { level: 1 })),
      "/br": packed("br", brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })),
      "/deflate": packed("deflate", deflateSync(zeros, { level: 1 })),
    });
    for (const path of ["/endless", "/gzip", "/br", "/deflate"]) expect(await codeOf(at(path)), path).toBe("too-large");
  });

  it("of a robots.txt only the beginning is read", async () => {
    const text = `User-agent: *\nDisallow: /closed\n${"# more\n".repeat(200_000)}Disallow: /\n`;
    const { at } = await on({ "/robots.txt": text, "/open": "page", "/closed": "page" });
    expect(words(await new Fetcher(testWorld()).page(at("/open")))).toBe("page");
    expect(await codeOf(at("/closed"))).toBe("robots");
  });
});

describe("what a server sends", () => {
  it("is unpacked", async () => {
    const page = "<p>Grey seals</p>";
    const packed = {
      gzip: gzipSync(page),
      br: brotliCompressSync(page),
      deflate: deflateSync(page),
      raw: deflateRawSync(page),
    };
    const answer = ([encoding, bytes]: [string, Uint8Array]): [string, Answering] => [
      `/${encoding}`,
      (_, response) => response.setHeader("content-encoding", encoding === "raw" ? "deflate" : encoding).end(bytes),
    ];
    const { at } = await on(Object.fromEntries(Object.entries(packed).map(answer)));
    for (const encoding of Object.keys(packed))
      expect(words(await new Fetcher(testWorld()).page(at(`/${encoding}`)))).toBe(page);
  });

  it("is refused when it is broken, unknown or no text at all", async () => {
    const lie =
      (headers: Record<string, string>): Answering =>
      (_, response) =>
        response.writeHead(200, headers).end("words");
    const { at } = await on({
      "/broken": lie({ "content-encoding": "gzip" }),
      "/cut": (_, response) =>
        response.setHeader("content-encoding", "gzip").end(gzipSync("words".repeat(99)).subarray(0, 20)),
      "/odd": lie({ "content-encoding": "rot13" }),
      "/picture": lie({ "content-type": "image/png" }),
      "/gone": status(410),
    });
    const codes = ["/broken", "/cut", "/odd", "/picture", "/gone"].map((path) => codeOf(at(path)));
    expect(await Promise.all(codes)).toEqual(["fetch", "fetch", "status", "type", "status"]);
  });

  it("keeps the character set that only the header names", async () => {
    const { at } = await on({
      "/": (_, response) => response.setHeader("content-type", 'text/html; Charset="KOI8-R"').end("words"),
      "/plain": "words",
    });
    expect((await new Fetcher(testWorld()).page(at("/"))).charset).toBe("koi8-r");
    expect((await new Fetcher(testWorld()).page(at("/plain"))).charset).toBeNull();
  });
});
