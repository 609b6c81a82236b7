/** Reads a stream of bytes by lines and lengths, holding no more of it than it is asked for. */
export class ByteReader {
  private readonly source: AsyncIterator<Uint8Array>;
  private held: Buffer = Buffer.alloc(0);
  private ended = false;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.source = chunks[Symbol.asyncIterator]();
  }

  private async more(): Promise<boolean> {
    if (this.ended) return false;
    const { done, value } = await this.source.next();
    if (done === true) {
      this.ended = true;
      return false;
    }
    this.held = this.held.length === 0 ? Buffer.from(value) : Buffer.concat([this.held, value]);
    return true;
  }

  /** The next line with its line break; null at the end; "too-long" when it has more than `max` bytes, passed over. */
  async line(max: number): Promise<Buffer | "too-long" | null> {
    const parts: Buffer[] = [];
    let size = 0;
    for (;;) {
      const end = this.held.indexOf(10);
      const part = end < 0 ? this.held : this.held.subarray(0, end + 1);
      this.held = this.held.subarray(part.length);
      size += part.length;
      if (size <= max) parts.push(part);
      else parts.length = 0;
      if (end >= 0 || !(await this.more())) break;
    }
    if (size > max) return "too-long";
    return size === 0 ? null : Buffer.concat(parts);
  }

  /** The next `length` bytes; fewer at the end. */
  async take(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    await this.pass(length, (part) => void parts.push(part));
    return Buffer.concat(parts);
  }

  /** Passes over `length` bytes; says how many there were. */
  skip(length: number): Promise<number> {
    return this.pass(length, () => {});
  }

  private async pass(length: number, give: (part: Buffer) => void): Promise<number> {
    let left = length;
    while (left > 0 && (this.held.length > 0 || (await this.more()))) {
      const part = this.held.subarray(0, left);
      this.held = this.held.subarray(part.length);
      left -= part.length;
      if (part.length > 0) give(part);
    }
    return length - left;
  }

  /** Lets go of the stream. */
  async close(): Promise<void> {
    await this.source.return?.();
  }
}

/** A stream of which the beginning is known. */
export interface Peeked {
  readonly head: Buffer;
  /** All of it, the beginning in front again. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Lets go of the stream, read or not. */
  close(): Promise<void>;
}

/** The first bytes of a stream, and the stream with them in front again. */
export async function peek(chunks: AsyncIterable<Uint8Array>, size: number): Promise<Peeked> {
  const source = chunks[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let length = 0;
  while (length < size) {
    const { done, value } = await source.next();
    if (done === true) break;
    parts.push(value);
    length += value.length;
  }
  const first = Buffer.concat(parts);
  const close = async (): Promise<void> => void (await source.return?.());
  return { head: first.subarray(0, size), chunks: resumed(first, source), close };
}

async function* resumed(first: Buffer, source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (first.length > 0) yield first;
    for (;;) {
      const { done, value } = await source.next();
      if (done === true) return;
      yield value;
    }
  } finally {
    await source.return?.();
  }
}

/** All bytes of a stream; null as soon as it has given more than `max`. */
export async function readAll(chunks: AsyncIterable<Uint8Array>, max: number): Promise<Buffer | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of chunks) {
    parts.push(part);
    size += part.length;
    if (size > max) return null;
  }
  return Buffer.concat(parts);
}
