export { type Changes, changesBetween } from "./changes.js";
export type { Compared, Partners } from "./compared.js";
export { type ArticleDiff, compare, type DiffSegment } from "./diff.js";
export { type Fingerprint, fingerprint, type TraceInput } from "./fingerprint.js";
export { judgedLineage } from "./judged.js";
export { type TakenPassage, takenPassages } from "./passages.js";
export { sameStory, storiesAmong } from "./stories.js";
export { type Torture, type TorturedPhrase, torturedIn } from "./tortured.js";
export { type Traced, trace } from "./trace.js";
