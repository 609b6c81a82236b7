import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { httpServer } from "./http.js";
import { ferryDesk } from "./testing/ferry.js";

const token = "a token of more than sixteen";
const own = httpServer(ferryDesk(), { loopback: true, token: null });
const locked = httpServer(ferryDesk(), { loopback: true, token });
const port = (server: typeof own) => (server.address() as AddressInfo).port;

beforeAll(async () => {
  for (const server of [own, locked]) await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
afterAll(() => {
  for (const server of [own, locked]) server.close().closeAllConnections();
});

async function connected(server: typeof own, headers: Record<string, string> = {}) {
  const url = new URL(`http://127.0.0.1:${port(server)}/mcp`);
  const client = new Client({ name: "test", version: "1" });
  const transport = new StreamableHTTPClientTransport(url, { requestInit: { headers } });
  await client.connect(transport as Parameters<typeof client.connect>[0]);
  return client;
}

/** One request as it is, and its status. */
function status(headers: Record<string, string>, more: { method?: string; path?: string; body?: string } = {}) {
  const { method = "POST", path = "/mcp", body = "{}" } = more;
  return new Promise<number | undefined>((resolve, reject) => {
    const sent = request({ port: port(own), host: "127.0.0.1", method, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on("error", reject);
    sent.end(method === "POST" ? body : undefined);
  });
}

describe("over HTTP", () => {
  it("the SDK's own client asks and is answered", async () => {
    const client = await connected(own);
    expect((await client.listTools()).tools.length).toBeGreaterThan(5);
    const { structuredContent } = await client.callTool({ name: "claims", arguments: { limit: 1 } });
    expect(structuredContent).toMatchObject({ total: expect.any(Number), records: [{ id: expect.any(String) }] });
    await client.close();
  });

  it("a token is asked for where there is one", async () => {
    await expect(connected(locked)).rejects.toThrow();
    await expect(connected(locked, { authorization: "Bearer something else entirely" })).rejects.toThrow();
    const client = await connected(locked, { authorization: `Bearer ${token}` });
    expect((await client.listTools()).tools.length).toBeGreaterThan(5);
    await client.close();
  });

  it("pages of other sites, other names, other methods and what is no request are refused", async () => {
    const host = `127.0.0.1:${port(own)}`;
    expect(await status({ host, origin: "https://evil.example" })).toBe(403);
    expect(await status({ host, origin: "null" })).toBe(403);
    expect(await status({ host: "evil.example" })).toBe(421);
    expect(await status({ host }, { method: "GET" })).toBe(405);
    expect(await status({ host }, { path: "/" })).toBe(404);
    expect(await status({ host }, { body: "{" })).toBe(400);
    expect(await status({ host }, { body: " ".repeat(1_000_001) })).toBe(413);
  });

  it("what is too long is told so to those who send on, and the connection stays", async () => {
    const url = `http://127.0.0.1:${port(own)}/mcp`;
    const body = Buffer.alloc(30_000_000, " ");
    for (let i = 0; i < 3; i++) {
      const { status, headers } = await fetch(url, { method: "POST", body });
      expect([status, headers.get("connection")]).toEqual([413, "keep-alive"]);
      const streamed = { body: new Blob([body]).stream(), duplex: "half" };
      expect((await fetch(url, { method: "POST", ...streamed } as RequestInit)).status).toBe(413);
    }
  });
});
