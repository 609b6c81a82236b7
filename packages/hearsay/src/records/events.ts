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

/** A row for each happening: how many articles and origins have it, and where their dates, places and sides differ. */
export const happenings: RecordTable = {
  columns: [
    { key: "when", head: "When", min: 10, rank: 3 },
    { key: "type", head: "Type", min: 9, rank: 1 },
    { key: "mode", head: "Mode", min: 12, rank: 4 },
    { key: "who", head: "Who", min: 10, rank: 1, style: () => "bold" },
    { key: "whom", head: "To whom", min: 10, rank: 2 },
    { key: "told", head: "Told by", min: 12, rank: 0 },
    { key: "differ", head: "Differ in", min: 12, rank: 2 },
    wordsColumn,
    ...whereColumns,
  ],
  rows: (report) => {
    const row = rowMaker(report);
    const events = new Map(report.events.map((event) => [event.id, event]));
    return report.timeline.flatMap(({ events: ids, origins, when, claim }) => {
      const told = ids.flatMap((id) => events.get(id) ?? []);
      const [first] = told;
      if (first === undefined) return [];
      const reports = new Set(told.map(({ article }) => article)).size;
      return row(
        first.span,
        {
          ...eventFields(first),
          when: intervalText(when),
          told: `${counted(reports, "report")}, ${counted(origins, "origin")}`,
          reports,
          origins,
          differ: differences(told),
          claim,
          events: ids.join(" "),
        },
        { who: named(first.who, first.whom), types: [first.type, first.mode], ...(when !== null && { when }) },
      );
    });
  },
};

const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? "" : "s"}`;

/** What its reports say differently, each value once, those of the first report first; empty where they agree. */
function differences(told: readonly ReportEvent[]): string {
  const values: Readonly<Record<string, readonly (string | null)[]>> = {
    date: told.map(({ when }) => intervalText(when)),
    place: told.map(({ where }) => where),
    count: told.map(({ span }) => span.text.match(/(?<![\p{L}\d])\d[\d,.]*(?=\s+\p{Ll}{3})/u)?.[0] ?? null),
  };
  return Object.entries(values)
    .map(([name, all]) => [name, [...new Set(all.filter((value) => value !== null))]] as const)
    .filter(([, distinct]) => distinct.length > 1)
    .map(([name, distinct]) => `${name}: ${distinct.join(" / ")}`)
    .join("; ");
}

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
