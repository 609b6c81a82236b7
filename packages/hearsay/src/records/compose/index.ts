import { type Diagnostic, HearsayError, type Judgement, type Reliability, standing } from "../../model/index.js";
import { telling } from "../../tell/brief/parts.js";
import type { Line, Part, Reference } from "../../tell/brief.js";
import { informantNames } from "../../tell/informants.js";
import type { Report } from "../../tell/report.js";
import { verifyShown } from "../../tell/verify.js";
import { type Item, lineOf, type Picked, recordOf } from "./lines.js";

/** A brief of lines picked by an analyst. */
export interface Composed {
  readonly title: string;
  readonly lines: readonly Line[];
  /** What the numbers stand for, in the order of first use: an endnote each, as ICD 206 asks. */
  readonly sources: readonly Source[];
  /** What in it does not hold; none for a sound brief. */
  readonly problems: readonly Diagnostic[];
}

/** One numbered place in one article: who published what when, where it lies, and how good the source is. */
export interface Source extends Reference {
  readonly authors: readonly string[];
  readonly file: string;
  readonly url: string | null;
  readonly agency: string | null;
  readonly translatedFrom: string | null;
  /** The number of the origin its article goes back to, and how many the story has. */
  readonly origin: number | null;
  readonly origins: number;
  /** As analysts rated the outlet; F, cannot be judged, until one does. */
  readonly reliability: Reliability;
}

/**
 * A brief of the records named, in their order. Every line is template and verbatim words; that each of them stands in
 * its source is checked again before it is given out.
 * @throws HearsayError `brief.unknown` when there is no such record
 */
export function compose(
  report: Report,
  title: string,
  items: readonly Item[],
  judgements: readonly Judgement[] = [],
): Composed {
  const picked = items.map((item) => {
    const found = recordOf(report, item);
    if (found === undefined)
      throw new HearsayError("brief.unknown", `There is no ${item.kind} "${item.id}" in this story.`);
    return found;
  });
  const t = telling(report, new Map());
  const lines = picked.map((one) => lineOf(t, one));
  const sources = t.references.map(sourcesOf(report, judgements));
  return { title, lines, sources, problems: check(report, picked, lines, t.references) };
}

function sourcesOf(report: Report, judgements: readonly Judgement[]): (reference: Reference) => Source {
  const articles = new Map(report.articles.map((article) => [article.id, article]));
  const numbers = new Map(report.origins.map(({ id, number }) => [id, number]));
  const rated = new Map(
    standing(judgements).flatMap(({ kind, subjects, value }) =>
      kind === "rate" ? subjects.map((subject) => [subject, value as Reliability] as const) : [],
    ),
  );
  return (reference) => {
    const article = articles.get(reference.article)!;
    const { authors, file, url, agency, translatedFrom, outlet, origin } = article;
    return {
      ...reference,
      ...{ authors, file, url, agency, translatedFrom },
      origin: numbers.get(origin ?? "") ?? null,
      origins: report.origins.length,
      reliability: rated.get(outlet ?? "") ?? "F",
    };
  };
}

/** Words and numbers as any report's are checked; names against the records that were picked and what they name. */
function check(
  report: Report,
  picked: readonly Picked[],
  lines: readonly Line[],
  references: readonly Reference[],
): readonly Diagnostic[] {
  const used = new Set(references.map(({ article }) => article));
  const articles = report.articles.filter(({ id }) => used.has(id));
  const section = { id: "summary", title: "Summary", note: [], lines, more: null } as const;
  const shown = { brief: { sections: [section] }, references, articles, versions: [], problems: [] };
  const others = picked.flatMap(({ kind, record }) => (kind === "claim" ? record.conflicts : []));
  const opponents = report.claims.filter(({ id }) => others.includes(id));
  const own = articles.map(({ text: _, removed: __, ...article }) => article);
  const stored = strings([picked, opponents, own, [...informantNames(report).values()]]);
  const names = eachPart(lines).filter((part) => part.kind === "name" && !stored.has(part.text));
  return [...verifyShown(shown), ...names.map(({ text }) => unsound(`"${text}" is in no record of it`))];
}

const unsound = (what: string): Diagnostic => ({
  severity: "error",
  code: "tell.unverified",
  stage: "tell",
  message: `The brief does not hold: ${what}.`,
});

const eachPart = (lines: readonly Line[]): readonly Part[] =>
  lines.flatMap((one) => [...one.lead, ...one.parts, ...eachPart(one.lines)]);

/** Every string in a value. */
function strings(value: unknown, all = new Set<string>()): ReadonlySet<string> {
  if (typeof value === "string") all.add(value);
  else if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) strings(inner, all);
  return all;
}
