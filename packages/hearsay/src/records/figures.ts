import type { ReportFigureReport } from "../tell/index.js";
import { type RecordTable, rowMaker, whereColumns, wordsColumn } from "./row.js";

export const figures: RecordTable = {
  columns: [
    { key: "of", head: "Of", min: 16, rank: 0, style: () => "bold" },
    { key: "value", head: "Value", min: 8, rank: 0 },
    { key: "asOf", head: "As of", min: 10, rank: 2 },
    { ...wordsColumn, min: 10 },
    ...whereColumns,
  ],
  rows: (report) => {
    const row = rowMaker(report);
    return report.figures.flatMap(({ id, of, unit, reports }) =>
      reports.map((one) => {
        const { min, max, exact, origin, asOf, claim, span } = one;
        const fields = { id, of, value: valueText(one, unit), unit, min, max, exact, asOf, origin, claim };
        const when = asOf === null ? {} : { when: { earliest: asOf, latest: asOf } };
        return row(span, fields, { types: unit === null ? [] : [unit], ...when });
      }),
    );
  },
};

const grouped = new Intl.NumberFormat("en", { maximumFractionDigits: 6 });

function valueText({ min, max }: ReportFigureReport, unit: string | null): string {
  const least = grouped.format(min);
  const range = max === min ? least : max === null ? `≥ ${least}` : `${least}–${grouped.format(max)}`;
  return unit === null ? range : `${range} ${unit}`;
}
