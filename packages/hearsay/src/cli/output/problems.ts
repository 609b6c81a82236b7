import type { Diagnostic } from "../../model/index.js";
import type { Style } from "../../records/cells.js";
import { printable } from "../../tell/markdown.js";
import type { Io } from "../io.js";
import { painter } from "./paint.js";

const styles: Readonly<Record<Diagnostic["severity"], Style>> = { error: "red", warning: "yellow", info: "dim" };

/** Writes diagnostics to standard error: severity, place, what is wrong, what to do. */
export function writeProblems(io: Io, diagnostics: readonly Diagnostic[]): void {
  const paint = painter(io.stderr, io.env);
  for (const { severity, code, message, file, article, remedy } of diagnostics) {
    const place = file ?? article;
    const where = place === undefined ? "" : `${printable(place)}: `;
    io.stderr.write(
      `${paint(styles[severity], severity)} ${where}${printable(message)} ${paint("dim", `[${code}]`)}\n`,
    );
    if (remedy !== undefined && severity !== "info") io.stderr.write(`  ${printable(remedy)}\n`);
  }
}

/** The exit status for a run's diagnostics: 1 when one of them is an error. */
export const statusOf = (diagnostics: readonly Diagnostic[]): 0 | 1 =>
  diagnostics.some(({ severity }) => severity === "error") ? 1 : 0;
