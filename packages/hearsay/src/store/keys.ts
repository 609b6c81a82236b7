import { contentHash } from "../model/index.js";

/** Longest text that is a key as it is, in UTF-16 units: PostgreSQL's index takes 2,700 bytes for a whole row's keys. */
const longestKey = 400;

/** What no database takes as text: NUL, and halves of surrogate pairs. */
const noText = /[\0\p{Cs}]/gu;

/** What stands for a text in keys: itself, or its beginning and its hash where it is too long or no text to a database. */
export function shortKey(text: string): string {
  if (text.length <= longestKey && text.search(noText) < 0) return text;
  return `${text.slice(0, 200).replace(noText, "")}… ${contentHash(text)}`;
}

/** A text that is no key by itself, as it is stored besides: as JSON, which has an escape for everything. */
export const wholeOf = (text: string): string | null => (shortKey(text) === text ? null : JSON.stringify(text));

/** The text a key stands for. */
export const textOf = (key: string, whole: string | null): string =>
  whole === null ? key : (JSON.parse(whole) as string);

/** A version as it is stored: it names places, and these may hold what no database takes. */
export const asText = (version: string): string =>
  version.search(noText) < 0 ? version : `=${JSON.stringify(version)}`;
export const fromText = (stored: string): string =>
  stored.startsWith('="') ? (JSON.parse(stored.slice(1)) as string) : stored;
