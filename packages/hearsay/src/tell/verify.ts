import type { Diagnostic } from "../model/index.js";
import { printed } from "./brief/parts.js";
import { commands, type Line, type Part, type Reference } from "./brief.js";
import { append } from "./copies.js";
import { readableInterval } from "./dates.js";
import type { Digest } from "./digest.js";
import { phrases } from "./phrases.js";
import type { Report } from "./report.js";
import { storedAmong, takenFromRecords } from "./stored.js";

/**
 * Checks that every line of a report can be defended: every quotation in it is cut from its article at its
 * offsets, every reference and id leads somewhere, and no line holds words that are neither template nor stored.
 * @returns an error `tell.unverified` for each thing that does not hold; none for a sound report
 */
export function verify(report: Report): Diagnostic[] {
  const { brief, references: _, claims, ...records } = report;
  // Most of a report are claims, and hardly a name stands in them alone.
  const check = checker({ ...report, stored: storedAmong(takenFromRecords(brief), { ...records, claims }) });
  for (const key of Object.keys(report) as (keyof Report)[]) check.quotes(report[key], key);
  checkBrief(report.brief, check);
  checkRecords(report, check);
  return check.problems;
}

/**
 * Checks what a brief shows: every word in quotation marks and every reference is cut from its article, every number
 * leads to a reference, and the rest is template. That names and dates stand in a record was checked with the report.
 */
export function verifyShown(
  shown: Pick<Digest, "brief" | "references" | "articles" | "versions" | "problems">,
): Diagnostic[] {
  const check = checker({ ...shown, stored: null });
  check.quotes(shown.references, "references");
  check.quotes(shown.brief, "brief");
  checkBrief(shown.brief, check);
  return [...shown.problems, ...check.problems];
}

function checkBrief({ sections }: Report["brief"], check: Checker): void {
  for (const section of sections) {
    check.phrase(section.title);
    for (const part of section.note) check.part(part);
    for (const line of section.lines) eachLine(line, (l) => [...l.lead, ...l.parts].forEach(check.part));
    if (section.more !== null && !commands.includes(section.more.command))
      check.fail(`unknown command ${section.more.command}`);
  }
}

function eachLine(line: Line, visit: (line: Line) => void): void {
  visit(line);
  for (const below of line.lines) eachLine(below, visit);
}

interface Checker {
  readonly problems: Diagnostic[];
  fail(what: string, at?: { readonly article: string; readonly start: number; readonly end: number }): void;
  /** Every quote anywhere inside a value. */
  quotes(value: unknown, path: string): void;
  phrase(text: string): void;
  part(part: Part): void;
}

/** What is checked against: the texts of articles and of their earlier versions, references, and what the records hold of the brief's names and dates where they are at hand. */
interface Ground extends Pick<Digest, "articles" | "versions" | "references"> {
  readonly stored: ReadonlySet<string> | null;
}

function checker({ articles, versions, references, stored }: Ground): Checker {
  const texts = new Map([...articles, ...versions].map((a) => [a.id, a.text]));
  const isStored = (text: string): boolean => stored === null || stored.has(text);
  const referenced = new Map<string, Reference[]>();
  for (const reference of references) append(referenced, reference.article, reference);
  const problems: Diagnostic[] = [];
  const fail: Checker["fail"] = (what, at) => {
    const place = at === undefined ? {} : { article: at.article, start: at.start, end: at.end };
    problems.push({
      severity: "error",
      code: "tell.unverified",
      stage: "tell",
      message: `The report does not hold: ${what}.`,
      ...place,
    });
  };
  const quotes: Checker["quotes"] = (value, path) => {
    if (typeof value !== "object" || value === null) return;
    if (isQuote(value) && texts.get(value.article)?.slice(value.start, value.end) !== value.text)
      fail(`words quoted under "${path}" are not in the article at their offsets`, value);
    if (Array.isArray(value)) for (const inner of value) quotes(inner, path);
    else
      for (const key in value) {
        const inner = (value as Readonly<Record<string, unknown>>)[key];
        if (typeof inner === "object") quotes(inner, `${path}.${key}`);
      }
  };
  const phrase: Checker["phrase"] = (text) => {
    if (!knownPhrases.has(text)) fail(`"${text}" is no phrase of the template`);
  };
  const part: Checker["part"] = (p) => {
    if (p.kind === "phrase") phrase(p.text);
    else if (p.kind === "name" && !isStored(p.text)) fail(`"${p.text}" is in no record`);
    else if (p.kind === "number" && p.text !== printed(p.value)) fail(`"${p.text}" does not print ${p.value}`);
    else if (p.kind === "grade" && !/^[A-F][1-6]$/.test(p.text)) fail(`"${p.text}" is no grade`);
    else if (
      p.kind === "date" &&
      !(p.text === readableInterval(p.when) && isStored(p.when.earliest) && isStored(p.when.latest))
    )
      fail(`the date "${p.text}" is in no record`);
    else if (p.kind === "ref" && references[p.ref - 1]?.number !== p.ref) fail(`reference ${p.text} leads nowhere`);
    else if (p.kind === "quote" && !referenced.get(p.article)?.some((r) => r.start <= p.start && p.end <= r.end))
      fail("words are quoted without a reference that holds them", p);
  };
  return { problems, fail, quotes, phrase, part };
}

const knownPhrases: ReadonlySet<string> = new Set(phrases);

interface AnyQuote {
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function isQuote(value: object): value is AnyQuote {
  const { article, start, end, text } = value as Partial<Record<keyof AnyQuote, unknown>>;
  return (
    typeof article === "string" && typeof start === "number" && typeof end === "number" && typeof text === "string"
  );
}

function checkRecords(report: Report, { fail }: Checker): void {
  const texts = new Map(report.articles.map((a) => [a.id, a.text]));
  const claims = new Set(report.claims.map((c) => c.id));
  const missing = (ids: readonly string[], known: { has(id: string): boolean }): string[] =>
    ids.filter((id) => !known.has(id));
  for (const { id, proposition, support, conflicts, revises } of report.claims) {
    if (!support.some((s) => s.span.text === proposition || texts.get(s.article)?.includes(proposition)))
      fail(`claim ${id} is in no report that supports it`);
    for (const other of missing([...conflicts, ...revises], claims))
      fail(`claim ${id} names ${other}, which does not exist`);
  }
  for (const { text, parts } of report.statements.flatMap((s) => [s.content, s.source, s.cue]))
    if (text !== parts.map((p) => p.text).join(" … ")) fail("a statement's words are not its pieces", parts[0]);
  const named = [
    ...report.origins.flatMap((o) => [o.root, ...o.articles]),
    ...report.circles.flat(),
    ...report.derivations.flatMap((d) => (d.source === null ? [d.derived] : [d.derived, d.source])),
  ];
  for (const id of new Set(missing(named, texts))) fail(`article ${id} does not exist`);
}
