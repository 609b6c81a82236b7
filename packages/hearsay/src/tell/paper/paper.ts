import type { Line, Part, Reference, Section } from "../brief.js";
import { append } from "../copies.js";
import { readableDate, readableInterval } from "../dates.js";
import { hint } from "../hint.js";
import { printable } from "../markdown.js";
import type { Report } from "../report.js";

/** A text for paper: what Word and PDF files are drawn from. Every string is printable and on one line. */
export interface Paper {
  readonly title: string;
  /** The day of the latest article, ISO 8601: the file's own date, so that the same story gives the same bytes. */
  readonly day: string | null;
  readonly blocks: readonly Block[];
}

export interface Block {
  readonly kind: "heading" | "paragraph" | "note" | "item" | "source";
  /** How far in an item stands; 0 for everything else. */
  readonly depth: number;
  readonly runs: readonly Run[];
  /** What a reference leads to. */
  readonly anchor: string | null;
}

/** Words set alike. */
export interface Run {
  readonly text: string;
  readonly style: "plain" | "bold" | "quote" | "ref";
  /** The anchor it leads to. */
  readonly to: string | null;
}

/** What of a report is printed. */
type Printed = Pick<Report, "story" | "brief" | "references">;

/** A report's brief and, unless told otherwise, the list of its references, an article a line. */
export function reportPaper(report: Printed, references = true): Paper {
  const byArticle = new Map<string, Reference[]>();
  for (const one of report.references) append(byArticle, one.article, one);
  const anchors = new Map(report.references.map(({ number, article }) => [number, anchorOf(article)]));
  const to = (ref: number): string | null => (references ? (anchors.get(ref) ?? null) : null);
  const list = [...byArticle.values()].map(sourceBlock);
  return {
    title: printable(report.story.name),
    day: latest(report.references),
    blocks: [
      ...report.brief.sections.flatMap((section) => sectionBlocks(report, section, to)),
      ...(references && list.length > 0 ? [heading("References"), ...list] : []),
    ],
  };
}

const anchorOf = (article: string): string => `source-${article.replace(/[^\w-]/g, "")}`;

/** The latest day among the sources. */
export const latest = (sources: readonly Pick<Reference, "published">[]): string | null =>
  sources.reduce<string | null>((last, { published }) => {
    const day = published?.slice(0, 10) ?? null;
    return day !== null && (last === null || day > last) ? day : last;
  }, null);

export const heading = (title: string): Block => block("heading", [run(title, "bold")]);

/** A block of plain words. */
export function block(kind: Block["kind"], runs: readonly Run[], more: Partial<Block> = {}): Block {
  return { kind, depth: 0, anchor: null, ...more, runs: runs.filter(({ text }) => text !== "") };
}

export const run = (text: string, style: Run["style"] = "plain", to: string | null = null): Run => ({
  text: printable(text),
  style,
  to,
});

/** Where a reference's number leads. */
type To = (ref: number) => string | null;

function sectionBlocks(report: Printed, section: Section, to: To): readonly Block[] {
  const note = section.note.length === 0 ? [] : [block("note", runsOf(section.note, to))];
  const more = section.more;
  const rest =
    more === null ? [] : [block("note", [run(`… and ${more.count} more: `), run(hint(report, more), "bold")])];
  if (section.id === "summary")
    return [...section.lines.map((line) => block("paragraph", runsOf(line.parts, to))), ...note];
  return [heading(section.title), ...note, ...section.lines.flatMap((line) => itemBlocks(line, to)), ...rest];
}

/** A line and what stands under it. */
export function itemBlocks(line: Line, to: To, depth = 0): readonly Block[] {
  const lead = runsOf(line.lead, to).map((one): Run => (one.style === "plain" ? { ...one, style: "bold" } : one));
  const tight = /^[,:;]/.test(line.parts[0]?.text ?? "");
  const gap = lead.length > 0 && line.parts.length > 0 && !tight ? [run(" ")] : [];
  const own = block("item", [...lead, ...gap, ...runsOf(line.parts, to)], { depth });
  return [own, ...line.lines.flatMap((one) => itemBlocks(one, to, depth + 1))];
}

const runsOf = (parts: readonly Part[], to: To): readonly Run[] => parts.flatMap((part) => runOf(part, to));

function runOf(part: Part, to: To): Run[] {
  if (part.kind === "ref") return [run("\u00a0"), run(`[${part.ref}]`, "ref", to(part.ref))];
  if (part.kind !== "quote") return [run(part.text)];
  return [run(`“${part.before ? "… " : ""}${part.text}${part.after ? " …" : ""}”`, "quote")];
}

function sourceBlock(places: readonly Reference[]): Block {
  const { outlet, title, article, published, publishedWithin } = places[0]!;
  const within = publishedWithin === null ? "undated" : readableInterval(publishedWithin);
  const when = published === null ? within : readableDate(published);
  const name = [run(outlet, "bold"), run(`, ${when}`), ...(title === "" ? [] : [run(`, “${title}”`)])];
  const at = places.map(({ number, start, end }) => `[${number}] ${start}–${end}`).join(", ");
  return block("source", [...name, run(` (${article}): characters ${at}`)], { anchor: anchorOf(article) });
}
