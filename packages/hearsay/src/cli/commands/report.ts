import { writeFileSync } from "node:fs";
import { extname } from "node:path";
import type { Report } from "../../engine/index.js";
import { HearsayError } from "../../model/index.js";
import { columnsOf, type Io } from "../io.js";
import { asJson } from "../output/formats.js";
import { statusOf, writeProblems } from "../output/problems.js";
import { readStory } from "../story.js";

const formats = ["md", "html", "json"] as const;
type Format = (typeof formats)[number];

/** What `hearsay report` can be told. */
export interface ReportOptions {
  readonly story: string;
  readonly format?: string;
  readonly output?: string;
}

/** `hearsay report`: writes the report, checked against the stored texts; what does not hold is said loudly. */
export async function runReport(io: Io, { story, format, output }: ReportOptions): Promise<number> {
  const shape = formatOf(format, output);
  const report = await readStory(io, story);
  const text = await render(report, shape, io);
  if (output === undefined || output === "-") io.stdout.write(text);
  else writeReport(output, text);
  const { verify } = await import("../../tell/verify.js");
  const broken = verify(report);
  writeProblems(io, broken);
  if (broken.length > 0) io.stderr.write("This report does not hold: do not use it. Try: hearsay rebuild\n");
  return statusOf(broken);
}

/** The report in a format. */
export async function render(report: Report, format: Format, io: Io): Promise<string> {
  if (format === "json") return `${asJson(report, 2)}\n`;
  if (format === "html") return (await import("../../tell/html.js")).renderHtml(report);
  const { renderMarkdown } = await import("../../tell/markdown.js");
  return io.stdout.isTTY === true
    ? renderMarkdown(report, { width: Math.min(columnsOf(io.stdout), 100) })
    : renderMarkdown(report);
}

function formatOf(format: string | undefined, output: string | undefined): Format {
  const wanted = format ?? (output === undefined ? "md" : extname(output).slice(1).toLowerCase());
  const found =
    formats.find((one) => one === wanted) ??
    { htm: "html" as const, markdown: "md" as const, "": "md" as const }[wanted];
  if (found === undefined)
    throw new HearsayError("usage.format", `There is no report format "${wanted}": use ${formats.join(", ")}.`);
  return found;
}

function writeReport(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new HearsayError("usage.output", `${path} cannot be written: ${(error as Error).message}`);
  }
}
