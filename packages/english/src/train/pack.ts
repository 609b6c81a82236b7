import { brotliCompressSync, constants } from "node:zlib";
import type { LemmaTables } from "../lemma.js";
import { type ModelTables, sectionNames } from "../model.js";
import { writeSections } from "../model-file.js";
import { withoutRepeats } from "./learn-lemmas.js";

export const lexiconLines = (lexicon: ReadonlyMap<string, readonly number[]>): string[] =>
  [...lexicon]
    .filter(([word]) => !/\s/u.test(word))
    .map(([word, tags]) => `${word} ${tags.join(" ")}`)
    .sort();

export function lemmaLines(lemmas: LemmaTables): Pick<ModelTables, "lemmaRules" | "lemmaExceptions"> {
  const rules = [...withoutRepeats(lemmas.rules)];
  return {
    lemmaRules: rules.map(([key, { cut, add }]) => `${key} ${cut} ${add}`).sort(),
    lemmaExceptions: [...lemmas.exceptions].sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}

/** The model file. Tables are compressed; weights hardly would be, and load faster as they are. */
export function packModel(tables: ModelTables, weights: Uint8Array): Uint8Array {
  const text = brotliCompressSync(JSON.stringify(tables), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22 },
  });
  return writeSections(
    new Map([
      [sectionNames.tables, text],
      [sectionNames.weights, weights],
    ]),
  );
}
