import type { Line, Part, Reference, Section } from "./brief.js";
import { columnsOf } from "./columns.js";
import { append } from "./copies.js";
import { readableDate, readableInterval } from "./dates.js";
import { hint } from "./hint.js";
import type { Report } from "./report.js";

/** What of a report is printed. */
type Printed = Pick<Report, "story" | "brief" | "references">;

export interface MarkdownOptions {
  /** Columns at which lines are broken; 0 leaves them whole. 100 unless told. */
  readonly width?: number;
  /** Whether the list of references follows the brief. It does unless told. */
  readonly references?: boolean;
}

/** The brief in CommonMark that also reads well in a terminal. No words of an article can act as markup or as a control sequence. */
export function renderMarkdown(report: Printed, options: MarkdownOptions = {}): string {
  const columns = options.width ?? 100;
  const blocks = [
    wrapped([`# ${plain(report.story.name)}`], "", "", 0),
    ...report.brief.sections.map((s) => sectionText(report, s, columns)),
    options.references === false ? "" : referencesText(report),
  ];
  return `${blocks.filter((b) => b !== "").join("\n\n")}\n`;
}

function sectionText(report: Printed, section: Section, columns: number): string {
  const opening = section.id === "summary";
  const note = section.note.length === 0 ? [] : [wrapped(words(section.note), "> ", "> ", columns)];
  const lines = section.lines.map((l) =>
    opening ? wrapped(words(l.parts), "", "", columns) : lineText(l, "", columns),
  );
  const more =
    section.more === null
      ? []
      : [wrapped([`… and ${section.more.count} more: \`${hint(report, section.more)}\``], "", "", columns)];
  const blocks = opening ? [...lines, ...note] : [`## ${section.title}`, ...note, lines.join("\n"), ...more];
  return blocks.join("\n\n");
}

function lineText(line: Line, indent: string, columns: number): string {
  const lead = words(line.lead);
  const bold = lead.length === 0 ? [] : [`**${lead.join(" ")}**`];
  const parts = words(line.parts);
  const tight = /^[,:;]/.test(parts[0] ?? "");
  const all = tight && bold.length > 0 ? [`${bold.join("")}${parts[0] ?? ""}`, ...parts.slice(1)] : [...bold, ...parts];
  const own = wrapped(
    all.flatMap((w) => w.split(" ")),
    `${indent}- `,
    `${indent}  `,
    columns,
  );
  return [own, ...line.lines.map((l) => lineText(l, `${indent}  `, columns))].join("\n");
}

/** The words of parts as Markdown, split at the spaces where a line may be broken. */
function words(parts: readonly Part[]): string[] {
  return parts
    .map(partText)
    .join("")
    .split(" ")
    .filter((w) => w !== "");
}

/** A reference hangs on the word before it: the space between is a no-break space until the lines are made. */
const hang = "\u00a0";

function partText(part: Part): string {
  if (part.kind === "ref") return `${hang}[${part.ref}]`;
  if (part.kind === "quote") return `“${part.before ? "… " : ""}${plain(part.text)}${part.after ? " …" : ""}”`;
  return part.kind === "phrase" ? part.text : plain(part.text);
}

/** Stored words as Markdown text: one line, no control characters, nothing that acts as markup or makes a link. */
export function plain(text: string): string {
  return printable(text)
    .replace(/[\\`*[\]<>|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\$&")
    .replace(/&(?=#?\w+;)/g, "\\&")
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}\\.`);
}

/** On one line; control and invisible format characters, which could move a cursor or turn text round, made visible. */
export function printable(text: string): string {
  return text
    .replace(/[\s\u0085\u2028\u2029]+/g, " ")
    .replace(/\u00ad/g, "")
    .replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}]/gu, "\ufffd");
}

/** Words set in lines of at most `columns`; no line begins with what Markdown takes for a block. */
function wrapped(all: readonly string[], first: string, next: string, columns: number): string {
  const lines: string[] = [];
  let current = "";
  for (const word of all) {
    const guarded = guard(word);
    const prefix = lines.length === 0 ? first : next;
    if (current === "") current = first === "" && lines.length === 0 ? word : guarded;
    else if (columns > 0 && columnsOf(prefix) + columnsOf(current) + 1 + columnsOf(word) > columns) {
      lines.push(`${prefix}${current}`);
      current = guarded;
    } else current = `${current} ${word}`;
  }
  lines.push(`${lines.length === 0 ? first : next}${current}`);
  return lines.join("\n").replaceAll(hang, " ");
}

const guard = (word: string): string => word.replace(/^[#+=-]/, "\\$&").replace(/^(\d{1,9})([.)])/, "$1\\$2");

/** One line per article, however long: what it is, and where in its text each number's words begin and end. */
function referencesText(report: Printed): string {
  const byArticle = new Map<string, Reference[]>();
  for (const reference of report.references) append(byArticle, reference.article, reference);
  const lines = [...byArticle.values()].map((list) => {
    const places = list.map((r) => `[${r.number}]${hang}${r.start}–${r.end}`).join(", ");
    return wrapped(`${sourceText(list[0]!)}: ${places}`.split(" "), "- ", "  ", 0);
  });
  return lines.length === 0 ? "" : `## References\n\n${lines.join("\n")}`;
}

function sourceText({ outlet, article, published, publishedWithin }: Reference): string {
  const within = publishedWithin === null ? "undated" : readableInterval(publishedWithin);
  const when = published === null ? within : readableDate(published);
  return `**${plain(outlet)}, ${when}** (${plain(article)})`;
}
