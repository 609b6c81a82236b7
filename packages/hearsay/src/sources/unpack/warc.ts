import { Counts } from "../passed.js";
import { maxBytes, problem } from "../problems.js";
import { ByteReader } from "./bytes.js";
import { capture, nothing, type Opening, type Unpacker } from "./opening.js";
import { type Parcel, Trouble, truncated } from "./parcel.js";
import { Tally } from "./tally.js";

/** Longest head of a record or of an answer, in bytes: addresses and cookies can be long. */
const maxHead = 256 * 1024;
/** A longer address names no place; the record's number does. In UTF-16 units. */
const longestUri = 2_000;
/** What can be an article, of all that a crawl keeps. */
const articleTypes =
  /^(?:text\/(?:html|plain|markdown)|application\/(?:xhtml\+xml|pdf|epub\+zip|vnd\.openxmlformats-officedocument\.wordprocessingml\.document|vnd\.oasis\.opendocument\.text))\b/i;

/**
 * Every page of a web archive: a record as it stands in the file, its headers with it, under its address
 * ("crawl.warc.gz#https://…"). Requests, images, redirects and errors are passed over and counted.
 */
export const unpackWarc: Unpacker = async function* (parcel: Parcel, opening: Opening) {
  const reader = new ByteReader(parcel.chunks);
  const passed = new Counts();
  const large = new Tally();
  let trouble: unknown = null;
  try {
    for (let number = 1; ; number++) {
      const head = await headOf(reader);
      if (head === null) break;
      const { length, uri } = head;
      const why = head.reason ?? (length > maxBytes ? "too large" : null);
      if (why !== null) {
        if (length > maxBytes && head.reason === null) large.add(uri ?? number);
        else passed.add(why);
        if ((await reader.skip(length)) < length) throw short();
        continue;
      }
      const block = await reader.take(length);
      if (block.length < length) throw short();
      const reason = head.isAnswer ? whyNot(block) : null;
      const retrieved = retrievedAt(head.date, opening.retrieved);
      if (reason === null)
        yield capture(`${parcel.place}#${uri ?? number}`, Buffer.concat([head.bytes, block]), {
          ...opening,
          retrieved,
        });
      else passed.add(reason);
    }
  } catch (error) {
    trouble = error;
  } finally {
    await reader.close();
  }
  if (!passed.isEmpty) {
    const message = `Passed over, no pages: ${passed.list}.`;
    yield nothing(parcel.place, problem("info", "skipped", parcel.place, message));
  }
  const words = ["page is larger than 50 MB", "pages are larger than 50 MB"] as const;
  yield nothing(parcel.place, ...large.said(parcel.place, "warning", "too-large", words, "No article is that large."));
  if (trouble !== null) throw trouble;
};

const short = (): Trouble => truncated("The web archive stops in the middle of a record.");

interface Head {
  readonly bytes: Buffer;
  readonly length: number;
  readonly uri: string | null;
  /** When it was retrieved, as the record says. */
  readonly date: string | null;
  /** Whether the record holds a server's answer, headers before the page. */
  readonly isAnswer: boolean;
  /** Why it holds no page; null when it may. */
  readonly reason: string | null;
}

/** The head of the next record; null at the end. */
async function headOf(reader: ByteReader): Promise<Head | null> {
  const lines: Buffer[] = [];
  let size = 0;
  for (;;) {
    const line = await reader.line(maxHead);
    if (line === null && lines.length === 0) return null;
    if (line === null) throw short();
    size += line.length;
    if (line === "too-long" || size > maxHead) throw damaged();
    const blank = line.length <= 2 && line.toString("latin1").trim() === "";
    if (blank && lines.length === 0) continue;
    lines.push(line);
    if (lines.length === 1 && !/^WARC\//.test(line.toString("latin1"))) throw damaged();
    if (blank) return parsed(Buffer.concat(lines));
  }
}

const damaged = (): Trouble =>
  new Trouble(
    "damaged",
    "The web archive is damaged: a record does not begin where it should. What came before was read.",
    "Download or copy it again.",
  );

function parsed(bytes: Buffer): Head {
  const text = bytes.toString("utf8");
  const field = (name: string): string | null => new RegExp(`^${name}:(.*)$`, "im").exec(text)?.[1]?.trim() ?? null;
  const length = Number(field("Content-Length") ?? Number.NaN);
  if (!Number.isSafeInteger(length) || length < 0) throw damaged();
  const [type, media] = [(field("WARC-Type") ?? "").toLowerCase(), field("Content-Type") ?? ""];
  const isAnswer = type === "response" && /^application\/http/i.test(media);
  const plain = type === "resource" || type === "conversion" || (type === "response" && !isAnswer);
  const reason = isAnswer || (plain && articleTypes.test(media)) ? null : plain ? "of other types" : `of type ${type}`;
  const uri = field("WARC-Target-URI")?.replace(/^<|>$/g, "") ?? "";
  const named = uri !== "" && uri.length <= longestUri ? uri : null;
  return { bytes, length, uri: named, date: field("WARC-Date"), isAnswer, reason };
}

/** Why an answer is no page: its status or its type; null when it may be one. */
function whyNot(block: Buffer): string | null {
  const head = block.toString("latin1", 0, Math.min(block.length, maxHead)).split(/\r?\n\r?\n/, 1)[0]!;
  const status = /^HTTP\/[\d.]+ (\d{3})/.exec(head)?.[1];
  if (status !== "200") return "redirects and errors";
  const type = /^content-type:[ \t]*([^\r\n]*)/im.exec(head)?.[1] ?? "text/html";
  return articleTypes.test(type) ? null : "of other types";
}

/** When a page was retrieved, as its record says, but not later than now: by it captures of one page are put in order. */
function retrievedAt(date: string | null, now: string): string {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(date ?? "") ? Date.parse(date!) : Number.NaN;
  return Number.isNaN(time) || time > Date.parse(now) ? now : new Date(time).toISOString();
}
