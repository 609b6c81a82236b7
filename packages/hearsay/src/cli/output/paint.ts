import { styleText } from "node:util";
import type { Style } from "../../records/cells.js";
import type { Io, Output } from "../io.js";

export type Paint = (style: Style, text: string) => string;

/** Colours for a terminal that wants them (https://no-color.org); plain text for everything else. */
export function painter(output: Output, env: Io["env"]): Paint {
  const colours = output.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb";
  return colours ? (style, text) => styleText(style, text) : (_, text) => text;
}
