import type { Found } from "../engine/ports.js";
import type { Hints } from "../model/index.js";
import type { Entry } from "./feeds/index.js";
import type { Page } from "./fetch.js";
import { captured } from "./files.js";

/** The capture of a page, with what was said of it beside its bytes: by the server, and by the feed that led to it. */
export function hinted(
  bytes: Uint8Array,
  place: string,
  retrieved: string,
  { charset, validators, fromFeed }: Pick<Page, "charset" | "validators"> & { readonly fromFeed?: true },
  entry?: Entry,
  given: Hints = {},
): Found {
  const found = captured(bytes, place, retrieved, "error");
  if (found.capture === null) return found;
  const hints: Hints = { ...given, ...hintsOf(charset, entry), ...(fromFeed && { fromFeed }) };
  const capture = {
    ...found.capture,
    ...(Object.keys(hints).length > 0 && { hints }),
    ...(validators !== null && { validators }),
  };
  return { capture, diagnostics: found.diagnostics };
}

const hintsOf = (charset: string | null, entry: Entry | undefined): Hints => ({
  ...(charset !== null && { charset }),
  ...(entry?.title != null && { title: entry.title }),
  ...(entry !== undefined && entry.authors.length > 0 && { authors: entry.authors }),
  ...(entry?.published != null && { published: entry.published }),
});
