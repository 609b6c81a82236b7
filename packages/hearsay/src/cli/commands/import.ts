import { readFileSync, statSync } from "node:fs";
import type { Found } from "../../engine/index.js";
import { type Taken, takenFrom } from "../../exchange/import/index.js";
import { contentHash, type Diagnostic } from "../../model/index.js";
import { gather } from "../../sources/index.js";
import { columnsIn } from "../columns.js";
import type { Io } from "../io.js";
import { addFound, limitOf } from "./add.js";

/** What `hearsay import` can be told. */
export interface ImportOptions {
  readonly story: string;
  readonly limit?: string;
  /** "title=Headline,text=Body": which columns of a table hold what. */
  readonly map?: readonly string[];
}

/** Longest file of another program that is read whole, in bytes. */
const longest = 50_000_000;

/** `hearsay import`: the articles in other programs' files, and what of these has no place here. */
export async function runImport(
  io: Io,
  files: readonly string[],
  { story, limit, map }: ImportOptions,
): Promise<number> {
  const taking = { ...io, limit: limitOf(limit), columns: columnsIn(map ?? []) };
  async function* found(): AsyncGenerator<Found> {
    for (const file of files) {
      const taken = map === undefined ? read(file) : null;
      if (taken === null) yield* gather([file], taking);
      else yield* captures(file, taken, io.now());
    }
  }
  return addFound(io, story, () => found());
}

/** What a file holds where it is of a format that reading does not know; null leaves it to reading, and its errors. */
function read(file: string): Taken | null {
  try {
    if (/^https?:/i.test(file) || statSync(file).size > longest) return null;
    return takenFrom(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

function* captures(file: string, { format, articles, said }: Taken, retrieved: string): Generator<Found> {
  for (const [i, article] of articles.entries()) {
    const bytes = Buffer.from(JSON.stringify(article));
    yield { capture: { hash: contentHash(bytes), place: `${file}#${i + 1}`, retrieved, bytes }, diagnostics: [] };
  }
  const diagnostics = said.map(
    (one): Diagnostic => ({ ...one, message: `${format}: ${one.message}`, stage: "source", file }),
  );
  yield { capture: null, file, diagnostics: articles.length + said.length > 0 ? diagnostics : [none(file, format)] };
}

const none = (file: string, format: string): Diagnostic => ({
  severity: "error",
  code: "import.empty",
  message: `${format}: there is no article in it.`,
  stage: "source",
  file,
});
