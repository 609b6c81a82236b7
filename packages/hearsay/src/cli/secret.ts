import { createInterface } from "node:readline";
import type { ReadStream } from "node:tty";
import { HearsayError } from "../model/index.js";
import type { Io } from "./io.js";

/**
 * A new password: asked for twice at a terminal, without showing it; otherwise the first line of standard input. Never from
 * the command line, which other users of the machine and the shell's history see.
 * @throws HearsayError `usage.password`
 */
export async function newPassword(io: Io, name: string): Promise<string> {
  const terminal = io.stdin as ReadStream;
  if (terminal.isTTY !== true) return firstLine(io.stdin);
  const first = await hidden(io, terminal, `Password for ${name} (12 characters or more): `);
  if (first !== (await hidden(io, terminal, "The same again: ")))
    throw new HearsayError("usage.password", "The two are not the same. Nothing was changed.");
  return first;
}

async function firstLine(input: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input })) return line;
  throw new HearsayError("usage.password", "The password is read from the terminal, or from standard input.");
}

/** Ctrl-C and Ctrl-D, as a terminal in raw mode has them. */
const [interrupt, endOfInput] = ["\u0003", "\u0004"];

/** What is typed up to the end of the line, none of it shown. */
function hidden(io: Io, terminal: ReadStream, question: string): Promise<string> {
  io.stderr.write(question);
  terminal.setRawMode(true);
  terminal.resume();
  return new Promise((resolve, reject) => {
    let typed = "";
    const end = (work: () => void): void => {
      terminal.off("data", take);
      terminal.setRawMode(false);
      terminal.pause();
      io.stderr.write("\n");
      work();
    };
    const stopped = () => reject(new HearsayError("usage.password", "Nothing was changed."));
    const take = (data: Buffer | string): void => {
      for (const key of data.toString()) {
        if (key === interrupt || key === endOfInput) {
          end(stopped);
          return;
        }
        if (key === "\r" || key === "\n") {
          end(() => resolve(typed));
          return;
        }
        typed = key === "\u007f" || key === "\b" ? [...typed].slice(0, -1).join("") : typed + key;
      }
    };
    terminal.on("data", take);
  });
}
