import { findArticle } from "../../records/find.js";
import { dateOf } from "../../records/row.js";
import { asJson } from "../../records/write.js";
import { printable, type Report, type ReportArticle } from "../../tell/index.js";
import { type ArticleDiff, compare, type DiffSegment } from "../../trace/diff.js";
import { columnsOf, type Io } from "../io.js";
import { type Paint, painter } from "../output/paint.js";
import { wrap } from "../output/wrap.js";
import { readStory } from "../story.js";

/** What `hearsay diff` can be told. */
export interface DiffOptions {
  readonly story: string;
  readonly format: string;
}

/** `hearsay diff A B`: what two articles share, and what B changes, adds and leaves out of A. */
export async function runDiff(io: Io, nameA: string, nameB: string, { story, format }: DiffOptions): Promise<number> {
  const report = await readStory(io, story);
  const [a, b] = [sideOf(report, nameA), sideOf(report, nameB)];
  const diff = compare(a, b);
  if (format === "html") io.stdout.write((await import("../output/diff-page.js")).diffPage(a, b, diff));
  else if (format === "json") io.stdout.write(`${asJson(withWords(a, b, diff), 2)}\n`);
  else io.stdout.write(renderDiff(a, b, diff, columnsOf(io.stdout), painter(io.stdout, io.env)));
  return 0;
}

/** The article that is meant, or the earlier version of one, by its id. */
function sideOf(report: Report, name: string): ReportArticle {
  const version = report.versions.find(({ id }) => id === name);
  if (version === undefined) return findArticle(report, name);
  const { id, title, published, text } = version;
  return { ...findArticle(report, version.article), id, title, published, text };
}

function withWords(a: ReportArticle, b: ReportArticle, { a: ofA, b: ofB, cover }: ArticleDiff) {
  const segment = ({ change, a: inA, b: inB }: DiffSegment) => ({
    change,
    a: inA === null ? null : { ...inA, text: a.text.slice(inA.start, inA.end) },
    b: inB === null ? null : { ...inB, text: b.text.slice(inB.start, inB.end) },
  });
  return { a: a.id, b: b.id, cover, segmentsOfA: ofA.map(segment), segmentsOfB: ofB.map(segment) };
}

/** B's text with its changes marked as `[-A's words-]{+B's words+}`, then what B left out of A. */
function renderDiff(a: ReportArticle, b: ReportArticle, diff: ArticleDiff, columns: number, paint: Paint): string {
  const head = (letter: string, { label, title, id, file }: ReportArticle, date: string | null) =>
    `${paint("bold", `${letter}  ${printable(label)}`)}, ${date ?? "undated"}: ${printable(title)} (${id}, ${printable(file)})`;
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  const { inside, left } = placeDropped(diff.a);
  const blocks = [
    `${head("A", a, dateOf(a))}\n${head("B", b, dateOf(b))}`,
    `${percent(diff.cover.b)} of B's words stand in sentences that A has too; those hold ${percent(diff.cover.a)} of A's.`,
    `${paint("bold", "B")}, with what it changed as ${paint("red", "[-A-]")}${paint("green", "{+B+}")}:`,
    paragraphs(marked(a.text, b.text, diff.b, inside), columns, paint),
    ...(left.length === 0 ? [] : [paint("bold", "Left out of A:"), leftOut(a.text, left, columns, paint)]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** A dropped stretch whose neighbours in A stand no further apart in B than this is shown where it would have stood. */
const near = 200;

/** What of A is missing within a sentence of B, by where in B it would have stood, and what is missing altogether. */
function placeDropped(segments: readonly DiffSegment[]) {
  const inside = new Map<number, DiffSegment>();
  const left: DiffSegment[] = [];
  for (const [index, segment] of segments.entries()) {
    if (segment.change !== "dropped") continue;
    const [before, after] = [segments[index - 1]?.b, segments.slice(index + 1, index + 3).find(({ b }) => b)?.b];
    const between = before && after ? after.start - before.end : -1;
    if (before && between >= 0 && between <= near) inside.set(before.end, segment);
    else left.push(segment);
  }
  return { inside, left };
}

/** B's text from its first to its last character: what lies between segments is kept as it is. */
function marked(
  a: string,
  b: string,
  segments: readonly DiffSegment[],
  inside: ReadonlyMap<number, DiffSegment>,
): string {
  let [text, at] = ["", 0];
  for (const { change, a: inA, b: inB } of segments) {
    if (inB === null || inB.start < at) continue;
    const missing = inside.get(at)?.a ?? null;
    const gone = missing === null ? "" : mark("[-", a.slice(missing.start, missing.end), "-]");
    text += `${b.slice(at, inB.start)}${gone}${gone === "" || change === "added" ? "" : " "}`;
    const own = b.slice(inB.start, inB.end);
    const old = inA === null ? "" : a.slice(inA.start, inA.end);
    text += change === "kept" ? own : `${old === "" ? "" : mark("[-", old, "-]")}${mark("{+", own, "+}")}`;
    at = inB.end;
  }
  return text + b.slice(at);
}

/** A mark does not reach over a paragraph's end. */
const mark = (open: string, text: string, close: string): string =>
  text
    .split(/(\s*\n\s*\n\s*)/)
    .map((part, index) => (index % 2 === 1 || part === "" ? part : `${open}${part}${close}`))
    .join("");

function paragraphs(text: string, columns: number, paint: Paint): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => coloured(wrap(printable(paragraph).trim(), columns), paint))
    .join("\n\n");
}

/** Colours marks, which may go on over several lines. */
function coloured(lines: readonly string[], paint: Paint): string {
  let open: "red" | "green" | null = null;
  return lines
    .map((line) =>
      line
        .split(/(\[-|-\]|\{\+|\+\})/)
        .map((part) => {
          if (part === "[-") open = "red";
          if (part === "{+") open = "green";
          const shown = open === null || part === "" ? part : paint(open, part);
          if (part === "-]" || part === "+}") open = null;
          return shown;
        })
        .join(""),
    )
    .join("\n");
}

function leftOut(text: string, segments: readonly DiffSegment[], columns: number, paint: Paint): string {
  return segments
    .flatMap(({ a }) => (a === null ? [] : wrap(`- ${printable(text.slice(a.start, a.end))}`, columns)))
    .map((line) => paint("red", line))
    .join("\n");
}
