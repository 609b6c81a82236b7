import type { Entity } from "../model/index.js";
import type { Report } from "../tell/index.js";
import { named, type RecordTable, rowMaker, whereColumns, wordsColumn } from "./row.js";

/** A row for each entity that speaks or acts, those heard most first, in the first words that have it. */
export const actors: RecordTable = {
  columns: [
    { key: "name", head: "Name", min: 14, rank: 0, style: () => "bold" },
    { key: "role", head: "Role", min: 12, grow: true, rank: 1 },
    { key: "kind", head: "Kind", min: 6, rank: 5 },
    { key: "country", head: "Country", min: 7, rank: 3 },
    { key: "statements", head: "Statements", min: 10, rank: 2 },
    { key: "events", head: "Events", min: 6, rank: 2 },
    { ...wordsColumn, rank: 6 },
    ...whereColumns.map((column) => ({ ...column, rank: column.rank + 4 })),
  ],
  rows: (report) => {
    const row = rowMaker(report);
    const counted = report.entities.map((entity) => ({ entity, ...appearances(entity, report) }));
    return counted
      .filter(({ first }) => first !== undefined)
      .sort((a, b) => b.statements + b.events - a.statements - a.events || (a.entity.name < b.entity.name ? -1 : 1))
      .map(({ entity, statements, events, first }) =>
        row(
          first!,
          { ...fields(entity), statements, events },
          { who: named(entity.name, ...entity.aliases, entity.role), types: [entity.kind] },
        ),
      );
  },
};

function appearances({ id }: Entity, report: Report) {
  const statements = report.statements.filter(({ speaker }) => speaker.entity === id);
  const events = report.events.filter(({ source, target }) => source?.entity === id || target?.entity === id);
  const first = statements[0]?.source.parts[0] ?? events[0]?.span;
  return { statements: statements.length, events: events.length, first };
}

const fields = ({ id, name, kind, role, affiliation, country, aliases, anonymous }: Entity) => ({
  id,
  name,
  kind,
  role,
  affiliation,
  country,
  aliases,
  anonymous,
});
