import { constants, inflateSync } from "node:zlib";
import { swollen } from "../trouble.js";

/** One stream of a PDF may unpack to so much, and all together; an uncompressed page of a magazine is half of it. */
const maxStream = 128 * 1024 * 1024;
const maxAll = 1024 * 1024 * 1024;
/** Compressed again inside: no writer does that more than once. */
const maxLayers = 2;

/**
 * Throws when a stream of a PDF unpacks to far more than it should: the library that reads it has no limit of its
 * own. Every stream is unpacked once here, a few hundredths of a second for an ordinary file.
 */
export function refuseSwollen(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let all = 0;
  for (let at = file.indexOf("stream"); at >= 0; at = file.indexOf("stream", at + 6)) {
    if (file.toString("latin1", at - 3, at) === "end") continue;
    let start = at + 6;
    while (file[start] === 13 || file[start] === 10) start++;
    const end = file.indexOf("endstream", start);
    all += unpackedSize(file.subarray(start, end < 0 ? file.length : end), 0);
    if (all > maxAll) throw swollen();
  }
}

function unpackedSize(data: Buffer, layer: number): number {
  const isDeflated = data.length > 2 && (data[0]! & 15) === 8 && ((data[0]! << 8) | data[1]!) % 31 === 0;
  if (!isDeflated || layer >= maxLayers) return 0;
  try {
    const inner = inflateSync(data, { maxOutputLength: maxStream, finishFlush: constants.Z_SYNC_FLUSH });
    return inner.length + unpackedSize(inner, layer + 1);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw swollen();
    return 0;
  }
}
