import type { Diagnostic } from "../model/index.js";
import type { Fingerprint } from "./fingerprint.js";

/** Each id once, whatever the order of the input, with a diagnostic for every repetition. */
export function withoutRepeats(fingerprints: readonly Fingerprint[]) {
  const seen = new Map<string, Fingerprint>();
  const diagnostics: Diagnostic[] = [];
  for (const article of fingerprints) {
    const first = seen.get(article.id);
    if (first === undefined || article.text < first.text) seen.set(article.id, article);
    if (first !== undefined)
      diagnostics.push({
        severity: "warning",
        code: "trace.repeated-id",
        message: `The id "${article.id}" was given twice.`,
        stage: "trace",
        article: article.id,
        remedy: "Give each article its own id.",
      });
  }
  return { unique: [...seen.values()], diagnostics };
}
