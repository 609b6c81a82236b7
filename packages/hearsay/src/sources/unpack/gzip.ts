import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { flowOf } from "./flow.js";
import type { Opening, Unpacker } from "./opening.js";
import { type Budget, type Parcel, truncated } from "./parcel.js";

/** The one file inside a gzip; of a web archive, whose records are compressed one by one, all of them. */
export const unpackGzip: Unpacker = async function* (parcel: Parcel, { open, budget }: Opening) {
  const name = parcel.name.replace(/\.tgz$/i, ".tar").replace(/\.gz$/i, "");
  const chunks = inflated(parcel.chunks, budget);
  yield* open({ ...parcel, name, chunks, size: null, path: null, depth: parcel.depth + 1 });
};

async function* inflated(chunks: AsyncIterable<Uint8Array>, budget: Budget): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  // The error reaches us through the flow.
  pipeline(Readable.from(chunks), gunzip, () => {});
  try {
    for await (const chunk of flowOf<Buffer>(gunzip)) {
      budget.spend(chunk.length);
      yield chunk;
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (code === "Z_BUF_ERROR") throw truncated("Its compressed data stop in the middle.");
    throw code.startsWith("Z_") ? truncated("Its compressed data are damaged.") : error;
  }
}
