/** Bytes as retrieved or read. Never changed. */
export interface Capture {
  /** SHA-256 of the bytes, hex. */
  readonly hash: string;
  /** Path, URL or `-` where it was found first. */
  readonly place: string;
  /** When it was retrieved, ISO 8601; given by whoever reads the clock, never by a stage. */
  readonly retrieved: string;
  readonly bytes: Uint8Array;
}
