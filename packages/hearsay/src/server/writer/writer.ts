import type { Added, Progress } from "../../engine/index.js";

/** What is to be added to a story: files as they were sent, addresses, or both. */
export interface Parcel {
  readonly files: readonly SentFile[];
  readonly urls: readonly string[];
}
export interface SentFile {
  /** The name it was sent under; never taken for a path. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What was added, and whether it was called off before everything was taken in. */
export interface Outcome extends Added {
  readonly cut: boolean;
}

/** What has come of a run that was called off before it began. */
export const nothingAdded: Outcome = { kept: [], diagnostics: [], cut: true };

/** Does the work that takes long, so that the server goes on answering meanwhile. One run at a time on a story. */
export interface Writer {
  /** Brings a story up to date. Asked again while one waits, it is done once. */
  refresh(path: string): Promise<void>;
  /** Adds to a story and brings it up to date; stops taking things in when `signal` aborts. */
  add(path: string, parcel: Parcel, onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<Outcome>;
  /** Whether it is at work on a story. */
  isBusy(path: string): boolean;
  close(): Promise<void>;
}
