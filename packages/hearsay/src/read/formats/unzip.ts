import yauzl from "yauzl";
import { damaged, locked, swollen, Unreadable } from "./trouble.js";

/** A document's parts may together unpack to so many bytes: the text of ten long books, with its markup. */
const maxUnpacked = 32 * 1024 * 1024;
const maxParts = 20_000;

/**
 * The parts of a document that is a zip (Word, OpenDocument, EPUB) whose names are wanted, unpacked and checked:
 * that each is as large as the zip says is what makes it safe to hand the same bytes to another reader.
 */
export async function partsOf(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Promise<ReadonlyMap<string, Buffer>> {
  const parts = new Map<string, Buffer>();
  let total = 0;
  try {
    const zip = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    for await (const entry of zip.eachEntry()) {
      if (zip.entriesRead > maxParts) throw swollen();
      if (!wanted(entry.fileName)) continue;
      if (entry.isEncrypted()) throw locked();
      total += entry.uncompressedSize;
      if (total > maxUnpacked) throw swollen();
      const chunks: Buffer[] = [];
      for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
      parts.set(entry.fileName, Buffer.concat(chunks));
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw damaged(`The file is damaged (${error instanceof Error ? error.message : error}).`);
  }
  return parts;
}
