import { revisionOf, storedSummary } from "../engine/index.js";
import { contentHash } from "../model/index.js";
import { openStory } from "../store/index.js";

/** What the list of stories says of one. */
export interface Listed {
  readonly name: string;
  readonly articles: number;
  /** Of its report; null while there is none. */
  readonly revision: string | null;
  /** ISO 8601. */
  readonly modified: string;
}

/** A short hash that changes exactly when a story's report does. @param made what its report was made from */
export const revisionFor = (name: string, made: string): string => contentHash(`${name} ${made}`).slice(0, 16);

/** So long after a story was written to, in milliseconds, a time of the same millisecond means the same content. */
const settled = 2000;

/**
 * The list's rows of stories in files. A thousand stories are a thousand files: each is opened when it was written to since it
 * was last listed, and closed at once.
 */
export class Listing {
  readonly #known = new Map<string, Listed>();

  /** @param modified when the file was written to */
  async row(name: string, path: string, modified: string): Promise<Listed> {
    const known = this.#known.get(name);
    if (known?.modified === modified) return known;
    const row = { name, modified, ...(await readFrom(name, path)) };
    if (Date.now() - Date.parse(modified) > settled) this.#known.set(name, row);
    else this.#known.delete(name);
    return row;
  }

  /** Forgets all but these. */
  keepOnly(names: ReadonlySet<string>): void {
    for (const name of this.#known.keys()) if (!names.has(name)) this.#known.delete(name);
  }
}

/** A file that cannot be opened is listed all the same: without articles, and with no revision. */
async function readFrom(name: string, path: string): Promise<Pick<Listed, "articles" | "revision">> {
  try {
    const store = await openStory(path);
    try {
      const [made, summary] = [await revisionOf(store), await storedSummary(store)];
      return { articles: summary?.articles ?? 0, revision: made === null ? null : revisionFor(name, made) };
    } finally {
      await store.close();
    }
  } catch {
    return { articles: 0, revision: null };
  }
}
