import { fromFtm } from "./ftm.js";
import { fromJsonLd } from "./jsonld.js";
import { fromMisp } from "./misp.js";
import { fromOwn } from "./own.js";
import { fromRis } from "./ris.js";
import { fromStories } from "./stories.js";
import type { Taken } from "./taken.js";
import { fromCsl } from "./zotero.js";

export type { Said, Taken, TakenArticle } from "./taken.js";

/** Each looks at a value and says what it holds; null where it is of another format. */
const readers = [fromOwn, fromJsonLd, fromMisp, fromStories, fromCsl];

/**
 * What another program's file holds, told by its shape. Null for what reading takes as it is: tables, JSON and JSON
 * lines of articles, OPML, pages.
 */
export function takenFrom(text: string): Taken | null {
  const start = text.trimStart();
  if (/^\ufeff?TY {2}- /.test(start)) return fromRis(start);
  if (!/^[{[]/.test(start)) return null;
  const value = parsed(start);
  if (value === undefined) return fromFtm(start);
  for (const reader of [...readers, () => fromFtm(start)]) {
    const taken = reader(value);
    if (taken !== null) return taken;
  }
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
