/** The tables of a story, as Kysely types. The columns are portable: text, whole numbers and bytes. */
export interface Schema {
  capture: CaptureTable;
  place: PlaceTable;
  note: NoteTable;
  judgement: JudgementTable;
  derived: DerivedTable;
  worker: WorkerTable;
}

/** Bytes as retrieved. Rows are only ever added. */
interface CaptureTable {
  hash: string;
  size: number;
  bytes: Uint8Array;
}

/** Where and when a capture was found. Rows are only ever added; found there again, it has been seen earlier or later. */
interface PlaceTable {
  hash: string;
  place: string;
  /** When it was found there first. */
  retrieved: string;
  /** When it was found there last. */
  seen: string;
  /** JSON: what was said of it there. */
  hints: string;
  /** JSON: what the server told it by, when it was found last; null when by nothing. */
  validators: string | null;
}

/** What could not be fetched or read: one row a diagnostic. */
interface NoteTable {
  file: string;
  number: number;
  body: string;
}

/** Rows are only ever added. `number` keeps the order in which they were made. */
interface JudgementTable {
  id: string;
  number: number;
  body: string;
}

/** Everything here can be dropped and made again. JSON: as text in `body`, or deflated in `packed`. */
interface DerivedTable {
  stage: string;
  key: string;
  version: string;
  body: string | null;
  packed: Uint8Array | null;
}

/** Processes at work on the story. */
interface WorkerTable {
  id: string;
  host: string;
  pid: number;
}
