/** The file starts with this and a version; then the length of the JSON that describes the sections. */
const magic = "english model 1\n";

/** Sections of bytes by name. */
export type Sections = ReadonlyMap<string, Uint8Array>;

/** Puts sections into one file: magic, JSON line of [name, length] pairs, then the bytes. */
export function writeSections(sections: Sections): Uint8Array {
  const index = [...sections].map(([name, bytes]) => [name, bytes.length]);
  const head = new TextEncoder().encode(`${magic}${JSON.stringify(index)}\n`);
  const out = new Uint8Array([...sections.values()].reduce((sum, bytes) => sum + bytes.length, head.length));
  out.set(head);
  let at = head.length;
  for (const bytes of sections.values()) {
    out.set(bytes, at);
    at += bytes.length;
  }
  return out;
}

/**
 * The sections of a model file.
 * @throws Error when the bytes are no model of this version
 */
export function readSections(file: Uint8Array): Sections {
  const decoder = new TextDecoder();
  if (decoder.decode(file.subarray(0, magic.length)) !== magic) throw new Error("not a model this version can read");
  const lineEnd = file.indexOf(10, magic.length);
  const index = JSON.parse(decoder.decode(file.subarray(magic.length, lineEnd))) as [string, number][];
  let at = lineEnd + 1;
  return new Map(
    index.map(([name, length]) => {
      const bytes = file.subarray(at, at + length);
      at += length;
      return [name, bytes];
    }),
  );
}
