import type { Io } from "../io.js";
import { runFilter } from "../stage.js";

/** `hearsay stage NAME`: one stage as a filter; status 1 when a line could not be processed. */
export async function runStage(io: Io, name: string): Promise<number> {
  const failed = await runFilter(name, io.stdin, (line) => {
    io.stdout.write(line);
  });
  return failed > 0 ? 1 : 0;
}
