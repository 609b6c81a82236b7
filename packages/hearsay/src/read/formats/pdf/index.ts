import type { Converted } from "../converted.js";
export async function fromPdf(_bytes: Uint8Array): Promise<Converted> {
  return { text: "" };
}
