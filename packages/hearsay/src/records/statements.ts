import type { ReportStatement } from "../tell/index.js";
import { pieces } from "./pieces.js";
import { inReadingOrder, intervalText, named, type RecordTable, rowMaker, whereColumns, wordsColumn } from "./row.js";

export const statements: RecordTable = {
  columns: [
    { key: "speaker", head: "Speaker", min: 14, rank: 0, style: () => "bold" },
    { key: "role", head: "Role", min: 12, rank: 5 },
    { key: "kind", head: "Kind", min: 8, rank: 6 },
    wordsColumn,
    ...whereColumns,
  ],
  rows: (report) => {
    const row = rowMaker(report);
    return inReadingOrder(
      report.statements.map((statement) => {
        const { speaker, kind, act, when } = statement;
        return row(pieces(statement.content), fields(statement), {
          who: named(speaker.name, speaker.role, speaker.affiliation, speaker.description),
          types: [kind, act],
          ...(when !== null && { when }),
        });
      }),
    );
  },
};

function fields({
  id,
  speaker,
  kind,
  act,
  cue,
  source,
  addressee,
  venue,
  when,
  negated,
  hedged,
  score,
}: ReportStatement) {
  return {
    id,
    speaker: speaker.name ?? speaker.description,
    role: speaker.role,
    affiliation: speaker.affiliation,
    anonymous: speaker.anonymous,
    kind,
    act,
    cue: cue.text,
    source: source.text,
    addressee,
    venue,
    when: intervalText(when),
    negated,
    hedged,
    score,
  };
}
