import type { Command } from "commander";
import { HearsayError } from "../../model/index.js";
import { completionFor, shells } from "../completion.js";
import type { Io } from "../io.js";
import { manualPage } from "../manual.js";

/**
 * `hearsay completion SHELL`: a script for the shell; `man` prints the manual page.
 * @throws HearsayError `usage.shell`
 */
export function runCompletion(io: Io, program: Command, name: string): number {
  const shell = shells.find((one) => one === name);
  if (shell === undefined && name !== "man")
    throw new HearsayError("usage.shell", `There is no completion for "${name}": use ${shells.join(", ")}; or man.`);
  io.stdout.write(shell === undefined ? manualPage(program) : completionFor(shell, program));
  return 0;
}
