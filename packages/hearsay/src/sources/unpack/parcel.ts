import type { Diagnostic } from "../../model/index.js";
import { problem } from "../problems.js";

/** Something to be opened: a file, or a file in a file. */
export interface Parcel {
  /** Where it was found: the path, with the way inside behind it ("pages.zip/folder/a.html"). */
  readonly place: string;
  /** Whose ending tells what it may be: a file's name, "" for standard input. */
  readonly name: string;
  /** Its bytes, once, from the beginning. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** How large it says it is, in bytes; null when that is not known. */
  readonly size: number | null;
  /** Where it lies on disk, when it does: what is read from its end need not be held in memory. */
  readonly path: string | null;
  /** In how many others it lies. */
  readonly depth: number;
}

/** Why something cannot be opened, thrown inside unpacking only: `unpack` makes a diagnostic of it. */
export class Trouble extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }

  at(place: string, severity: Diagnostic["severity"] = "error"): Diagnostic {
    return problem(severity, this.code, place, this.message, this.remedy);
  }
}

export const truncated = (what: string): Trouble =>
  new Trouble("truncated", `${what} What came before was read.`, "Download or copy it again: a part is missing.");

const mega = 1024 * 1024;
/** A file may always unpack to so much, however small it is, */
const freeBytes = 256 * mega;
/** beyond that to so many times its own size: text packs to a fifth, a page of one repeated letter to a thousandth; */
const maxRatio = 100;
/** and never to more. */
const maxTotal = 4096 * mega;
/** Articles of one file; enough for a year of a wire service. */
const maxItems = 100_000;
/** Archives in archives: a compressed web archive in a zip in a zip is read. */
export const maxDepth = 4;

/** What one file and everything in it may take: bytes unpacked, and articles. */
export class Budget {
  private unpacked = 0;
  private items = 0;

  /** @param given size of the file itself; `receive` adds what comes in where that is not known before */
  constructor(private given: number) {}

  receive(bytes: number): void {
    this.given += bytes;
  }

  /** Counts bytes that came out of compression. */
  spend(bytes: number): void {
    this.unpacked += bytes;
    if (this.unpacked <= Math.min(maxTotal, Math.max(freeBytes, maxRatio * this.given))) return;
    throw new Trouble(
      "bomb",
      `It unpacks to more than ${Math.floor(this.unpacked / mega)} MB, far more than a file of its size holds: the rest was left out.`,
      "Unpack it yourself and add the files that you want.",
    );
  }

  /** Counts one more article. */
  take(): void {
    if (++this.items <= maxItems) return;
    throw new Trouble(
      "too-many",
      `It holds more than ${maxItems} articles: the rest was left out.`,
      "Split it, or make a smaller selection.",
    );
  }
}
