import { lookup } from "node:dns";
import http, { type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw } from "node:zlib";
import { maxBytes } from "./problems.js";
import { privateAddress, Refusal } from "./refusals.js";

/** How Hearsay names itself to servers, and the name that robots.txt files know it by. */
export const robotName = "Hearsay";
const agent = `Mozilla/5.0 (compatible; ${robotName}/0.1; reads articles for a person; obeys robots.txt)`;
const accept = "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5";

/** Which addresses may be connected to, and how long one request may take, in milliseconds. */
export interface Reach {
  readonly isOpen: (address: string) => boolean;
  readonly patience: number;
}

/** What a server answered to one request. */
export interface Answer {
  readonly url: URL;
  readonly status: number;
  readonly reason: string;
  readonly headers: IncomingHttpHeaders;
  /** Unpacked; empty unless the status is 200. */
  readonly bytes: Uint8Array;
}

/** What one request asks beside its address. */
export interface Asking {
  readonly headers?: Readonly<Record<string, string>>;
  /** Takes only the beginning, as sent, of an answer longer than this. Otherwise what is longer than 50 MB is refused. */
  readonly beginning?: number;
}

/**
 * One request. The address that is connected to is the one that was checked: a name is resolved once, and one with
 * any address inside a private network is refused.
 * @throws Refusal, or an error of the system, when there is no answer to be had
 */
export async function ask(url: URL, { isOpen, patience }: Reach, asking: Asking = {}): Promise<Answer> {
  checkWeb(url);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && !isOpen(host)) throw privateAddress(host);
  const signal = AbortSignal.timeout(patience);
  try {
    const response = await send(url, signal, isOpen, asking);
    return await receive(url, response, asking.beginning);
  } catch (error) {
    if (!signal.aborted || error instanceof Refusal) throw error;
    const message = `No complete answer within ${Math.ceil(patience / 1000)} s.`;
    throw new Refusal("timeout", message, "Try later, or save the page and add the file.");
  }
}

/** @throws Refusal for what is no address of the web: `file:`, `data:` … */
export function checkWeb({ protocol }: URL): void {
  if (protocol !== "http:" && protocol !== "https:")
    throw new Refusal("private", `It leads to ${protocol}, which is not the web.`);
}

function send(url: URL, signal: AbortSignal, isOpen: Reach["isOpen"], asking: Asking): Promise<IncomingMessage> {
  const { get } = url.protocol === "http:" ? http : https;
  const encoding = asking.beginning === undefined ? "gzip, deflate, br" : "identity";
  const headers = { "user-agent": agent, accept, "accept-encoding": encoding, ...asking.headers };
  return new Promise((resolve, reject) => {
    get(url, { headers, signal, agent: false, lookup: checkedLookup(isOpen) }, resolve).on("error", reject);
  });
}

/** Resolves a name as the system does, but fails when any of its addresses may not be connected to. */
function checkedLookup(isOpen: Reach["isOpen"]): LookupFunction {
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

async function receive(url: URL, response: IncomingMessage, beginning: number | undefined): Promise<Answer> {
  const { statusCode: status = 0, statusMessage: reason = "", headers } = response;
  try {
    const answer = { url, status, reason, headers };
    if (status !== 200 || isMedia(headers)) return { ...answer, bytes: new Uint8Array() };
    const { bytes, whole } = await readUpTo(response, beginning ?? maxBytes);
    if (beginning !== undefined) return { ...answer, bytes };
    if (!whole) throw tooLarge;
    return { ...answer, bytes: await unpacked(bytes, headers["content-encoding"] ?? "") };
  } finally {
    response.destroy();
  }
}

/** Pictures, sound and film are no articles: they are not even received. */
export const isMedia = (headers: IncomingHttpHeaders): boolean =>
  /^\s*(?:image|audio|video|font)\//i.test(headers["content-type"] ?? "");

const tooLarge = new Refusal(
  "too-large",
  "Larger than 50 MB.",
  "An article is never that large: give the article's own page or text.",
);

async function readUpTo(stream: NodeJS.ReadableStream, limit: number): Promise<{ bytes: Uint8Array; whole: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer);
    size += chunk.length;
    if (size > limit) return { bytes: Buffer.concat(chunks).subarray(0, limit), whole: false };
  }
  return { bytes: Buffer.concat(chunks), whole: true };
}

type Unpack = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>;
const gunzipped = promisify(gunzip) as Unpack;
const inflated = promisify(inflate) as Unpack;
const inflatedRaw = promisify(inflateRaw) as Unpack;
const unpackers: Readonly<Record<string, Unpack>> = {
  gzip: gunzipped,
  "x-gzip": gunzipped,
  br: promisify(brotliDecompress) as Unpack,
  // Some servers leave out the header that "deflate" has by the standard.
  deflate: (bytes, options) => ((bytes[0] ?? 0) % 16 === 8 ? inflated : inflatedRaw)(bytes, options),
};

async function unpacked(bytes: Uint8Array, header: string): Promise<Uint8Array> {
  const encoding = header.toLowerCase().trim();
  if (encoding === "" || encoding === "identity" || bytes.length === 0) return bytes;
  const unpack = unpackers[encoding];
  if (unpack === undefined) throw new Refusal("status", `The server used the unknown encoding "${encoding}".`);
  return bounded(unpack, bytes);
}

/** What gzipped bytes hold (`sitemap.xml.gz`); at most 50 MB. */
export const gunzippedWithin = (bytes: Uint8Array): Promise<Uint8Array> => bounded(gunzipped, bytes);

async function bounded(unpack: Unpack, bytes: Uint8Array): Promise<Uint8Array> {
  try {
    return await unpack(bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    throw (error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE" ? tooLarge : error;
  }
}
