import { lookup } from "node:dns";
import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { Found } from "../engine/ports.js";
import type { Diagnostic } from "../model/index.js";
import { isPublic } from "./addresses.js";
import { captured, readBounded } from "./files.js";
import { notYet, problem } from "./problems.js";

/** One page may take so long, redirects included, in milliseconds. */
const patience = 30_000;
const maxRedirects = 8;
const agent = "Mozilla/5.0 (compatible; Hearsay/0.1; article reader)";

/**
 * Fetches one page. The address that is connected to is the one that was checked: names are resolved once, a
 * name with any address inside a private network is refused, and so is every redirect to one.
 */
export async function fromWeb(
  address: string,
  now: () => string,
  isOpen: (address: string) => boolean = isPublic,
): Promise<Found> {
  try {
    return await follow(address, now, { isOpen, signal: AbortSignal.timeout(patience) });
  } catch (error) {
    return { capture: null, file: address, diagnostics: [explain(address, error)] };
  }
}

/** Which addresses may be connected to, and when to give up. */
interface Limits {
  readonly isOpen: (address: string) => boolean;
  readonly signal: AbortSignal;
}

async function follow(address: string, now: () => string, limits: Limits): Promise<Found> {
  let url = new URL(address);
  for (let hops = 0; hops <= maxRedirects; hops++) {
    const response = await request(url, limits);
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
      response.destroy();
      url = new URL(headers.location, url);
      continue;
    }
    if (statusCode !== 200) {
      response.destroy();
      throw new Refusal("status", `The server answered ${statusCode} ${response.statusMessage ?? ""}`.trim());
    }
    return receive(response, address, now());
  }
  throw new Refusal("redirects", `More than ${maxRedirects} redirects.`);
}

async function receive(response: IncomingMessage, address: string, retrieved: string): Promise<Found> {
  const type = (response.headers["content-type"] ?? "text/html").toLowerCase();
  if (!/^(?:text\/|application\/xhtml\+xml)/.test(type)) {
    response.destroy();
    return { capture: null, file: address, diagnostics: [notYet("error", address, type.split(";")[0]!)] };
  }
  const bytes = await readBounded(decoded(response));
  response.destroy();
  return captured(bytes, address, retrieved, "error");
}

function decoded(response: IncomingMessage): NodeJS.ReadableStream {
  const decoders = { gzip: createGunzip, "x-gzip": createGunzip, deflate: createInflate, br: createBrotliDecompress };
  const encoding = (response.headers["content-encoding"] ?? "").toLowerCase().trim();
  if (encoding === "" || encoding === "identity") return response;
  const make = decoders[encoding as keyof typeof decoders];
  if (make === undefined) throw new Refusal("status", `The server used the unknown encoding "${encoding}".`);
  const decoder = make();
  response.on("error", (error) => decoder.destroy(error));
  return response.pipe(decoder);
}

function request(url: URL, { isOpen, signal }: Limits): Promise<IncomingMessage> {
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new Refusal("private", `It leads to ${url.protocol}, which is not the web.`);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && !isOpen(host)) throw privateAddress(host);
  const { get } = url.protocol === "http:" ? http : https;
  const headers = { "user-agent": agent, accept: "text/html,text/plain;q=0.9", "accept-encoding": "gzip, deflate, br" };
  return new Promise((resolve, reject) => {
    get(url, { headers, signal, agent: false, lookup: checkedLookup(isOpen) }, resolve).on("error", reject);
  });
}

/** Resolves a name as the system does, but fails when any of its addresses may not be connected to. */
function checkedLookup(isOpen: Limits["isOpen"]): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) return callback(error, "", 0);
      const [first] = found;
      if (first === undefined || found.some(({ address }) => !isOpen(address)))
        return callback(privateAddress(hostname), "", 0);
      return options.all ? callback(null, found) : callback(null, first.address, first.family);
    });
  };
}

class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const privateAddress = (host: string) =>
  new Refusal("private", `${host} is inside a private network: Hearsay fetches from the public web only.`);

/** What the system's codes mean to a reader. */
const failures: Readonly<Record<string, readonly [code: string, message: string, remedy: string]>> = {
  ENOTFOUND: ["no-network", "No such host, or no network.", "Check the address and the connection."],
  EAI_AGAIN: ["no-network", "The name could not be looked up: no network.", "Connect, then add it again."],
  ENETUNREACH: ["no-network", "The network cannot be reached.", "Connect, then add it again."],
  EHOSTUNREACH: ["no-network", "The host cannot be reached.", "Connect, then add it again."],
  ECONNREFUSED: ["no-answer", "The server refused the connection.", "Try later, or save the page and add the file."],
  ECONNRESET: ["no-answer", "The server closed the connection.", "Try later, or save the page and add the file."],
  ABORT_ERR: ["timeout", "No complete answer within 30 s.", "Try later, or save the page and add the file."],
  ERR_INVALID_URL: ["missing", "This is not a web address.", "Write it as https://…"],
};

function explain(address: string, error: unknown): Diagnostic {
  if (error instanceof Refusal)
    return problem("error", error.code, address, error.message, "Save the page in a browser and add the file.");
  const errno = codeOf(error);
  const [code, message, remedy] = failures[errno] ?? ["fetch", `It could not be fetched (${errno || error}).`];
  return problem("error", code, address, message, remedy);
}

/** Several addresses tried give one error that holds the others. */
function codeOf(error: unknown): string {
  const { code, errors } = error as { code?: string; errors?: readonly { code?: string }[] };
  return code ?? errors?.[0]?.code ?? "";
}
