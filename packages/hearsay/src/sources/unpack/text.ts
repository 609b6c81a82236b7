import { detect } from "chardet";

/** So much of a data file decides how all of it is encoded. */
const sampleSize = 1_000_000;

/**
 * The encoding of a data file: byte order mark, then UTF-8 if the sample is that, then a guess. An article's own bytes
 * are decoded when it is read; a table has to be text before its rows can be told apart.
 */
export function encodingOf(sample: Uint8Array): string {
  const [a, b] = sample;
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (isUtf8(sample.subarray(0, sampleSize))) return "utf-8";
  const guessed = detect(sample.subarray(0, 64_000))?.toLowerCase() ?? "windows-1252";
  try {
    return /utf-?8|ascii|8859-1$/.test(guessed) ? "windows-1252" : new TextDecoder(guessed).encoding;
  } catch {
    return "windows-1252";
  }
}

/** Whether bytes are UTF-8, the last character perhaps cut off. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** A stream of bytes as text. */
export async function* decoded(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** The same text as UTF-8 bytes. */
export async function* asUtf8(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array> {
  for await (const text of decoded(chunks, encoding)) yield Buffer.from(text);
}
