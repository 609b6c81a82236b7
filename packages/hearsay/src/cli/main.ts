import { CommanderError } from "commander";
import { HearsayError } from "../model/index.js";
import { type Io, processIo } from "./io.js";
import { makeProgram } from "./program.js";

const start = `Hearsay works out what is established about a story, from everything reported about it.

  hearsay demo            a sample story and its report
  hearsay add FOLDER      add your own articles
  hearsay report          what is established, and what is not

hearsay --help lists every command; hearsay COMMAND --help shows examples.
`;

/** Errors of misuse whose code begins so are wrong usage; the others happened while doing what was asked. */
const misuse = /^(?:usage|story|stage\.unknown|judgement\.unknown)/;

/** Runs the command line and returns the exit status: 0 done, 1 done with errors, 2 wrong usage. */
export async function main(args: readonly string[], io: Io = processIo()): Promise<number> {
  if (args.length === 0) {
    io.stdout.write(start);
    return 0;
  }
  let status = 0;
  const program = makeProgram(io, (given) => {
    status = given;
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return explain(io, error);
  }
}

function explain(io: Io, error: unknown): number {
  const text = error instanceof Error ? error.message : String(error);
  const code = error instanceof HearsayError && /^store\./.test(error.code) ? ` [${error.code}]` : "";
  io.stderr.write(`hearsay: ${text.replace(/$/m, code)}\n`);
  if (error instanceof HearsayError) return misuse.test(error.code) ? 2 : 1;
  if (io.env.HEARSAY_DEBUG && error instanceof Error) io.stderr.write(`${error.stack}\n`);
  return 1;
}
