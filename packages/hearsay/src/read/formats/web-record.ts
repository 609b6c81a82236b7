import { brotliDecompressSync, constants, gunzipSync, inflateSync } from "node:zlib";
import { isUtf8 } from "../decode.js";
import type { Converted } from "./converted.js";
import { damaged, swollen } from "./trouble.js";

/** Of the head of a record or an answer so much is looked at. */
const maxHead = 64 * 1024;
/** Servers send pieces of some kilobytes. */
const maxChunks = 200_000;
/** A page may unpack to so many bytes. */
const maxPage = 50 * 1024 * 1024;

/** A record of a web archive: the server's answer taken apart, its address and dates stated. */
export function fromWebRecord(bytes: Uint8Array): Converted {
  const record = halves(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const url = field(utf8(record.head), "WARC-Target-URI")?.replace(/^<|>$/g, "") ?? null;
  const isAnswer = /^content-type:\s*application\/http/im.test(record.head);
  const { head, body } = isAnswer ? halves(record.body) : record;
  const page = unpacked(/chunked/i.test(field(head, "Transfer-Encoding") ?? "") ? joined(body) : body, head);
  return {
    ...content(page, field(head, "Content-Type") ?? ""),
    url: url !== null && /^https?:\/\//i.test(url) ? url : null,
    stated: {
      sure: false,
      modified: isAnswer ? field(head, "Last-Modified") : null,
      language: field(head, "Content-Language"),
    },
  };
}

function halves(bytes: Buffer): { readonly head: string; readonly body: Buffer } {
  const [a, b] = [bytes.indexOf("\r\n\r\n"), bytes.indexOf("\n\n")];
  const [end, gap] = a >= 0 && (b < 0 || a < b) ? [a, 4] : [b, 2];
  if (end < 0) throw damaged("The record has no page.");
  return { head: bytes.toString("latin1", 0, Math.min(end, maxHead)), body: bytes.subarray(end + gap) };
}

/** The head of a record is UTF-8 (ISO 28500, 4), that of an answer is not. */
const utf8 = (head: string): string => Buffer.from(head, "latin1").toString("utf8");

const field = (head: string, name: string): string | null =>
  new RegExp(`^${name}:(.*)$`, "im").exec(head)?.[1]?.trim() ?? null;

/** A body sent in chunks, put together; one that only says so stays as it is. */
function joined(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  let chunks = 0;
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf("\r\n", at);
    const size = /^([0-9a-f]{1,8})[ \t]*(?:;|$)/i.exec(
      end < 0 ? "" : body.toString("latin1", at, Math.min(end, at + 100)),
    );
    if (size === null) return parts.length === 0 ? body : Buffer.concat(parts);
    const length = Number.parseInt(size[1]!, 16);
    if (length === 0) break;
    if (++chunks > maxChunks) throw damaged("The page was sent in more pieces than any page is.");
    parts.push(body.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
  return Buffer.concat(parts);
}

/** A body's compression undone; archives that undid it before keep the header. */
function unpacked(body: Buffer, head: string): Buffer {
  const encoding = (field(head, "Content-Encoding") ?? "").toLowerCase();
  const options = { maxOutputLength: maxPage, finishFlush: constants.Z_SYNC_FLUSH };
  try {
    if (body[0] === 0x1f && body[1] === 0x8b && /gzip/.test(encoding)) return gunzipSync(body, options);
    if (encoding === "br" && !looksPlain(body)) return brotliDecompressSync(body, { maxOutputLength: maxPage });
    if (encoding === "deflate" && !looksPlain(body)) return inflateSync(body, options);
    return body;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw swollen();
    throw damaged("The page's compressed data are damaged.");
  }
}

const looksPlain = (body: Buffer): boolean => /^\s*[<\w]{1,}[\x20-\x7e\s]{20}/.test(body.toString("latin1", 0, 64));

/** What the server said the encoding is counts where the bytes do not speak for themselves. */
function content(page: Buffer, type: string): Pick<Converted, "bytes" | "html" | "text"> {
  const charset = /charset\s*=\s*["']?([\w-]{2,30})/i.exec(type)?.[1];
  if (charset === undefined || !/^text\/|xhtml/i.test(type) || isUtf8(page)) return { bytes: page };
  try {
    const text = new TextDecoder(charset, { fatal: true }).decode(page);
    return /html/i.test(type) ? { html: text } : { text };
  } catch {
    return { bytes: page };
  }
}
