import { runFilter } from "./stage.js";

/** Runs the command line and returns the exit status: 0 done, 1 done with errors, 2 wrong usage. */
export async function main(args: readonly string[]): Promise<number> {
  if (args[0] !== "stage" || args[1] === undefined) return 2;
  const failed = await runFilter(args[1], process.stdin, (line) => {
    process.stdout.write(line);
  });
  return failed > 0 ? 1 : 0;
}
