import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { createTarDecoder } from "modern-tar";
import { Entries } from "./entries.js";
import type { Opening, Unpacker } from "./opening.js";
import { type Parcel, truncated } from "./parcel.js";

/** Every file in a tar, in its order. Links are not followed. */
export const unpackTar: Unpacker = async function* (parcel: Parcel, { open }: Opening) {
  const entries = new Entries();
  const stream = Readable.toWeb(Readable.from(parcel.chunks)) as ReadableStream<Uint8Array>;
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
    yield* open({ ...inner, chunks: whole(body, size) });
  }
  yield entries.said(parcel.place);
};

interface Entry {
  readonly header: { readonly name: string; readonly size: number; readonly type?: string };
  readonly body: ReadableStream<Uint8Array>;
}

/** A file's bytes; fewer than its header promises are a truncated archive. */
async function* whole(body: ReadableStream<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  let seen = 0;
  for await (const chunk of body) {
    seen += chunk.length;
    yield chunk;
  }
  if (seen < size) throw truncated("The archive stops in the middle of this file.");
}
