import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { World } from "../fetch.js";

/** One page of a test server: what it is, or what it does with a request. */
export type Answering = string | ((request: IncomingMessage, response: ServerResponse, asked: number) => void);

/** A server of this machine that answers by path and remembers what it was asked; no robots.txt unless one is given. */
export interface TestServer {
  readonly at: (path: string) => string;
  /** Paths in the order in which they were asked for. */
  readonly asked: string[];
  /** The most requests that were open at one time. */
  readonly most: () => number;
  close(): void;
}

export async function serve(pages: Readonly<Record<string, Answering>>): Promise<TestServer> {
  const asked: string[] = [];
  const [counts, open] = [new Map<string, number>(), { now: 0, most: 0 }];
  const server: Server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push(path);
    counts.set(path, (counts.get(path) ?? 0) + 1);
    open.most = Math.max(open.most, ++open.now);
    response.on("close", () => open.now--);
    const page = pages[path];
    if (page === undefined) response.writeHead(404).end();
    else if (typeof page === "string") response.setHeader("content-type", "text/html").end(page);
    else page(request, response, counts.get(path) ?? 0);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    at: (path) => `http://127.0.0.1:${port}${path}`,
    asked,
    most: () => open.most,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A world in which this machine may be asked and waiting takes no time; `waits` are what it waited for, in milliseconds. */
export function testWorld(given: Partial<World> = {}): World & { readonly waits: number[] } {
  const waits: number[] = [];
  let ticks = 0;
  return {
    now: () => "2026-03-01T08:00:00Z",
    isOpen: (address) => address === "127.0.0.1",
    patience: 2_000,
    ticks: () => ticks,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
      ticks += milliseconds;
    },
    ...given,
    waits,
  };
}
