export { type Changes, changesBetween } from "./changes.js";
export type { Compared, Partners } from "./compared.js";
export { type ArticleDiff, compare, type DiffSegment } from "./diff.js";
export { type Card, cardOf, type Fingerprint, fingerprint, type TraceInput } from "./fingerprint.js";
export type { Asking } from "./index-records.js";
export { judgedLineage } from "./judged.js";
export {
  type Before,
  compareSome,
  type KeptTrace,
  type Planned,
  pairsLeft,
  planKept,
  traceKept,
} from "./kept-trace.js";
export { type TakenPassage, takenPassages } from "./passages.js";
export { sameStory, storiesAmong, storiesByWords } from "./stories.js";
export { type Torture, type TorturedPhrase, torturedIn } from "./tortured.js";
export { type Traced, trace } from "./trace.js";
