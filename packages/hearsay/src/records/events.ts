import type { ReportEvent } from "../tell/index.js";
import { byText } from "./cells.js";
import { inReadingOrder, intervalText, named, type RecordTable, rowMaker, whereColumns, wordsColumn } from "./row.js";

export const events: RecordTable = {
  columns: [
    { key: "when", head: "When", min: 10, rank: 3 },
    { key: "type", head: "Type", min: 9, rank: 1 },
    { key: "mode", head: "Mode", min: 12, rank: 4, style: byText({ denied: "red", asserted: "green" }) },
    { key: "who", head: "Who", min: 10, rank: 1, style: () => "bold" },
    { key: "whom", head: "To whom", min: 10, rank: 2 },
    wordsColumn,
    ...whereColumns,
  ],
  rows: (report) => {
    const row = rowMaker(report);
    return inReadingOrder(
      report.events.map((event) =>
        row(event.span, eventFields(event), {
          who: named(event.who, event.whom),
          types: [event.type, event.mode],
          ...(event.when !== null && { when: event.when }),
        }),
      ),
    );
  },
};

/** The fields of an event, without where its words stand. */
export function eventFields({ id, type, mode, who, whom, source, target, where, when, goldstein, score }: ReportEvent) {
  return {
    id,
    when: intervalText(when),
    type,
    mode,
    who,
    whom,
    whoCountry: source?.country ?? null,
    whomCountry: target?.country ?? null,
    where,
    goldstein,
    score,
  };
}
