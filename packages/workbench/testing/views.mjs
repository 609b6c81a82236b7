import { readFileSync } from "node:fs";

const source = readFileSync(new URL("../src/app/views.ts", import.meta.url), "utf8");

/** The views of the rail, as the workbench itself has them. */
export const views = [...source.matchAll(/^ {4}id: "(\w+)",$/gm)].map(([, id]) => id);
