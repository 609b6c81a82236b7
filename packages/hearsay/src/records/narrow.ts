import { HearsayError, type Interval } from "../model/index.js";
import type { Report } from "../tell/index.js";
import { findArticle } from "./find.js";
import type { Row } from "./row.js";

/** The filters that all record tables share. */
export interface Filters {
  readonly article?: readonly string[];
  readonly outlet?: string;
  readonly speaker?: string;
  readonly affiliation?: string;
  /** Whom who speaks stands for; the whole name. */
  readonly side?: string;
  readonly kind?: string;
  readonly type?: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly grep?: string;
  /** Like `grep`, but taken as it stands. */
  readonly words?: string;
  readonly limit?: string;
}

/**
 * The rows that pass all filters given.
 * @throws HearsayError `usage.article`, `usage.date`, `usage.pattern`, `usage.limit`
 */
export function narrow(rows: readonly Row[], filters: Filters, report: Report): readonly Row[] {
  const tests = testsOf(filters, report);
  const found = rows.filter((row) => tests.every((test) => test(row)));
  return filters.limit === undefined ? found : found.slice(0, limitOf(filters.limit));
}

type Test = (row: Row) => boolean;

function testsOf(
  { article, outlet, speaker, affiliation, side, kind, type, since, until, grep, words }: Filters,
  report: Report,
): readonly Test[] {
  const tests: Test[] = [];
  if (article !== undefined) {
    const ids = new Set(article.map((name) => findArticle(report, name).id));
    tests.push(({ facets }) => articlesOf(facets).some((one) => ids.has(one)));
  }
  if (outlet !== undefined) tests.push(({ facets }) => holds(facets.outlet ?? "", outlet));
  if (speaker !== undefined) tests.push(({ facets }) => facets.who.some((name) => holds(name, speaker)));
  if (affiliation !== undefined)
    tests.push(({ facets }) => facets.affiliations.some((name) => holds(name, affiliation)));
  if (side !== undefined) tests.push(({ facets }) => facets.sides?.some((own) => same(own, side)) === true);
  if (kind !== undefined) tests.push(({ facets }) => facets.types.some((own) => same(own, kind)));
  if (type !== undefined) tests.push(({ facets }) => facets.types.some((own) => type.some((one) => same(own, one))));
  if (since !== undefined || until !== undefined) {
    const [first, last] = [since && dateOf(since), until && dateOf(until)];
    tests.push(({ facets }) => couldBe(facets.when, first, last));
  }
  if (grep !== undefined) tests.push(matching(grep));
  if (words !== undefined) tests.push((row) => textsOf(row).some((text) => holds(text, words)));
  return tests;
}

const articlesOf = ({ article, articles }: Row["facets"]): readonly string[] =>
  articles ?? (article === null ? [] : [article]);
/** What a row is searched by: its words, and those of everything else it stands for. */
const textsOf = ({ fields, facets }: Row): readonly string[] => [String(fields.words ?? ""), ...(facets.texts ?? [])];

const holds = (text: string, part: string): boolean => text.toLowerCase().includes(part.toLowerCase());
const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Whether something can have been within dates, both included; dates compare by the digits both have. */
export function couldBe(when: Interval | null, since?: string, until?: string): boolean {
  if (since === undefined && until === undefined) return true;
  if (when === null) return false;
  const isEarly = since !== undefined && cut(when.latest, since) < since;
  return !isEarly && (until === undefined || cut(when.earliest, until) <= until);
}
const cut = (iso: string, like: string): string => iso.slice(0, like.length);

function matching(grep: string): Test {
  let pattern: RegExp;
  try {
    pattern = new RegExp(grep, "iu");
  } catch {
    throw new HearsayError("usage.pattern", `"${grep}" is not a regular expression.`);
  }
  return (row) => textsOf(row).some((text) => pattern.test(text.normalize("NFC")));
}

function dateOf(text: string): string {
  if (/^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2})?)?)?$/.test(text)) return text;
  throw new HearsayError("usage.date", `"${text}" is not a date: write 2026, 2026-03 or 2026-03-14.`);
}

function limitOf(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new HearsayError("usage.limit", `--limit takes a number, not "${text}".`);
}
