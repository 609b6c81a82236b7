import { squeezed } from "../read/text.js";

/** What sources need of reading before there is anything to read: text out of bytes, a date out of a feed's. */
export { machineDate } from "../read/dates.js";
export { decode } from "../read/decode.js";

/** The article's own words on a page, as reading finds them; empty where it finds none. */
export async function articleIn(bytes: Uint8Array, url: string, charset: string | null): Promise<string> {
  const { read } = await import("../read/index.js");
  const { output } = read({ id: url, file: url, url, bytes, hints: charset === null ? {} : { charset } });
  return output?.text ?? "";
}

/** Whether a text begins in another, but for marks and capitals; so does an empty one. */
export const beginsIn = (text: string, other: string): boolean => squeezed(other).includes(squeezed(text).slice(0, 60));
