import type { Found } from "../../engine/ports.js";
import { type ColumnMap, writtenIn } from "../../model/fields.js";
import { maxBytes } from "../problems.js";
import { ByteReader, peek, readAll } from "./bytes.js";
import { Columns } from "./columns.js";
import { headSize } from "./detect.js";
import { nothing, type Opening, record, type Unpacker } from "./opening.js";
import { type Parcel, Trouble } from "./parcel.js";
import { Tally } from "./tally.js";
import { asUtf8, encodingOf } from "./text.js";

/** Lists in objects in objects: a search engine's answer has its hits three levels down. */
const maxLevels = 5;

type JsonObject = Readonly<Record<string, unknown>>;

/** The articles in a JSON file: an object that is one, or every one in the first list of them. */
export const unpackJson: Unpacker = async function* (parcel: Parcel, opening: Opening) {
  const { place } = parcel;
  const bytes = await readAll(parcel.chunks, maxBytes);
  if (bytes === null)
    throw new Trouble("too-large", "Larger than 50 MB.", "Write it as JSON lines, one article a line.");
  const value = parse(new TextDecoder(encodingOf(bytes)).decode(bytes));
  const isArticle = articleBy(opening.columns);
  const columns = new Columns(opening.columns);
  if (isArticle(value)) {
    columns.see(value as JsonObject);
    yield record(place, bytes, opening);
    return yield nothing(place, ...columns.said(place, opening.severity));
  }
  const records = articlesIn(value, isArticle);
  if (records === null) {
    const first = firstObject(value);
    if (first !== null) columns.see(first);
    const [lacking] = columns.said(place, opening.severity);
    if (lacking !== undefined) return yield nothing(place, lacking);
    throw new Trouble("no-field", "No object in it has a text.", howToName);
  }
  yield* each(parcel, opening, records);
};

function* each({ place }: Parcel, opening: Opening, records: readonly unknown[]): Generator<Found> {
  const [without, deep, columns] = [new Tally(), new Tally(), new Columns(opening.columns)];
  const isArticle = articleBy(opening.columns);
  for (const [i, one] of records.entries()) {
    if (isObject(one)) columns.see(one);
    const bytes = isArticle(one) ? bytesOf(one) : null;
    if (bytes !== null) yield record(`${place}#${i + 1}`, bytes, opening);
    else (isArticle(one) ? deep : without).add(i + 1);
  }
  const none = withoutText(place, without, ["object has no text", "objects have no text"]);
  const words = ["object is nested too deep", "objects are nested too deep"] as const;
  const nested = deep.said(place, "error", "too-deep", words, "Write the article's own fields only.");
  yield nothing(place, ...columns.said(place, opening.severity), ...none, ...nested);
}

/** An object as JSON; null for one that is nested deeper than it can be written. */
function bytesOf(value: unknown): Buffer | null {
  try {
    return Buffer.from(JSON.stringify(value));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const howToName = `Name the article's text "text", "body" or "html", or say what it is called: --columns text=NAME.`;

const withoutText = (place: string, without: Tally, words: readonly [string, string]) =>
  without.said(place, "warning", "no-field", words, howToName);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message.slice(0, 200) : "";
    // Excerpts of the text that some releases of Node put there say nothing to a reader.
    const where = /(?:at|in JSON at) position (\d+)/.exec(message)?.[1];
    const lines = where === undefined ? "" : `, at line ${text.slice(0, Number(where)).split("\n").length}`;
    throw new Trouble("not-json", `This is not valid JSON${lines}.`, "Check that the download finished.");
  }
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a value is an object with a text or a page in it. */
const articleBy =
  (columns: ColumnMap) =>
  (value: unknown): boolean =>
    isObject(value) && (writtenIn("text", value, columns) !== null || writtenIn("html", value, columns) !== null);

/** The object whose fields a file is likely to be about, to tell of them. */
function firstObject(value: unknown): JsonObject | null {
  for (let [one, depth] = [value, 0]; depth < maxLevels; depth++) {
    if (Array.isArray(one)) one = one[0];
    if (!isObject(one)) return null;
    const list = Object.values(one).find((inner) => Array.isArray(inner) && isObject(inner[0]));
    if (list === undefined) return one;
    one = list;
  }
  return null;
}

/** The first list that holds articles, level by level; its entries may be wrapped as a search engine does ("_source"). */
function articlesIn(value: unknown, isArticle: (value: unknown) => boolean): readonly unknown[] | null {
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth < maxLevels; depth++) {
    for (const one of level) {
      if (!Array.isArray(one)) continue;
      const unwrapped = one.map((entry) => (isObject(entry) && isObject(entry._source) ? entry._source : entry));
      if (unwrapped.some(isArticle)) return unwrapped;
    }
    level = level.flatMap((one) => (isObject(one) ? Object.values(one) : []));
    const single = level.find(isArticle);
    if (single !== undefined) return [single];
  }
  return null;
}

/** One article a line. Places are numbered by line: "scrape.jsonl#12". */
export const unpackJsonLines: Unpacker = async function* (parcel: Parcel, opening: Opening) {
  const { place } = parcel;
  const { head, chunks } = await peek(parcel.chunks, headSize);
  const encoding = encodingOf(head.subarray(0, 4));
  const reader = new ByteReader(encoding.startsWith("utf-16") ? asUtf8(chunks, encoding) : chunks);
  const [broken, without, large] = [new Tally(), new Tally(), new Tally()];
  const columns = new Columns(opening.columns);
  const isArticle = articleBy(opening.columns);
  try {
    for (let number = 1; ; number++) {
      const line = await reader.line(maxBytes);
      if (line === null) break;
      if (line === "too-long") large.add(number);
      else if (line.some((byte) => byte > 32)) {
        const value = valueIn(line);
        if (isObject(value)) columns.see(value);
        if (isArticle(value)) yield record(`${place}#${number}`, trimmed(line), opening);
        else (value === undefined ? broken : without).add(number);
      }
    }
  } finally {
    await reader.close();
  }
  yield nothing(
    place,
    ...columns.said(place, opening.severity),
    ...broken.said(place, "error", "not-json", ["line is not JSON", "lines are not JSON"], "Check how it was written."),
    ...withoutText(place, without, ["line has no text", "lines have no text"]),
    ...large.said(
      place,
      "error",
      "too-large",
      ["line is longer than 50 MB", "lines are longer than 50 MB"],
      "No article is that large.",
    ),
  );
};

/** What a line of JSON says; undefined when it is none. */
function valueIn(line: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder(encodingOf(line)).decode(line));
  } catch {
    return undefined;
  }
}

/** Without byte order mark and line break: the same article is the same capture wherever it stands. */
function trimmed(line: Buffer): Buffer {
  const start = line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf ? 3 : 0;
  let end = line.length;
  while (end > start && line[end - 1]! <= 32) end--;
  return line.subarray(start, end);
}
