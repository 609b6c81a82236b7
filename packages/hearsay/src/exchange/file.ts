import type { Report } from "../tell/index.js";

/** One file of an export: text, or bytes where the format is no text. */
export interface ExportFile {
  /** Its name in a folder: "claims.csv". */
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Which graph a graph format draws. */
export const graphKinds = ["actors", "lineage", "causes"] as const;
export type GraphKind = (typeof graphKinds)[number];

/** What a writer is told besides the report. */
export interface Writing {
  readonly graph: GraphKind;
}

/** What a writer made, and what it had to leave out: whole records, told in numbers. */
export interface Written {
  readonly files: readonly ExportFile[];
  readonly left: readonly string[];
}

/** Writes a report in one format: pure, same report, same bytes. */
export type Writer = (report: Report, writing: Writing) => Written | Promise<Written>;
