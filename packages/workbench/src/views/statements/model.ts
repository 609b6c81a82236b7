import type { Remark, RemarkReport, ReportStatement } from "hearsay";

type Speaker = ReportStatement["speaker"];

/** A speaker as the article has it: by name, else in its own words. Nobody unnamed is given a name. */
export const speakerName = (s: Speaker): string => s.name ?? s.description;

/** Role and affiliation, and whether the source stays unnamed. */
export function sayAffiliation(s: Speaker): string {
  const unnamed =
    s.name !== null ? null : s.anonymous ? "asked not to be named" : s.collective ? "several, unnamed" : "unnamed";
  return [s.role, s.affiliation === s.name ? null : s.affiliation, unnamed].filter(Boolean).join(" · ");
}

/** What the manner of a statement adds to its words. */
export const sayTone = (s: Pick<ReportStatement, "act" | "negated" | "hedged">): readonly string[] => [
  ...(s.act === "speech" ? [] : [s.act]),
  ...(s.negated ? ["negated"] : []),
  ...(s.hedged ? ["hedged"] : []),
];

/** Something that somebody said, with every report of it. */
export interface Said {
  readonly id: string;
  readonly statements: readonly { readonly statement: ReportStatement; readonly report: RemarkReport | null }[];
}

/** What somebody said: a remark that several articles have is one, at the place of its first report. */
export function saidOf(statements: readonly ReportStatement[], remarks: readonly Remark[]): readonly Said[] {
  const byId = new Map(statements.map((one) => [one.id, one]));
  const of = new Map(remarks.flatMap((remark) => remark.reports.map((report) => [report.statement, remark] as const)));
  const told = new Set<string>();
  return statements.flatMap((statement): readonly Said[] => {
    const remark = of.get(statement.id);
    if (remark === undefined) return [{ id: statement.id, statements: [{ statement, report: null }] }];
    if (told.has(remark.id)) return [];
    told.add(remark.id);
    const reports = remark.reports.flatMap((report) => {
      const one = byId.get(report.statement);
      return one === undefined ? [] : [{ statement: one, report }];
    });
    return [{ id: remark.id, statements: reports.sort((a, b) => fullestFirst(a) - fullestFirst(b)) }];
  });
}

const fullestFirst = ({ report }: Said["statements"][number]): number => (report?.wording === "fullest" ? 0 : 1);

/** Whether its words differ from report to report. */
export const isVaried = ({ statements }: Said): boolean =>
  statements.some(({ report }) => report !== null && report.wording !== "fullest" && report.wording !== "same");
