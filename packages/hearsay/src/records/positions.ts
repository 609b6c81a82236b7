import { byText } from "./cells.js";
import { intervalText, named, type RecordTable, rowMaker, whereColumns, wordsColumn } from "./row.js";

/** A row for each take, those of one actor on one issue together, in the order of time. */
export const positions: RecordTable = {
  columns: [
    { key: "actor", head: "Actor", min: 10, rank: 0, style: () => "bold" },
    { key: "issue", head: "On", min: 14, rank: 1 },
    { key: "leaning", head: "Stands", min: 7, rank: 0, style: byText({ for: "green", against: "red" }) },
    { key: "shown", head: "Shown", min: 5, rank: 2 },
    { key: "when", head: "When", min: 10, rank: 2 },
    { key: "shift", head: "Shift", min: 6, rank: 1, style: () => "yellow" },
    wordsColumn,
    ...whereColumns,
  ],
  rows: (report) => {
    const row = rowMaker(report);
    return report.positions.flatMap(({ id, name, issue, takes, shifts }) =>
      takes.map(({ span, leaning, shown, speech, speaker, when, statement, claim, origin }, i) => {
        const shift = shifts.find(({ to }) => to === i);
        const from = shift === undefined ? null : (takes[shift.from]?.span.text ?? null);
        const stand = { id, actor: name, issue: issue.text, leaning, shown, speech, speaker, when: intervalText(when) };
        const fields = {
          ...stand,
          shift: shift?.kind ?? null,
          order: shift?.order ?? null,
          from,
          statement,
          claim,
          origin,
        };
        const types = [
          leaning,
          shown,
          ...(speech === null ? [] : [speech]),
          ...(shift === undefined ? [] : [shift.kind]),
        ];
        return row(span, fields, { who: named(name, speaker), types, ...(when !== null && { when }) });
      }),
    );
  },
};
