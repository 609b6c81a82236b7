import { eventFields } from "./events.js";
import { intervalText, named, type RecordTable, rowMaker, whereColumns, wordsColumn } from "./row.js";

export const timeline: RecordTable = {
  columns: [
    { key: "when", head: "When", min: 10, rank: 0, style: () => "bold" },
    { key: "type", head: "Type", min: 9, rank: 4 },
    { key: "who", head: "Who", min: 10, rank: 1 },
    { key: "whom", head: "To whom", min: 10, rank: 2 },
    { key: "origins", head: "Origins", min: 7, rank: 5 },
    wordsColumn,
    ...whereColumns,
  ],
  rows: (report) => {
    const row = rowMaker(report);
    const events = new Map(report.events.map((event) => [event.id, event]));
    return report.timeline.flatMap((entry) => {
      const event = events.get(entry.events[0] ?? "");
      if (event === undefined) return [];
      const { id: _, when: __, ...fields } = eventFields(event);
      const { id, when, claim, origins } = entry;
      const reports = entry.events.length;
      return row(
        event.span,
        { id, when: intervalText(when), ...fields, reports, origins, claim },
        { who: named(event.who, event.whom), types: [event.type, event.mode], ...(when !== null && { when }) },
      );
    });
  },
};
