import type { Report, ReportClaim, ReportSupport } from "../tell/index.js";
import { byText } from "./cells.js";
import { named, type RecordTable, type Row, rowMaker, whereColumns, wordsColumn } from "./row.js";

const verdictColumn = {
  key: "verdict",
  head: "Verdict",
  min: 13,
  rank: 0,
  style: byText({ corroborated: "green", contradicted: "red", revised: "yellow" }),
} as const;

/** A row for each claim, in the words that state it best. */
export const claims: RecordTable = {
  columns: [
    verdictColumn,
    { key: "origins", head: "Origins", min: 7, rank: 1 },
    { key: "reports", head: "Reports", min: 7, rank: 2 },
    { key: "grade", head: "Grade", min: 5, rank: 6 },
    { ...wordsColumn, head: "Claim" },
    ...whereColumns,
  ],
  rows: (report) => claimRows(report, (claim) => [clearest(claim)]),
};

/** A row for each report of each claim. */
export const support: RecordTable = {
  columns: [
    { key: "claim", head: "Claim", min: 20, rank: 1 },
    verdictColumn,
    { key: "origin", head: "Origin", min: 10, rank: 2 },
    wordsColumn,
    ...whereColumns,
  ],
  rows: (report) => claimRows(report, (claim) => claim.support),
};

function claimRows(report: Report, supportsOf: (claim: ReportClaim) => readonly ReportSupport[]): readonly Row[] {
  const row = rowMaker(report);
  return report.claims.flatMap((claim) =>
    supportsOf(claim).map(({ span, origin, partial, speaker }) =>
      row(
        span,
        { ...fields(claim), origin, partial, speaker },
        { who: named(...claim.support.map((one) => one.speaker)), types: [claim.verdict, claim.kind] },
      ),
    ),
  );
}

const clearest = ({ proposition, support: [first, ...others] }: ReportClaim): ReportSupport =>
  [first!, ...others].find(({ span }) => span.text === proposition) ?? first!;

function fields(claim: ReportClaim) {
  const { id, proposition, kind, verdict, grade, origins, support: reports, looksCorroborated } = claim;
  return {
    id,
    claim: proposition,
    kind,
    verdict,
    grade: `${grade.reliability}${grade.credibility}`,
    origins,
    reports: reports.length,
    echoed: looksCorroborated,
    conflicts: claim.conflicts,
    revises: claim.revises,
    weight: claim.weight,
  };
}
