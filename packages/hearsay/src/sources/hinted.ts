import type { Found } from "../engine/ports.js";
import type { FeedHint, Hints } from "../model/index.js";
import type { Said } from "./errands.js";
import type { Page } from "./fetch.js";
import { captured } from "./files.js";

/** The capture of a page, with what was said of it beside its bytes: by the server, and by the feeds that led to it. */
export function hinted(
  bytes: Uint8Array,
  place: string,
  retrieved: string,
  { charset, validators, fromFeed }: Pick<Page, "charset" | "validators"> & { readonly fromFeed?: true },
  said: readonly Said[] = [],
  given: Hints = {},
): Found {
  const found = captured(bytes, place, retrieved, "error");
  if (found.capture === null) return found;
  const hints: Hints = {
    ...given,
    ...(charset !== null && { charset }),
    ...feedHints(said),
    ...(fromFeed && { fromFeed }),
  };
  const capture = {
    ...found.capture,
    ...(Object.keys(hints).length > 0 && { hints }),
    ...(validators !== null && { validators }),
  };
  return { capture, diagnostics: found.diagnostics };
}

/** What feeds say of a page, by feed; those that say nothing left out. */
export function feedHints(said: readonly Said[]): Hints {
  const feeds = said.map(({ feed, entry }) => [feed, hintOf(entry)] as const);
  const telling = feeds.filter(([, hint]) => Object.keys(hint).length > 0);
  return telling.length === 0 ? {} : { feeds: Object.fromEntries(telling) };
}

const hintOf = ({ title, authors, sections, published }: Said["entry"]): FeedHint => ({
  ...(title !== null && { title }),
  ...(authors.length > 0 && { authors }),
  ...(sections.length > 0 && { sections }),
  ...(published !== null && { published }),
});
