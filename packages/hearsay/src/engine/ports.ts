import type { Capture, Deed, Diagnostic, Hints, Judgement, Validators } from "../model/index.js";

/**
 * What a story is kept in. Three kinds of thing, kept apart: captures (bytes and where they were found, never
 * changed), judgements (append-only), and derived records (which can be dropped and made again from the rest).
 * Every operation is one transaction: it happens wholly or not at all, and what it returned from is durable.
 * The same operations and the same test suite (`store/testing/suite.ts`) stand for any database behind it.
 */
export interface StoryStore {
  /** The story's name, for headings. */
  readonly name: string;

  /** Adds captures; says for each whether it was new. Keeping the same bytes from the same place again changes nothing. */
  keep(captures: readonly Capture[]): Promise<readonly Kept[]>;
  /** All captures without their bytes, by hash. */
  captures(): Promise<readonly KeptCapture[]>;
  /** The bytes of a capture; null when there is none of that hash. */
  bytes(hash: string): Promise<Uint8Array | null>;
  /** What was found at a place when it was last looked at; null when it never was. */
  lastFound(place: string): Promise<LastFound | null>;

  /** Records what could not be fetched or read, replacing what was noted about the same files before. */
  note(notes: readonly Note[]): Promise<void>;
  /** Everything noted, by file. */
  notes(): Promise<readonly Diagnostic[]>;

  /**
   * Appends a judgement. One with the same id changes nothing.
   * @param deed what the audit is to say of it
   * @returns whether the audit says so: it does, in the same transaction, where both are in one database
   */
  judge(judgement: Judgement, deed?: Deed): Promise<boolean>;
  /** All judgements, oldest first. */
  judgements(): Promise<readonly Judgement[]>;

  /** Puts derived records, all or none, replacing those of the same stage and key. */
  derive(records: readonly Derived[]): Promise<void>;
  /** Which records a stage has: version by key; of the keys given, or all. */
  versions(stage: string, keys?: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Bodies by key, in key order; of the keys given, or all. */
  derived(stage: string, keys?: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Drops every derived record. */
  dropDerived(): Promise<void>;

  /** Runs `work` while others can see that this process is at work on the story. */
  working<T>(work: () => Promise<T>): Promise<T>;
  /** Whether another process that is still alive is at work on the story. */
  othersWorking(): Promise<boolean>;

  close(): Promise<void>;
}

/** A capture as kept, without bytes. */
export interface KeptCapture {
  readonly hash: string;
  readonly size: number;
  /** Everywhere it was found, in code-unit order of the places. */
  readonly places: readonly Sighting[];
}

/** One place where a capture was found. */
export interface Sighting {
  readonly place: string;
  /** When it was found there first and last, ISO 8601. */
  readonly first: string;
  readonly last: string;
  /** What was said of it there, each thing as it was said last. */
  readonly hints: Hints;
}

/** What a place held when it was last looked at. */
export interface LastFound {
  readonly hash: string;
  readonly hints: Hints;
  readonly validators: Validators | null;
}

/** A feed or sitemap as it was last fetched: it is asked for again only if it has changed. */
export interface KeptList {
  readonly text: string;
  readonly validators: Validators;
}

/** What keeping one capture did. */
export interface Kept {
  readonly hash: string;
  readonly place: string;
  /**
   * `known`: these bytes were kept from this place before. `duplicate`: from another place.
   * `changed`: this place held other bytes when it was found last; both are kept. Standard input is no place in this sense.
   */
  readonly status: "new" | "known" | "duplicate" | "changed";
}

/** What there is to say about a file or URL that gave no capture; an empty list clears it. */
export interface Note {
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a stage at a version made of something. */
export interface Derived {
  readonly stage: string;
  /** A capture's hash, or `story`. */
  readonly key: string;
  /** Equal exactly when making it again would give the same. */
  readonly version: string;
  /** JSON. */
  readonly body: string;
  /** Large and seldom read: may be stored compressed. */
  readonly bulky?: boolean;
}

/**
 * Something found to be added: a capture, or why there is none. What took long to get is `slow`, and kept before
 * anything more is waited for.
 */
export type Found = Got & { readonly diagnostics: readonly Diagnostic[]; readonly slow?: true };
type Got =
  | { readonly capture: Capture }
  | {
      readonly capture: null;
      readonly file: string;
      /** The capture kept before, when it still stands there, and what was said of it this time. */
      readonly unchanged?: Omit<Capture, "place" | "bytes">;
      /** The feed or sitemap that was found there. */
      readonly list?: KeptList;
    };

/** How far long work has come. */
export interface Progress {
  readonly step: "collect" | "read" | "trace" | "weigh" | "tell";
  readonly done: number;
  /** Null while it is not known. */
  readonly total: number | null;
  /** What is being worked on. */
  readonly file?: string;
}
