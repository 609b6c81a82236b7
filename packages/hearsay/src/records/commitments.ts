import { ledgerOf } from "../tell/ledger.js";
import { isToldCommitment, parties } from "../tell/worth.js";
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
            amount: amountIn(object?.text ?? ""),
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

const numbers =
  "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?|millions?|billions?";
const amount = new RegExp(
  `(?:[$€£¥]\\s?)?(?<![\\p{L}\\d-])(?:\\d[\\d.,]*|(?:${numbers}))(?:[ -](?:${numbers}|per ?cent))*(?: of)?(?:[ -]\\p{Ll}[\\p{L}-]*)?%?`,
  "iu",
);

/** The first number in the words of an object, with what it counts: "12 batteries", "ten million crowns"; null without one. */
function amountIn(object: string): string | null {
  const found = object.match(amount)?.[0].trim() ?? null;
  return found === null || /^(?:one|\d{4})$/i.test(found) || /^one (?:of|another)/i.test(found) ? null : found;
}

/** A row for each step of each commitment, the steps of one commitment together: what became of it, and whether it is open. */
export const ledger: RecordTable = {
  columns: [
    { key: "line", head: "No.", min: 3, rank: 0 },
    { key: "open", head: "Open", min: 4, rank: 2 },
    { key: "course", head: "Course", min: 12, rank: 3 },
    { key: "when", head: "When", min: 10, rank: 1 },
    { key: "status", head: "Step", min: 10, rank: 0, style: () => "bold" },
    { key: "by", head: "By", min: 10, rank: 1 },
    { key: "to", head: "To", min: 10, rank: 2 },
    { key: "amount", head: "Amount", min: 8, rank: 4 },
    { key: "condition", head: "If", min: 10, rank: 4 },
    { key: "reports", head: "Reports", min: 7, rank: 5 },
    { key: "origins", head: "Origins", min: 7, rank: 5 },
    wordsColumn,
    ...whereColumns,
  ],
  rows: (report) => {
    const row = rowMaker(report);
    const party = parties(report.entities);
    const origin = new Map(report.articles.map((a) => [a.id, a.origin ?? a.id]));
    const lines = ledgerOf(report, party, (c) => isToldCommitment(c, party));
    return lines.flatMap(({ steps, open }, line) =>
      steps.map(({ at, copies }) => {
        const all = [at, ...copies];
        return row(
          at.span,
          {
            line: line + 1,
            open: open ? "open" : "settled",
            course: steps.map((step) => step.at.status).join(" → "),
            id: at.id,
            status: at.status,
            by: at.by,
            to: at.to,
            object: at.object?.text ?? null,
            amount: amountIn(at.object?.text ?? ""),
            condition: at.condition?.text ?? null,
            when: intervalText(at.when),
            reports: all.length,
            origins: new Set(all.map((c) => origin.get(c.article))).size,
          },
          {
            who: named(at.by, at.to),
            types: [at.status, open ? "open" : "settled"],
            ...(at.when !== null && { when: at.when }),
          },
        );
      }),
    );
  },
};
