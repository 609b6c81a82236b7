/** What a command talks to: the process's own streams, or a test's. */
export interface Io {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: NodeJS.ProcessEnv;
  /** ISO 8601, UTC. */
  readonly now: () => string;
}

/** A stream that text, or a file's bytes, are written to. */
export interface Output {
  write(text: string | Uint8Array): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** The process's own streams and clock. A reader that stops early (`| head`) ends the process without a complaint. */
export function processIo(): Io {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(0);
      throw error;
    });
  const { stdin, stdout, stderr, env } = process;
  return { stdin, stdout, stderr, env, now: () => new Date().toISOString() };
}

/** Columns to set tables in: the terminal's, 100 where there is none. */
export const columnsOf = (output: Output): number => Math.max(20, output.columns ?? 100);
