import { createHash } from "node:crypto";

/** The namespace of every UUID that Hearsay gives: version 5 of "hearsay" in the nil namespace. */
const namespace = "e515c335-233f-5012-b82e-12a1e8f275dc";

/**
 * The UUID of a name, version 5 (RFC 9562, 5.5): same name, same UUID, on any machine.
 * @param kind keeps records of different kinds with one id apart
 */
export function uuid(kind: string, name: string): string {
  const bytes = createHash("sha1")
    .update(Buffer.from(namespace.replaceAll("-", ""), "hex"))
    .update(`${kind}:${name}`)
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
