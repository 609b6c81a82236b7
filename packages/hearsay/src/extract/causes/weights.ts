import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import type { Linear } from "./linear.js";
import type { Models } from "./rank.js";

const location = new URL("../../../data/causes.bin", import.meta.url);
let loaded: Models | undefined;

/** The weights shipped with the package (data/causes.md), read at the first call. */
export function models(): Models {
  loaded ??= unpack(brotliDecompressSync(readFileSync(location)));
  return loaded;
}

/** Each model: bits, then bias and scale as 64-bit floats, little-endian, then its table. */
export function pack({ ranker, sentence }: Models): Uint8Array {
  const parts = [ranker, sentence].map(({ bits, bias, scale, table }) => {
    const head = new DataView(new ArrayBuffer(24));
    head.setFloat64(0, bits, true);
    head.setFloat64(8, bias, true);
    head.setFloat64(16, scale, true);
    return [new Uint8Array(head.buffer), new Uint8Array(table.buffer, table.byteOffset, table.length)];
  });
  return Uint8Array.from(Buffer.concat(parts.flat()));
}

export function unpack(bytes: Uint8Array): Models {
  const ranker = readLinear(bytes, 0);
  return { ranker, sentence: readLinear(bytes, 24 + ranker.table.length) };
}

function readLinear(bytes: Uint8Array, at: number): Linear {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at);
  const [bits, bias, scale] = [view.getFloat64(0, true), view.getFloat64(8, true), view.getFloat64(16, true)];
  const table = new Int8Array(bytes.buffer.slice(bytes.byteOffset + at + 24, bytes.byteOffset + at + 24 + 2 ** bits));
  return { bits, bias, scale, table };
}
