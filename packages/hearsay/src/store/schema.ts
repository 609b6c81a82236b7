/**
 * The tables, as Kysely types; the same in a story's file and in a database that holds many stories. Columns are
 * portable: text, whole numbers and bytes. Every key begins with the story: the tables can be distributed by it, and
 * nothing but the list of stories ever asks across it (docs/decisions/0049).
 */
export interface Schema {
  story: StoryTable;
  capture: CaptureTable;
  place: PlaceTable;
  note: NoteTable;
  judgement: JudgementTable;
  derived: DerivedTable;
  worker: WorkerTable;
}

/** The stories there are. What adds to a story updates its row first: that is the lock writers wait for. */
interface StoryTable {
  /** Its name in a database, empty in a file, which holds one and is named by itself. */
  story: string;
  /** When something was last kept, noted or judged, ISO 8601; empty when never. */
  written: string;
}

/** Bytes as retrieved. Rows are only ever added. */
interface CaptureTable {
  story: string;
  hash: string;
  size: number;
  bytes: Uint8Array;
}

/** Where and when a capture was found. Rows are only ever added; found there again, it has been seen earlier or later. */
interface PlaceTable {
  story: string;
  hash: string;
  /** As `shortKey` has it. */
  place: string;
  /** The place itself where it is too long for a key. */
  whole: string | null;
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
  story: string;
  /** As `shortKey` has it; the diagnostic itself names the file. */
  file: string;
  number: number;
  body: string;
}

/** Rows are only ever added. `number` keeps the order in which they were made. */
interface JudgementTable {
  story: string;
  id: string;
  number: number;
  body: string;
}

/** Everything here can be dropped and made again. JSON: as text in `body`, or deflated in `packed`. */
interface DerivedTable {
  story: string;
  stage: string;
  /** As `shortKey` has it. */
  key: string;
  version: string;
  body: string | null;
  packed: Uint8Array | null;
}

/** Processes at work on a story file. A database knows by its connections who is at work. */
interface WorkerTable {
  id: string;
  host: string;
  pid: number;
}
