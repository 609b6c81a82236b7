import { Readable } from "node:stream";
import { main } from "../main.js";

/** Runs the command line in this process, over stories of a folder of its own; answers its status and what it wrote. */
export async function runIn(
  home: string,
  now: string,
  args: readonly string[],
  input = "",
  besides: NodeJS.ProcessEnv = {},
) {
  let [out, err] = ["", ""];
  const status = await main(args, {
    stdin: Readable.from(input === "" ? [] : [Buffer.from(input)]),
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    env: { HEARSAY_HOME: home, ...besides },
    now: () => now,
  });
  return { status, out, err };
}
