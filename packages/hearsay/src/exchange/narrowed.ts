import { articles } from "../records/articles.js";
import { causes } from "../records/causes.js";
import { support } from "../records/claims.js";
import { commitments } from "../records/commitments.js";
import { events } from "../records/events.js";
import { figures } from "../records/figures.js";
import { type Filters, narrow } from "../records/narrow.js";
import { positions } from "../records/positions.js";
import type { RecordTable } from "../records/row.js";
import { statements } from "../records/statements.js";
import { timeline } from "../records/timeline.js";
import type { Report } from "../tell/index.js";

type Narrowing = Omit<Filters, "limit">;

/**
 * The report with only the records that pass the filters, as the tables would show them. Articles all stay: the
 * records point into them. Of the actors those stay that are in what is left. Descent stays where the article that descends passes by itself.
 * @throws HearsayError as `narrow` does
 */
export function narrowed(report: Report, filters: Narrowing): Report {
  if (Object.values(filters).every((one) => one === undefined)) return report;
  const kept = <T extends { readonly id: string }>(table: RecordTable, records: readonly T[]): readonly T[] => {
    const ids = new Set(narrow(table.rows(report), filters, report).map(({ fields }) => fields.id));
    return records.filter(({ id }) => ids.has(id));
  };
  const { article, outlet, since, until } = filters;
  const places = Object.fromEntries(
    Object.entries({ article, outlet, since, until }).filter(([, value]) => value !== undefined),
  );
  const passing = new Set(narrow(articles.rows(report), places, report).map(({ fields }) => fields.article));
  const [said, done] = [kept(statements, report.statements), kept(events, report.events)];
  const actors = new Set([
    ...said.map(({ speaker }) => speaker.entity),
    ...done.flatMap(({ source, target }) => [source?.entity, target?.entity]),
  ]);
  return {
    ...report,
    claims: kept(support, report.claims),
    statements: said,
    events: done,
    timeline: kept(timeline, report.timeline),
    commitments: kept(commitments, report.commitments),
    causes: kept(causes, report.causes),
    figures: kept(figures, report.figures),
    positions: kept(positions, report.positions),
    entities: report.entities.filter(({ id }) => actors.has(id)),
    derivations: report.derivations.filter(({ derived }) => passing.has(derived)),
  };
}
