import { createHash, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { isIP } from "node:net";
import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
import { hostIn } from "../server/guard.js";
import type { Desk } from "./desk.js";
import { makeServer } from "./server.js";

/** Who may ask over HTTP. */
export interface Reach {
  /** Whether it answers this machine alone. */
  readonly loopback: boolean;
  /** What has to come as `Authorization: Bearer`; null where nothing has to. */
  readonly token: string | null;
  /** What somebody may use, by the token of their account; null for nobody's. Where there are accounts, instead of `token`. */
  readonly admit?: (token: string) => Promise<Desk | null>;
}

/** Longest request, in bytes. */
const longest = 1_000_000;
/** Longest a request may take to come in, in milliseconds. */
const patience = 30_000;

/**
 * Model Context Protocol over streamable HTTP at /mcp, without sessions: every request stands alone and is answered
 * with JSON. What comes from a page of another site, or under another name (DNS rebinding), is refused.
 */
export function httpServer(desk: Desk, reach: Reach): Server {
  const server = createServer((request, response) => {
    handle(request, response, desk, reach).catch(() => refuse(response, 500, "Something went wrong inside Hearsay."));
  });
  server.requestTimeout = patience;
  return server;
}

async function handle(request: IncomingMessage, response: ServerResponse, desk: Desk, reach: Reach): Promise<void> {
  const refusal = refusalOf(request, reach);
  if (refusal !== null) return refuse(response, ...refusal);
  const own = reach.admit === undefined ? desk : await reach.admit(bearerOf(request));
  if (own === null) return refuse(response, 401, "Send a token of your account as Authorization: Bearer.");
  const body = await bodyOf(request);
  if (body === null) return refuse(response, 413, "The request is longer than 1 MB.");
  let asked: unknown;
  try {
    asked = JSON.parse(body);
  } catch {
    return refuse(response, 400, "The request is not JSON.");
  }
  const server = makeServer(own);
  const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
  response.on("close", () => void server.close());
  await server.connect(transport as Parameters<typeof server.connect>[0]);
  await transport.handleRequest(request, response, asked);
}

type Refusal = readonly [status: number, message: string];

function refusalOf({ headers, method, url }: IncomingMessage, { loopback, token }: Reach): Refusal | null {
  const host = hostIn(headers.host ?? "");
  if (!isOwn(host, loopback)) return [421, "This server does not go by that name."];
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${headers.host}` && origin !== `https://${headers.host}`)
    return [403, "Requests from pages of other sites are not answered."];
  if (token !== null && !isSame(bearerOf({ headers }), token)) return [401, "Send the token as Authorization: Bearer."];
  if ((url ?? "").split("?")[0] !== "/mcp") return [404, "The protocol is spoken at /mcp."];
  return method === "POST" ? null : [405, "Only POST: there are no sessions and no streams to listen to."];
}

const bearerOf = ({ headers }: Pick<IncomingMessage, "headers">): string =>
  /^Bearer (.{1,200})$/i.exec(headers.authorization ?? "")?.[1] ?? "";

const isOwn = (host: string, loopback: boolean): boolean =>
  host === "localhost" || (loopback ? host === "::1" || /^127(?:\.\d{1,3}){3}$/.test(host) : isIP(host) !== 0);

const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** What came; null as soon as it is too long. The rest is still taken in and let go, or the sender may never see the answer. */
function bodyOf(request: IncomingMessage): Promise<string | null> {
  if (Number(request.headers["content-length"] ?? 0) > longest) {
    request.resume();
    return Promise.resolve(null);
  }
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= longest) return void chunks.push(chunk);
      chunks = [];
      resolve(null);
    });
    request.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    request.on("error", reject);
  });
}

function refuse(response: ServerResponse, status: number, message: string): void {
  if (response.headersSent) return void response.destroy();
  const headers: Record<string, string> = { "content-type": "application/json" };
  // Closing would throw away what is still coming in, and the answer with it; `requestTimeout` ends what never ends.
  if (status !== 413) headers.connection = "close";
  if (status === 405) headers.allow = "POST";
  if (status === 401) headers["www-authenticate"] = "Bearer";
  response.writeHead(status, headers);
  response.end(JSON.stringify({ jsonrpc: "2.0", id: null, error: { code: -32_000, message } }));
}
