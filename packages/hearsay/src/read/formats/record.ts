import { type ColumnMap, type Field, heldIn, writtenIn } from "../../model/fields.js";
import { decode } from "../decode.js";
import { authorsOf, unique } from "../names.js";
import type { Converted } from "./converted.js";
import { underTitle } from "./markup.js";

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * An object of a JSON file or a row of a table, when bytes are one: its text or page, and what the other fields state
 * (names in `model/fields.ts`). Null for anything else.
 * @param columns which of its fields hold what, where that has been said
 */
export function fromRecord(bytes: Uint8Array, columns: ColumnMap = {}): Converted | null {
  const record = objectIn(bytes);
  if (record === null) return null;
  const value = (field: Field): unknown => heldIn(field, record, columns);
  const [html, text] = [writtenIn("html", record, columns), writtenIn("text", record, columns)];
  if (html === null && text === null) return null;
  const title = textOf(value("title"));
  const url = textOf(value("url"));
  return {
    ...contentOf(html, text, title),
    url: url !== null && /^https?:\/\//i.test(url) ? url : null,
    stated: {
      sure: true,
      title,
      deck: textOf(value("deck")),
      authors: authorsIn(value("authors")),
      outlet: textOf(value("outlet")),
      published: dateIn(value("published")),
      modified: dateIn(value("modified")),
      language: textOf(value("language")),
    },
  };
}

function objectIn(bytes: Uint8Array): JsonObject | null {
  if (bytes.subarray(0, 4).indexOf(0x7b) < 0) return null;
  try {
    const value: unknown = JSON.parse(decode(bytes).text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
  } catch {
    return null;
  }
}

const tags = /<\/?(?:p|div|br|h[1-6]|ul|li|article|section|span|a)\b[^<>]{0,300}>/i;

/** A page, or text under its title as it would stand in a file of its own. Many call HTML "content" or "body". */
function contentOf(html: string | null, text: string | null, title: string | null): Pick<Converted, "html" | "text"> {
  if (html !== null && (text === null || html.length > text.length / 2)) return { html };
  const plain = text!;
  if (tags.test(plain)) return { html: plain };
  return { text: underTitle(plain, title) };
}

/** Text in a field, or the name of the object that stands there (`{"name": "…"}`), or the first of a list of these. */
function textOf(value: unknown, isListed = false): string | null {
  if (typeof value === "string") return value.trim() === "" ? null : value;
  if (Array.isArray(value)) return isListed ? null : textOf(value[0], true);
  if (typeof value !== "object" || value === null) return null;
  const { name, title } = value as { name?: unknown; title?: unknown };
  return typeof name === "string" ? textOf(name) : typeof title === "string" ? textOf(title) : null;
}

function authorsIn(value: unknown): readonly string[] {
  const list = Array.isArray(value) ? value : [value];
  const names = list.flatMap((one) => {
    const text = textOf(one);
    return text === null ? [] : authorsOf(text);
  });
  return unique(names);
}

/** A date as text; seconds or milliseconds since 1970 as numbers. */
function dateIn(value: unknown): string | null {
  if (typeof value !== "number") return textOf(value);
  const time = Math.abs(value) < 100_000_000_000 ? value * 1_000 : value;
  return Math.abs(time) < 8e15 ? new Date(time).toISOString() : null;
}
