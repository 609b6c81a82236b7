/**
 * Hearsay as a library: the nouns, the stages in the order in which data goes through them, and `analyse`, which
 * runs them all over captures in memory. Every stage is a pure function; none touches files, network or clock.
 * English alone (sentences, tags, trees) is the package `@hearsay/english`. The command line does not load this file.
 */

export { annotate } from "./annotate/index.js";
export { extract } from "./extract/index.js";
export * from "./model/index.js";
export { type ReadInput, read } from "./read/index.js";
export { analyse } from "./story.js";
export type { Brief, Line, Part, QuotePart, Reference, Section, SectionId } from "./tell/brief.js";
export { renderHtml } from "./tell/html.js";
export { type MarkdownOptions, makeReport, renderMarkdown, verify } from "./tell/index.js";
export type * from "./tell/report.js";
export {
  type ArticleDiff,
  compare,
  type DiffSegment,
  type Fingerprint,
  fingerprint,
  type TraceInput,
  trace,
} from "./trace/index.js";
export { type WeighInput, weigh } from "./weigh/index.js";
