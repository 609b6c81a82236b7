import type { Diagnostic } from "../../model/index.js";
import type { Aside } from "../index.js";
import type { Stated } from "../stated.js";

/** What a document was made into: one of bytes, a page or text, and what its format states. */
export interface Converted {
  readonly bytes?: Uint8Array;
  readonly html?: string;
  readonly text?: string;
  readonly url?: string | null;
  readonly stated?: Stated;
  /** What stands on the document's pages beside its text, or under it. */
  readonly aside?: readonly Aside[];
  /** What is worth saying though it was read. */
  readonly remarks?: readonly Remark[];
}

export interface Remark {
  readonly severity: Diagnostic["severity"];
  /** Behind `read.` */
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}
