import { type ColumnMap, columnIn, hasArticle } from "../../model/fields.js";
import { endingOf } from "../kinds.js";

/** What holds several articles, or one inside another wrapping. */
export type Container = "gzip" | "zip" | "tar" | "warc" | "mbox" | "json" | "jsonl" | "csv";

/** How much of a file's beginning is looked at. */
export const headSize = 65_536;

/** A file in a zip, the end of an empty one, one part of several. */
const zipStarts = ["PK\u0003\u0004", "PK\u0005\u0006", "PK\u0007\u0008"];

/** What a file is by its first bytes; by its name only where bytes cannot tell. Null: a single document, or text. */
export function containerOf(head: Buffer, name: string, columns: ColumnMap = {}): Container | null {
  if (head[0] === 0x1f && head[1] === 0x8b) return "gzip";
  const start = head.toString("latin1");
  if (zipStarts.some((zip) => start.startsWith(zip))) return "zip";
  if (start.startsWith("WARC/")) return "warc";
  if (isTar(head)) return "tar";
  if (/^From [^\n]{3,200}\r?\n(?:>?From [^\n]{0,200}\n)?[A-Za-z][A-Za-z0-9-]{1,60}:/.test(start)) return "mbox";
  return dataOf(textOf(head).trimStart(), name, columns);
}

/** Names that say no more than that there are bytes: data in them is told by its shape. */
const sayNothing = new Set(["", "data", "dat", "log"]);

function dataOf(start: string, name: string, columns: ColumnMap): Container | null {
  const ending = endingOf(name);
  if (/^[{[]/.test(start)) {
    if (ending === "jsonl" || ending === "ndjson") return "jsonl";
    if (ending !== "json" && !sayNothing.has(ending)) return null;
    if (start.startsWith("{")) return isJson(firstLineOf(start)) && /\n[^\S\n]*\{/.test(start) ? "jsonl" : "json";
    return ending === "json" || /^\[\s*[{\]]/.test(start) ? "json" : null;
  }
  if (ending === "json" || ending === "jsonl" || ending === "ndjson") return start.startsWith("<") ? null : "json";
  if (ending === "csv" || ending === "tsv") return /^<(?:!doctype|html|\?xml)/i.test(start) ? null : "csv";
  const header = firstLineOf(start);
  const isTable = ending === "" && (looksLikeHeader(header) || looksLikeTable(start));
  return isTable || namesAll(header, columns) ? "csv" : null;
}

const firstLineOf = (text: string): string => /^[^\r\n]*/.exec(text)?.[0] ?? "";

/** The beginning as text, as far as telling its shape takes. */
function textOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return head.toString("utf16le", 2);
  return head.toString("utf8").replace(/^\ufeff/, "");
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A first line of names, one of them for the text of an article: at least three, so that no sentence is taken for one. */
function looksLikeHeader(line: string): boolean {
  const names = namesIn(line);
  return names.length >= 3 && names.every((name) => /^[\w .-]{1,40}$/.test(name)) && hasArticle(names);
}

/** Whether the first lines are names and two rows of as many cells: a table, whatever its columns are called. */
function looksLikeTable(start: string): boolean {
  const [header = "", ...rows] = start.split(/\r?\n/, 3);
  const [delimiter, names] = [delimiterOf(header), namesIn(header)];
  // "News | Harbour" is a menu and "Fog, ice, snow" a headline: no program writes a space there.
  if (
    delimiter !== "\t" &&
    header
      .trim()
      .split(delimiter)
      .some((name) => /^\s|\s$/.test(name))
  )
    return false;
  if (names.length < (delimiter === "," ? 3 : 2)) return false;
  const bare = rows.map((row) => row.replace(/"[^"]*"/g, ""));
  const alike = bare.length === 2 && bare.every((row) => row.split(delimiter).length === names.length);
  return alike && names.every((name) => /^[\p{L}\p{N} _.-]{1,40}$/u.test(name));
}

/** Whether a first line has every column that the user named, so that what follows is a table whatever it is called. */
function namesAll(line: string, columns: ColumnMap): boolean {
  const [wanted, names] = [Object.values(columns), namesIn(line)];
  return wanted.length > 0 && names.length > 1 && wanted.every((column) => columnIn(column, names) !== null);
}

const namesIn = (line: string): readonly string[] =>
  line.split(delimiterOf(line)).map((name) => name.trim().replace(/^"|"$/g, ""));

/** The character that stands most often between names outside quotation marks. */
export function delimiterOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, "");
  const count = (character: string): number => bare.split(character).length;
  return [",", ";", "\t", "|"].sort((a, b) => count(b) - count(a))[0]!;
}

const isTar = (head: Buffer): boolean => head.length >= 512 && head[0] !== 0 && isTarHeader(head);

/**
 * Whether 512 bytes are the head of a file in a tar: its checksum is the sum of its bytes, the checksum's own taken as
 * spaces; some programs add them up with signs.
 */
export function isTarHeader(head: Buffer): boolean {
  const stated = Number.parseInt(head.toString("latin1", 148, 156).replaceAll("\0", ""), 8);
  let [sum, signed] = [8 * 32, 8 * 32];
  for (let i = 0; i < 512; i++) {
    if (i >= 148 && i < 156) continue;
    sum += head[i]!;
    signed += head.readInt8(i);
  }
  return stated === sum || stated === signed;
}
