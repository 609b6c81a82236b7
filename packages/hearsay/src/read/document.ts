import type { Article, StageResult } from "../model/index.js";
import { convert } from "./formats/index.js";
import { type ReadInput, read } from "./index.js";

/** Reads a capture in any format: a document is made a page or text first, what its format states goes with it. */
export async function readDocument(input: ReadInput): Promise<StageResult<Article | null>> {
  const converted = await convert(input);
  if (converted.output === null) return { output: null, diagnostics: converted.diagnostics };
  const { output, diagnostics } = read(converted.output);
  return { output, diagnostics: [...converted.diagnostics, ...diagnostics] };
}
