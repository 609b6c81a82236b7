import type { Progress } from "../../engine/ports.js";
import { printable } from "../../tell/markdown.js";
import { columnsOf, type Io } from "../io.js";

const verbs: Readonly<Record<Progress["step"], string>> = {
  collect: "Collecting",
  read: "Reading",
  trace: "Tracing what comes from what",
  weigh: "Weighing claims",
  tell: "Writing the report",
};

/** One line on the terminal that says how far long work is; nothing where standard error is no terminal. */
export function progressLine(io: Io): { show(progress: Progress): void; clear(): void } {
  if (io.stderr.isTTY !== true) return { show: () => {}, clear: () => {} };
  let shown = false;
  return {
    show(progress) {
      io.stderr.write(`\r\u001b[2K${lineOf(progress).slice(0, columnsOf(io.stderr) - 1)}`);
      shown = true;
    },
    clear() {
      if (shown) io.stderr.write("\r\u001b[2K");
      shown = false;
    },
  };
}

function lineOf({ step, done, total, file }: Progress): string {
  const count = total === null ? `${done}` : `${done}/${total}`;
  const counted = step === "collect" || step === "read" ? ` ${count}` : "";
  return `${verbs[step]}${counted}${file === undefined ? "" : ` ${printable(file)}`} …`;
}
