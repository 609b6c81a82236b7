import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { isPublic } from "./addresses.js";
import { fromWeb } from "./web.js";

const now = () => "2026-03-01T08:00:00Z";
const codeOf = async (address: string) => (await fromWeb(address, now)).diagnostics[0]?.code;

describe("public addresses", () => {
  it.each(["8.8.8.8", "193.99.144.80", "2a00:1450:4001:80b::200e", "172.32.0.1"])("%s is one", (address) => {
    expect(isPublic(address)).toBe(true);
  });

  it.each([
    ...["127.0.0.1", "127.9.9.9", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254"],
    ...["100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fd00::1", "ff02::1"],
    ...["::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "localhost", "", "1.2.3"],
  ])("%s is none", (address) => {
    expect(isPublic(address)).toBe(false);
  });
});

describe("fetching", () => {
  let server: Server | undefined;
  let asked = 0;
  afterEach(() => server?.close());
  const serve = async (answer: RequestListener): Promise<number> => {
    asked = 0;
    server = createServer((request, response) => {
      asked++;
      answer(request, response);
    });
    await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
    return (server.address() as AddressInfo).port;
  };

  it("never connects to this machine, however it is written", async () => {
    const port = await serve((_, response) => response.end("secret"));
    for (const host of ["127.0.0.1", "localhost", "[::1]", "127.1", "0x7f000001", "2130706433", "[::ffff:127.0.0.1]"])
      expect(await codeOf(`http://${host}:${port}/`), host).toBe("source.private");
    expect(asked).toBe(0);
  });

  it("refuses cloud metadata and private networks at once", async () => {
    expect(await codeOf("http://169.254.169.254/latest/meta-data/")).toBe("source.private");
    expect(await codeOf("https://192.168.0.1/")).toBe("source.private");
  });

  describe("from an address that may be connected to", () => {
    const isOpen = (address: string) => address === "127.0.0.1";
    const get = (port: number, path = "/") => fromWeb(`http://127.0.0.1:${port}${path}`, now, isOpen);
    const code = async (port: number, path?: string) => (await get(port, path)).diagnostics[0]?.code;

    it("takes the page as it was sent", async () => {
      const port = await serve((_, response) => {
        response.setHeader("content-type", "text/html; charset=utf-8");
        response.setHeader("content-encoding", "gzip");
        response.end(gzipSync("<p>Grey seals</p>"));
      });
      const { capture } = await get(port, "/story");
      expect(new TextDecoder().decode(capture?.bytes)).toBe("<p>Grey seals</p>");
      expect(capture?.place).toBe(`http://127.0.0.1:${port}/story`);
    });

    it("follows redirects, but never to a closed address and not for ever", async () => {
      const port = await serve(({ url }, response) => {
        const to = { "/ok": "/page", "/away": "http://127.0.0.2/", "/loop": "/loop", "/file": "file:///etc/passwd" }[
          url ?? ""
        ];
        if (to !== undefined) response.writeHead(302, { location: to });
        response.end("<p>page</p>");
      });
      expect((await get(port, "/ok")).capture).not.toBeNull();
      expect(await code(port, "/away")).toBe("source.private");
      expect(await code(port, "/file")).toBe("source.private");
      expect(await code(port, "/loop")).toBe("source.redirects");
    });

    it("stops at 50 MB, also of what was compressed", async () => {
      const bomb = gzipSync(Buffer.alloc(60 * 1024 * 1024));
      const port = await serve((_, response) => {
        response.setHeader("content-encoding", "gzip");
        response.end(bomb);
      });
      expect(await code(port)).toBe("source.too-large");
    });

    it("names other types, bad answers and broken encodings", async () => {
      const port = await serve(({ url }, response) => {
        if (url === "/pdf") response.setHeader("content-type", "application/pdf");
        if (url === "/gone") response.statusCode = 404;
        if (url === "/broken") response.setHeader("content-encoding", "gzip");
        response.end("no gzip");
      });
      expect(await code(port, "/pdf")).toBe("source.not-yet");
      expect(await code(port, "/gone")).toBe("source.status");
      expect(await code(port, "/broken")).toBe("source.fetch");
    });
  });

  it("says what is no address", async () => {
    expect(await codeOf("http://")).toBe("source.missing");
  });

  it("tells a missing host or network from a bad page", async () => {
    expect(await codeOf("https://no-such-host.invalid/story")).toBe("source.no-network");
  });
});
