export * from "./brief.js";
export { makeReport } from "./make.js";
export { type MarkdownOptions, printable, renderMarkdown } from "./markdown.js";
export * from "./report.js";
export { verify } from "./verify.js";
