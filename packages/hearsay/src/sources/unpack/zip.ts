import yauzl, { type Entry, type ZipFile } from "yauzl";
import type { Found } from "../../engine/ports.js";
import { maxBytes, notYet, problem, tooLarge } from "../problems.js";
import { readAll } from "./bytes.js";
import { Entries } from "./entries.js";
import { capture, nothing, type Opening, type Unpacker } from "./opening.js";
import { type Budget, type Parcel, Trouble } from "./parcel.js";
import { Tally } from "./tally.js";

/** A zip that does not lie on disk is held in memory, up to so much. */
const maxHeld = 256 * 1024 * 1024;
/** Names listed; a zip with more is a bomb of names. */
const maxEntries = 200_000;

/** Every file in a zip, in its order; a document that is itself a zip (Word, OpenDocument, EPUB) as one. */
export const unpackZip: Unpacker = async function* (parcel: Parcel, opening: Opening) {
  const held = parcel.path === null ? await readAll(parcel.chunks, maxHeld) : null;
  if (parcel.path === null && held === null) return yield nothing(parcel.place, tooLarge(parcel.place, null));
  const zip = await readable(
    held === null ? yauzl.openPromise(parcel.path!, options) : yauzl.fromBufferPromise(held, options),
  );
  try {
    const list = await readable(listed(zip));
    const document = documentOf(list);
    if (document === null) yield* files(zip, list, parcel, opening);
    else yield await asDocument(document, held, parcel, opening);
  } finally {
    zip.close();
  }
};

const options = { lazyEntries: true, autoClose: false, decodeStrings: false } as const;

/** A zip's own errors, in our words. */
async function readable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Trouble) throw error;
    const message = error instanceof Error ? error.message : String(error);
    if (/encryption/.test(message)) throw locked();
    const missing = /end of central directory|not a zip|multi-disk/i.test(message);
    throw new Trouble(
      missing ? "truncated" : "damaged",
      missing ? "The archive has no end: a part of it is missing." : `The archive is damaged (${message}).`,
      "Download or copy it again; an archive in several parts must be put together first.",
    );
  }
}

const locked = (): Trouble =>
  new Trouble("password", "It is protected by a password.", "Unpack it with the password and add the files.");

interface Listed {
  readonly name: string;
  readonly entry: Entry;
}

async function listed(zip: ZipFile): Promise<readonly Listed[]> {
  const list: Listed[] = [];
  for await (const entry of zip.eachEntry()) {
    const name = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
    list.push({ name, entry });
    if (list.length > maxEntries)
      throw new Trouble("too-many", `It holds more than ${maxEntries} files.`, "Unpack it and add what you want.");
  }
  return list;
}

/** What a zip is when it is one document: null for an archive, else whether its format is read, by its name. */
function documentOf(list: readonly Listed[]): { readonly notRead: string | null } | null {
  const has = (name: string): boolean => list.some((one) => one.name === name);
  if (has("word/document.xml") || has("META-INF/container.xml")) return { notRead: null };
  if (has("content.xml") && has("META-INF/manifest.xml")) return { notRead: null };
  if (has("xl/workbook.xml")) return { notRead: "Excel" };
  return has("ppt/presentation.xml") ? { notRead: "PowerPoint" } : null;
}

async function asDocument(
  { notRead }: { readonly notRead: string | null },
  held: Buffer | null,
  { place, chunks }: Parcel,
  opening: Opening,
): Promise<Found> {
  if (notRead !== null) return nothing(place, notYet(opening.severity, place, notRead));
  const bytes = held ?? (await readAll(chunks, maxBytes));
  return bytes === null || bytes.length > maxBytes
    ? nothing(place, tooLarge(place, bytes?.length ?? null))
    : capture(place, bytes, opening);
}

/** In a zip of a crawl (WACZ) the pages are here; the rest are indexes of them. */
const inCrawl = /^archive\/[^/]+\.warc(?:\.gz)?$/;

async function* files(
  zip: ZipFile,
  list: readonly Listed[],
  { place, depth }: Parcel,
  { open, budget, severity }: Opening,
): AsyncGenerator<Found> {
  const [entries, secret] = [new Entries(), new Tally()];
  const isCrawl = list.some(({ name }) => name === "datapackage.json") && list.some(({ name }) => inCrawl.test(name));
  for (const { name: given, entry } of list) {
    const name = given.endsWith("/") || (isCrawl && !inCrawl.test(given)) ? null : entries.nameOf(given);
    if (name === null) continue;
    if (entry.isEncrypted()) {
      secret.add(name);
      continue;
    }
    const inner = { place: `${place}/${name}`, name, size: entry.uncompressedSize, path: null, depth: depth + 1 };
    if (!entry.canDecodeFileData()) yield nothing(inner.place, unknownPacking(inner.place, severity));
    else yield* open({ ...inner, chunks: contents(zip, entry, budget) });
  }
  const words = ["file is protected by a password", "files are protected by a password"] as const;
  const remedy = "Unpack it with the password and add the files.";
  yield nothing(place, ...secret.said(place, "error", "password", words, remedy));
  yield entries.said(place);
}

const unknownPacking = (place: string, severity: "info" | "warning" | "error") =>
  problem(
    severity,
    "unknown-packing",
    place,
    "It is packed in a way that is not read.",
    "Unpack it and add the files.",
  );

async function* contents(zip: ZipFile, entry: Entry, budget: Budget): AsyncGenerator<Uint8Array> {
  const stream = await readable(zip.openReadStreamPromise(entry));
  const chunks = (stream as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value } = await readable(chunks.next());
      if (done === true) return;
      budget.spend(value.length);
      yield value;
    }
  } finally {
    stream.destroy();
  }
}
