import type { Found } from "../../engine/ports.js";
import type { ColumnMap } from "../../model/fields.js";
import type { Diagnostic } from "../../model/index.js";
import { isFeed } from "../feeds/index.js";
import { declaredFormat } from "../kinds.js";
import { maxBytes, notYet, problem, tooLarge } from "../problems.js";
import { type Peeked, peek, readAll } from "./bytes.js";
import { type Container, containerOf, headSize } from "./detect.js";
import { capture, nothing, type Opening, type Unpacker } from "./opening.js";
import { Budget, maxDepth, type Parcel, Trouble } from "./parcel.js";

/** Readers of containers, loaded when one is met. */
const unpackers: Readonly<Record<Container, () => Promise<Unpacker>>> = {
  gzip: async () => (await import("./gzip.js")).unpackGzip,
  zip: async () => (await import("./zip.js")).unpackZip,
  tar: async () => (await import("./tar.js")).unpackTar,
  warc: async () => (await import("./warc.js")).unpackWarc,
  mbox: async () => (await import("./mbox.js")).unpackMbox,
  json: async () => (await import("./json.js")).unpackJson,
  jsonl: async () => (await import("./json.js")).unpackJsonLines,
  csv: async () => (await import("./csv.js")).unpackCsv,
};

/** What is opened: where it was found, its name, its bytes, and where it lies if on disk. */
export type Outermost = Pick<Parcel, "place" | "name" | "chunks" | "size" | "path">;

/**
 * Every article in a file: the file itself, or what is in the archive, mailbox, web archive or table that it is by
 * its bytes. What cannot be opened is a diagnostic in its place; the rest goes on. Bounded in time and memory.
 */
export async function* unpack(
  outer: Outermost,
  retrieved: string,
  severity: Diagnostic["severity"],
  columns: ColumnMap = {},
): AsyncGenerator<Found> {
  const budget = new Budget(outer.size ?? 0);
  const chunks = outer.size === null ? received(outer.chunks, budget) : outer.chunks;
  const opening: Opening = { retrieved, severity, budget, columns, open: (parcel) => opened(parcel, opening) };
  yield* opened({ ...outer, chunks, depth: 0 }, opening);
}

async function* received(chunks: AsyncIterable<Uint8Array>, budget: Budget): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    budget.receive(chunk.length);
    yield chunk;
  }
}

async function* opened(parcel: Parcel, opening: Opening): AsyncGenerator<Found> {
  let peeked: Peeked | null = null;
  try {
    peeked = await peek(parcel.chunks, headSize);
    const container = isFeed(peeked.head) ? null : containerOf(peeked.head, parcel.name, opening.columns);
    const whole = { ...parcel, chunks: peeked.chunks };
    if (container === null) yield await single(whole, opening);
    else yield* contained(container, whole, opening);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    // A limit of all that is in the outermost file ends the whole of it.
    if ((error.code === "bomb" || error.code === "too-many") && parcel.depth > 0) throw error;
    yield nothing(parcel.place, error.at(parcel.place, isWhole(error) ? "error" : opening.severity));
  } finally {
    await peeked?.close();
  }
}

/** What is cut off or locked is an error wherever it is met; a file of another kind in a folder is none. */
const isWhole = ({ code }: Trouble): boolean => !["no-field", "no-column", "not-json"].includes(code);

async function* contained(container: Container, parcel: Parcel, opening: Opening): AsyncGenerator<Found> {
  if (parcel.depth > maxDepth)
    throw new Trouble(
      "too-deep",
      `Archives in archives, more than ${maxDepth} deep: it was not opened.`,
      "Unpack it yourself and add the files that you want.",
    );
  const unpacker = await unpackers[container]();
  let [articles, errors, said] = [0, 0, 0];
  for await (const found of unpacker(parcel, opening)) {
    if (found.capture !== null) articles++;
    errors += found.diagnostics.filter(({ severity }) => severity === "error").length;
    if (found.capture === null && found.file === parcel.place) said += found.diagnostics.length;
    if (found.capture !== null || found.diagnostics.length > 0) yield found;
  }
  if (articles === 0 && errors === 0) yield nothing(parcel.place, empty(parcel.place, opening.severity));
  // Nothing to say of it clears what was said before.
  else if (said === 0) yield nothing(parcel.place);
}

const empty = (place: string, severity: Diagnostic["severity"]): Diagnostic =>
  problem(severity, "empty", place, "There is no article in it.", "Open it yourself and see what it holds.");

/** A single document: one capture, its bytes as they are. */
async function single(parcel: Parcel, opening: Opening): Promise<Found> {
  const { place, size, chunks } = parcel;
  if (size !== null && size > maxBytes) return nothing(place, tooLarge(place, size));
  const bytes = await readAll(chunks, maxBytes);
  if (bytes === null) return nothing(place, tooLarge(place, null));
  const declared = declaredFormat(bytes, parcel.name || place);
  if (declared === "locked") return nothing(place, locked.at(place));
  if (declared !== null) return nothing(place, notYet(opening.severity, place, declared));
  return capture(place, bytes, opening);
}

const locked = new Trouble("password", "It is protected by a password.", "Save it without one and add that file.");
