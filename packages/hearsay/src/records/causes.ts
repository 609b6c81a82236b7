import type { Quote } from "../model/index.js";
import type { Report, ReportCause } from "../tell/index.js";
import { inReadingOrder, named, type RecordTable, rowMaker, whereColumns } from "./row.js";

export const causes: RecordTable = {
  columns: [
    { key: "cause", head: "Cause", min: 16, grow: true, rank: 0 },
    { key: "sign", head: "±", min: 1, rank: 0 },
    { key: "effect", head: "Effect", min: 16, grow: true, rank: 0 },
    { key: "by", head: "Says", min: 10, rank: 1, style: () => "bold" },
    { key: "hedged", head: "Hedged", min: 6, rank: 5 },
    ...whereColumns,
  ],
  rows: (report) => {
    const row = rowMaker(report);
    return inReadingOrder(
      report.causes.map((cause) =>
        row(whole(cause, report), fields(cause), { who: named(cause.by), types: [cause.sign] }),
      ),
    );
  },
};

function fields({ id, cause, sign, effect, by, hedged, conditional, negated, score }: ReportCause) {
  const shown = sign === "+" ? "+" : "−";
  return { id, cause: cause.text, sign: shown, effect: effect.text, by, hedged, conditional, negated, score };
}

/** The words from the first to the last of cause and effect. */
function whole({ article, cause, effect }: ReportCause, { articles }: Report): Quote {
  const [start, end] = [Math.min(cause.start, effect.start), Math.max(cause.end, effect.end)];
  const text = articles.find(({ id }) => id === article)?.text.slice(start, end) ?? "";
  return { article, start, end, text };
}
