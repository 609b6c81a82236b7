import { byText } from "./cells.js";
import { inReadingOrder, intervalText, named, type RecordTable, rowMaker, whereColumns, wordsColumn } from "./row.js";

export const commitments: RecordTable = {
  columns: [
    {
      key: "status",
      head: "Status",
      min: 10,
      rank: 0,
      style: byText({ refused: "red", broken: "red", denied: "red", delivered: "green", "in-force": "green" }),
    },
    { key: "by", head: "By", min: 10, rank: 1, style: () => "bold" },
    { key: "to", head: "To", min: 10, rank: 2 },
    { key: "when", head: "When", min: 10, rank: 5 },
    wordsColumn,
    ...whereColumns,
  ],
  rows: (report) => {
    const row = rowMaker(report);
    return inReadingOrder(
      report.commitments.map(({ id, span, status, by, to, object, condition, when, score }) =>
        row(
          span,
          {
            id,
            status,
            by,
            to,
            object: object?.text ?? null,
            condition: condition?.text ?? null,
            when: intervalText(when),
            score,
          },
          { who: named(by, to), types: [status], ...(when !== null && { when }) },
        ),
      ),
    );
  },
};
