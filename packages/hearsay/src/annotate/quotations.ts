import type { Quotation } from "../model/index.js";

/** Not written yet: finds nothing. */
export function findQuotations(_article: string, _text: string): readonly Quotation[] {
  return [];
}
