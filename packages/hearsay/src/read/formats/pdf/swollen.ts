import { constants, inflateSync } from "node:zlib";
import { swollen } from "../trouble.js";

/** One stream of a PDF may unpack to so much, and all together; an uncompressed page of a magazine is half of it. */
const maxStream = 128 * 1024 * 1024;
const maxAll = 1024 * 1024 * 1024;
/** Compressed again inside: no writer does that more than once. */
const maxLayers = 2;
/** So many times its own size a file's streams may be together: one after another they are never more than once. */
const maxTries = 4;

/**
 * Throws when a stream of a PDF unpacks to far more than it should: the library that reads it has no limit of its
 * own. Every stream is unpacked once here, a few hundredths of a second for an ordinary file.
 */
export function refuseSwollen(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [all, tried, end] = [0, 0, 0];
  for (let at = file.indexOf("stream"); at >= 0; at = file.indexOf("stream", at + 6)) {
    if (file.toString("latin1", at - 3, at) === "end") continue;
    let start = at + 6;
    while (file[start] === 13 || file[start] === 10) start++;
    if (end < start) end = endOf(file, start);
    const data = file.subarray(start, end);
    if (!isDeflated(data)) continue;
    // The word may stand in a comment before a stream, so that each is tried; but streams in streams have no end.
    tried += data.length;
    if (tried > maxTries * file.length) throw swollen();
    all += unpackedSize(data, 0);
    if (all > maxAll) throw swollen();
  }
}

/** Where the stream ends that begins here: with the file when nothing ends it. */
function endOf(file: Buffer, start: number): number {
  const end = file.indexOf("endstream", start);
  return end < 0 ? file.length : end;
}

/** As a stream begins that zlib wrote. */
const isDeflated = (data: Buffer): boolean =>
  data.length > 2 && (data[0]! & 15) === 8 && ((data[0]! << 8) | data[1]!) % 31 === 0;

function unpackedSize(data: Buffer, layer: number): number {
  if (!isDeflated(data) || layer >= maxLayers) return 0;
  try {
    const inner = inflateSync(data, { maxOutputLength: maxStream, finishFlush: constants.Z_SYNC_FLUSH });
    return inner.length + unpackedSize(inner, layer + 1);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw swollen();
    return 0;
  }
}
