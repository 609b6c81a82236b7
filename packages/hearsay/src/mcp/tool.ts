import { basename } from "node:path";
import { HearsayError } from "../model/index.js";
import { findArticle } from "../records/find.js";
import { type Filters, narrow } from "../records/narrow.js";
import type { RecordTable } from "../records/row.js";
import type { Report, ReportArticle } from "../tell/index.js";
import type { Desk, Opened } from "./desk.js";

/** A tool: what it is for, what it is asked with, and what it answers. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: object;
  /** Whether it changes the story. */
  readonly writes?: boolean;
  /** @param given as `input` allows */
  run(opened: Opened, given: Given, desk: Desk): Promise<object> | object;
}

/** What a tool is called with. */
export type Given = Readonly<Record<string, unknown>>;

/** The ids of the records whose rows pass the filters that all tables share, in the table's order. */
export function idsOf(table: RecordTable, { view: { report } }: Opened, given: Given): readonly string[] {
  const { article, ...rest } = given as Given & { article?: string };
  const filters = {
    ...rest,
    ...(article !== undefined && { article: [articleOf(report, article).id] }),
  } as Filters & Given;
  const { limit: _, offset: __, ...narrowing } = filters;
  const rows = narrow(table.rows(report), narrowing, report);
  return [...new Set(rows.map(({ fields }) => String(fields.id ?? fields.article)))];
}

/**
 * The article that is meant. Where articles lie on this machine is nobody's affair who asks over a protocol: neither
 * asked for by folders nor told.
 * @throws HearsayError `usage.article`
 */
export function articleOf({ articles, ...report }: Report, name: string): ReportArticle {
  const without = articles.map((one) => ({ ...one, file: basename(one.file) }));
  return findArticle({ ...report, articles: without }, name);
}

/** @throws HearsayError `usage.record` */
export function found<T>(record: T | undefined, kind: string, id: string): T {
  if (record === undefined) throw new HearsayError("usage.record", `There is no ${kind} "${id}" in this story.`);
  return record;
}
