/** What goes out to other programs and comes in from them. The command line loads `formats.ts` alone. */
export { type ExportFile, type GraphKind, graphKinds, type Writer, type Writing, type Written } from "./file.js";
export { type Format, formats } from "./formats.js";
export { type Taken, type TakenArticle, takenFrom } from "./import/index.js";
