import { Readable } from "node:stream";
import { packTar } from "modern-tar";
import type { Found } from "../../../engine/ports.js";
import type { ColumnMap } from "../../../model/fields.js";
import { unpack } from "../index.js";

/** Everything found in a file of that name and content. */
export async function open(
  name: string,
  content: string | Uint8Array,
  sized = true,
  columns: ColumnMap = {},
): Promise<readonly Found[]> {
  const bytes = Buffer.from(content as Uint8Array);
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 70_000) chunks.push(bytes.subarray(at, at + 70_000));
  const outer = {
    place: name || "-",
    name,
    chunks: Readable.from(chunks),
    size: sized ? bytes.length : null,
    path: null,
  };
  const found: Found[] = [];
  for await (const one of unpack(outer, "2029-03-04T08:00:00Z", "error", columns)) found.push(one);
  return found;
}

/** What was captured: where, and its bytes as text. */
export const captures = (found: readonly Found[]) =>
  found.flatMap(({ capture }) =>
    capture === null ? [] : [[capture.place, Buffer.from(capture.bytes).toString("utf8")] as const],
  );
/** Where something was captured. */
export const places = (found: readonly Found[]) => captures(found).map(([place]) => place);
/** What was said, each as severity, code and file. */
export const said = (found: readonly Found[]) =>
  found.flatMap(({ diagnostics }) => diagnostics.map(({ severity, code, file }) => `${severity} ${code} ${file}`));

/** A page. */
export const page = "<!doctype html><p>The ferry to Lund is late again.</p>";

/** A tar of files. */
export const tar = (files: Readonly<Record<string, string>>) =>
  packTar(
    Object.entries(files).map(([name, body]) => ({
      header: { name, size: Buffer.byteLength(body), type: "file" },
      body,
    })),
  );
/** A server's answer in a web archive. */
export const warc = (url: string, body: string, status = "200 OK", type = "text/html", more = "") => {
  const answer = `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\n\r\n${body}`;
  return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\n${more}Content-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(answer)}\r\n\r\n${answer}\r\n\r\n`;
};
/** Text that packs badly. */
export const noise = Array.from({ length: 10_000 }, (_, i) => i * 7919).join(" ");
/** A message. */
export const mail = (subject: string, body: string) =>
  `From: Ana Novak <ana@example.org>\nSubject: ${subject}\n\n${body}\n`;
