import type { Diagnostic } from "../../model/index.js";
import { maxBytes, problem } from "../problems.js";
import { ByteReader } from "./bytes.js";
import { capture, nothing, type Opening, type Unpacker } from "./opening.js";
import { type Parcel, Trouble, truncated } from "./parcel.js";
import { Tally } from "./tally.js";

/** Longest head of a record or of an answer, in bytes: addresses and cookies can be long. */
const maxHead = 256 * 1024;
/** What can be an article, of all that a crawl keeps. */
const articleTypes =
  /^(?:text\/(?:html|plain|markdown)|application\/(?:xhtml\+xml|pdf|epub\+zip|vnd\.openxmlformats-officedocument\.wordprocessingml\.document|vnd\.oasis\.opendocument\.text))\b/i;

/**
 * Every page of a web archive: a record as it stands in the file, its headers with it, under its address
 * ("crawl.warc.gz#https://…"). Requests, images, redirects and errors are passed over and counted.
 */
export const unpackWarc: Unpacker = async function* (parcel: Parcel, opening: Opening) {
  const reader = new ByteReader(parcel.chunks);
  const passed = new Map<string, number>();
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
        else passed.set(why, (passed.get(why) ?? 0) + 1);
        if ((await reader.skip(length)) < length) throw short();
        continue;
      }
      const block = await reader.take(length);
      if (block.length < length) throw short();
      const reason = head.isAnswer ? whyNot(block) : null;
      if (reason === null)
        yield capture(`${parcel.place}#${uri ?? number}`, Buffer.concat([head.bytes, block]), opening);
      else passed.set(reason, (passed.get(reason) ?? 0) + 1);
    }
  } catch (error) {
    trouble = error;
  } finally {
    await reader.close();
  }
  if (passed.size > 0) yield nothing(parcel.place, summed(parcel.place, passed));
  const words = ["page is larger than 50 MB", "pages are larger than 50 MB"] as const;
  yield nothing(parcel.place, ...large.said(parcel.place, "warning", "too-large", words, "No article is that large."));
  if (trouble !== null) throw trouble;
};

const short = (): Trouble => truncated("The web archive stops in the middle of a record.");

interface Head {
  readonly bytes: Buffer;
  readonly length: number;
  readonly uri: string | null;
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
  return { bytes, length, uri: field("WARC-Target-URI")?.replace(/^<|>$/g, "") ?? null, isAnswer, reason };
}

/** Why an answer is no page: its status or its type; null when it may be one. */
function whyNot(block: Buffer): string | null {
  const head = block.toString("latin1", 0, Math.min(block.length, maxHead)).split(/\r?\n\r?\n/, 1)[0]!;
  const status = /^HTTP\/[\d.]+ (\d{3})/.exec(head)?.[1];
  if (status !== "200") return "redirects and errors";
  const type = /^content-type:[ \t]*([^\r\n]*)/im.exec(head)?.[1] ?? "text/html";
  return articleTypes.test(type) ? null : "of other types";
}

function summed(place: string, passed: ReadonlyMap<string, number>): Diagnostic {
  const list = [...passed].sort().map(([what, count]) => `${count} ${what}`);
  return problem("info", "skipped", place, `Passed over, no pages: ${list.join(", ")}.`);
}
