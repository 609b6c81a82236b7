import { HearsayError } from "../model/index.js";
import { asJson } from "../records/write.js";

/** Longest answer, in UTF-16 units of its JSON: what a reader can still take in. */
export const longestAnswer = 60_000;
/** Longest title, name or outlet that is shown; longest quotation, and where the answer would be too long with these. */
const [longestName, longestQuote, shortQuote] = [300, 1_500, 300] as const;
/** An address that is longer is left out: a part of one leads nowhere. */
const longestAddress = 2_000;

/** Texts that are as long as they have to be: bounded where they are made, or by the whole answer. */
const whole = new Set(["notice", "caution", "untrusted_text", "markdown", "value", "why"]);

/**
 * An answer that a reader can take in: titles, names and outlets cut with "…", quotations cut with their places, all of
 * them more where it would be too long else.
 * @throws HearsayError `mcp.long` where that does not do
 */
export function fitting(answer: object): object {
  let length = 0;
  for (const most of [longestQuote, shortQuote]) {
    const shown = cut(answer, most) as object;
    length = asJson(shown).length;
    if (length <= longestAnswer) return shown;
  }
  throw new HearsayError(
    "mcp.long",
    `The answer would be ${length} characters long, and ${longestAnswer} are the most: ask for fewer records, or narrow it down.`,
  );
}

/** A title, name or outlet of a length that can be read. */
export const shortened = (text: string): string =>
  text.length > longestName ? `${text.slice(0, longestName - 1)}…` : text;

export const addressOf = (url: string | null): string | null =>
  url === null || url.length > longestAddress ? null : url;

/** A part of an answer, its texts cut. */
export function cut(value: unknown, quoted: number = longestQuote, key = ""): unknown {
  if (typeof value === "string") return textOf(value, quoted, key);
  if (Array.isArray(value)) return value.map((one) => cut(one, quoted, key));
  if (typeof value !== "object" || value === null) return value;
  const shown = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, cut(one, quoted, name)]));
  const { quote, start, end } = shown;
  if (typeof quote !== "string" || typeof start !== "number" || typeof end !== "number") return shown;
  return { ...shown, end: Math.min(end, start + quote.length) };
}

function textOf(text: string, quoted: number, key: string): string | null {
  if (whole.has(key)) return text;
  if (key === "quote") return text.slice(0, quoted);
  if (key === "url") return addressOf(text);
  return shortened(text);
}
