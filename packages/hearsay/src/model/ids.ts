import { hash } from "node:crypto";

/** The hex SHA-256 of bytes or text: names a capture by its content. */
export function contentHash(content: Uint8Array | string): string {
  return hash("sha256", content, "hex");
}

/**
 * A short, stable id: `prefix` and twelve hex digits of the parts.
 * Same parts, same id, on any machine and in any input order.
 */
export function stableId(prefix: string, ...parts: readonly (string | number)[]): string {
  return `${prefix}-${contentHash(parts.join("\u0000")).slice(0, 12)}`;
}
