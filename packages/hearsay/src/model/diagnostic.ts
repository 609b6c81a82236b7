/** What went wrong, where, and what to do about it. A bad article becomes one of these; the run goes on. */
export interface Diagnostic {
  readonly severity: "info" | "warning" | "error";
  /** Dotted and stable: `read.empty`, `read.binary`, `source.unreadable`. */
  readonly code: string;
  readonly message: string;
  readonly stage: "source" | "read" | "annotate" | "trace" | "extract" | "weigh" | "tell" | "store";
  /** The file, URL or `-` it concerns. */
  readonly file?: string;
  readonly article?: string;
  readonly start?: number;
  readonly end?: number;
  readonly remedy?: string;
}

/** What every stage returns: its output and what it has to say about it. */
export interface StageResult<T> {
  readonly output: T;
  readonly diagnostics: readonly Diagnostic[];
}
