import { writeFileSync } from "node:fs";
import { extname } from "node:path";
import type { Digest, Report } from "../../engine/index.js";
import { type Diagnostic, HearsayError } from "../../model/index.js";
import { asJson } from "../../records/write.js";
import { columnsOf, type Io } from "../io.js";
import { statusOf, writeProblems } from "../output/problems.js";
import { sinceOf } from "../since.js";
import { readBrief, readStory } from "../story.js";

const formats = ["md", "html", "json", "docx", "pdf"] as const;
type Format = (typeof formats)[number];
/** Formats that are no text. */
const binary: ReadonlySet<Format> = new Set(["docx", "pdf"]);

/** What `hearsay report` can be told. */
export interface ReportOptions {
  readonly story: string;
  readonly format?: string;
  readonly output?: string;
  /** Tell first what articles of this date or later brought. */
  readonly since?: string;
  /** Without the list of references. */
  readonly brief?: boolean;
}

/** `hearsay report`: writes the report, checked against the stored texts; what does not hold is said loudly. */
export async function runReport(io: Io, options: ReportOptions): Promise<number> {
  const { output } = options;
  const toStdout = output === undefined || output === "-";
  const shape = formatOf(options.format, toStdout ? undefined : output);
  if (toStdout && binary.has(shape) && io.stdout.isTTY === true)
    throw new HearsayError("usage.output", `${shape} is no text for a terminal: name a file with -o report.${shape}.`);
  const { text, broken } = await made(io, shape, options);
  if (toStdout) io.stdout.write(text);
  else writeReport(output, text);
  writeProblems(io, broken);
  if (broken.length > 0) io.stderr.write("This report does not hold: do not use it. Try: hearsay rebuild\n");
  return statusOf(broken);
}

interface Made {
  readonly text: string | Uint8Array;
  /** What in it does not hold. */
  readonly broken: readonly Diagnostic[];
}

/** The text and the check: of all that is printed, which for Markdown is the brief alone. */
async function made(io: Io, shape: Format, { story, since, brief }: ReportOptions): Promise<Made> {
  const { verify, verifyShown } = await import("../../tell/verify.js");
  const [references, from] = [brief !== true, since && sinceOf(since, io.now())];
  if (shape === "md" && !from) {
    const digest = await readBrief(io, story);
    return { text: await renderBrief(digest, io, references), broken: verifyShown(digest) };
  }
  const whole = await readStory(io, story);
  const report = from ? (await import("../../tell/news.js")).withNews(whole, from) : whole;
  const text = shape === "md" ? await renderBrief(report, io, references) : await render(report, shape, references);
  return { text, broken: verify(report) };
}

/** The brief as Markdown, as wide as the terminal. */
export async function renderBrief(
  digest: Pick<Digest, "story" | "brief" | "references">,
  io: Io,
  references: boolean,
): Promise<string> {
  const { renderMarkdown } = await import("../../tell/markdown.js");
  const width = io.stdout.isTTY === true ? { width: Math.min(columnsOf(io.stdout), 100) } : {};
  return renderMarkdown(digest, { ...width, references });
}

/** The report as a page, as data, or as a file for Word or for print. */
export async function render(
  report: Report,
  format: Exclude<Format, "md">,
  references = true,
): Promise<string | Uint8Array> {
  if (format === "json") return `${asJson(report, 2)}\n`;
  if (format === "docx" || format === "pdf") {
    const { onPaper } = await import("../../tell/paper/index.js");
    const { reportPaper } = await import("../../tell/paper/paper.js");
    return onPaper(reportPaper(report, references), format);
  }
  return (await import("../../tell/html.js")).renderHtml(report);
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

function writeReport(path: string, text: string | Uint8Array): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new HearsayError("usage.output", `${path} cannot be written: ${(error as Error).message}`);
  }
}
