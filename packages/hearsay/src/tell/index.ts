// renderHtml stands in ./html.ts alone: it loads a layout engine that the other forms do without.
export * from "./brief.js";
export { type Digest, digest } from "./digest.js";
export { makeReport } from "./make.js";
export { type MarkdownOptions, printable, renderMarkdown } from "./markdown.js";
export { withNews } from "./news.js";
export * from "./report.js";
export { verify, verifyShown } from "./verify.js";
export type { Difference } from "./wording.js";
