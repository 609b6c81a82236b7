import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { createTarDecoder } from "modern-tar";
import { problem } from "../problems.js";
import { isTarHeader } from "./detect.js";
import { Entries } from "./entries.js";
import { nothing, type Opening, type Unpacker } from "./opening.js";
import { type Parcel, Trouble, truncated } from "./parcel.js";

/** Every file in a tar, in its order. Links are not followed. */
export const unpackTar: Unpacker = async function* (parcel: Parcel, { open }: Opening) {
  const entries = new Entries();
  const source = new Source();
  const stream = Readable.toWeb(Readable.from(source.follow(parcel.chunks))) as ReadableStream<Uint8Array>;
  const decoder = createTarDecoder() as unknown as Parameters<typeof stream.pipeThrough>[0];
  for await (const entry of stream.pipeThrough(decoder) as unknown as AsyncIterable<Entry>) {
    const { header, body } = entry;
    const name = header.type === "file" ? entries.nameOf(header.name) : null;
    if (name === null) {
      await body.cancel();
      continue;
    }
    const { size } = header;
    const inner = { place: `${parcel.place}/${name}`, name, size, path: null, depth: parcel.depth + 1 };
    yield* open({ ...inner, chunks: whole(body, size, source) });
  }
  yield entries.said(parcel.place);
  if (source.failure !== null) throw source.failure;
  const { stop } = source;
  if (stop === "inside" && !source.told) throw truncated("The archive stops in the middle.");
  if (stop === "edge") yield nothing(parcel.place, endless(parcel.place));
};

const endless = (place: string) =>
  problem(
    "warning",
    "truncated",
    place,
    "The archive does not say where it ends: files may be missing at its end.",
    "Some programs write it so; if files are missing, download or copy it again.",
  );

interface Entry {
  readonly header: { readonly name: string; readonly size: number; readonly type?: string };
  readonly body: ReadableStream<Uint8Array>;
}

/** A file's bytes; fewer than its header promises are a truncated archive. */
async function* whole(body: ReadableStream<Uint8Array>, size: number, source: Source): AsyncGenerator<Uint8Array> {
  let seen = 0;
  for await (const chunk of body) {
    seen += chunk.length;
    yield chunk;
  }
  if (seen >= size) return;
  source.told = true;
  throw source.failure ?? truncated("The archive stops in the middle of this file.");
}

const blockSize = 512;

/**
 * A tar's bytes on their way to the decoder, which takes every end for a good one. An error ends them only, so that
 * the decoder gives what came before it.
 */
class Source {
  /** Why the bytes ended too early. */
  failure: unknown = null;
  /** Whether that a part is missing has been said of a file in it. */
  told = false;
  private readonly header = Buffer.alloc(blockSize);
  /** How much of a header there is. */
  private filled = 0;
  /** How much of a file is still to come, with what fills its last block. */
  private left = 0;
  private ended = false;

  async *follow(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of chunks) {
        const sound = this.pass(chunk);
        // The decoder would pass over what it cannot read, and take what follows for something else.
        yield chunk.subarray(0, sound);
        if (sound < chunk.length) throw damaged();
      }
    } catch (error) {
      this.failure = error;
    }
  }

  /** Where the bytes stop: at the archive's end, between two files, or inside a header or a file. */
  get stop(): "end" | "edge" | "inside" {
    // A header begins with a name: zeros are the beginning of the end.
    if (this.ended || (this.filled > 0 && isZero(this.header.subarray(0, this.filled)))) return "end";
    return this.left > 0 || this.filled > 0 ? "inside" : "edge";
  }

  /** How many of its bytes are what they should be. */
  private pass(chunk: Uint8Array): number {
    for (let at = 0; at < chunk.length && !this.ended; ) {
      const wanted = this.left > 0 ? this.left : blockSize - this.filled;
      const part = chunk.subarray(at, at + wanted);
      at += part.length;
      if (this.left > 0) this.left -= part.length;
      else if (!this.read(part)) return at - part.length;
    }
    return chunk.length;
  }

  /** @returns whether what there is of the header can be one */
  private read(part: Uint8Array): boolean {
    this.header.set(part, this.filled);
    this.filled = (this.filled + part.length) % blockSize;
    if (this.filled > 0) return true;
    this.ended = isZero(this.header);
    if (this.ended) return true;
    const size = sizeIn(this.header);
    this.left = Math.ceil((size ?? 0) / blockSize) * blockSize;
    return size !== null && isTarHeader(this.header);
  }
}

const isZero = (bytes: Buffer): boolean => bytes.every((byte) => byte === 0);

const damaged = (): Trouble =>
  new Trouble(
    "damaged",
    "The archive is damaged: a file in it does not begin where it should. What came before was read.",
    "Download or copy it again.",
  );

/** How many bytes follow a header: links, folders and devices have none. Null when it does not say. */
function sizeIn(header: Buffer): number | null {
  if (/[1-6]/.test(String.fromCharCode(header[156]!))) return 0;
  const size =
    header[124]! >= 128
      ? header.subarray(125, 136).reduce((sum, byte) => sum * 256 + byte, header[124]! & 127)
      : Number.parseInt(/^ *([^ \0]*)/.exec(header.toString("latin1", 124, 136))![1] || "0", 8);
  return Number.isSafeInteger(size) && size >= 0 ? size : null;
}
