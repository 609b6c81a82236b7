import { sideMaker } from "../concepts/index.js";
import type { Difference, RemarkReport, ReportStatement } from "../tell/index.js";
import { chains } from "./chain.js";
import { pieces } from "./pieces.js";
import { inReadingOrder, intervalText, named, type RecordTable, rowMaker, whereColumns, wordsColumn } from "./row.js";

export const statements: RecordTable = {
  columns: [
    { key: "speaker", head: "Speaker", min: 14, rank: 0, style: () => "bold" },
    { key: "role", head: "Role", min: 12, rank: 5 },
    { key: "kind", head: "Kind", min: 8, rank: 6 },
    { key: "through", head: "Through", min: 10, rank: 7 },
    wordsColumn,
    ...whereColumns,
  ],
  rows: (report) => {
    const row = rowMaker(report);
    const through = chains(report.statements);
    const sideOf = sideMaker(report);
    return inReadingOrder(
      report.statements.map((statement) => {
        const { speaker, kind, act, when } = statement;
        const chain = (through.get(statement.id) ?? []).map((outer) => outer.speaker.name ?? outer.speaker.description);
        const own = { ...fields(statement), through: chain.join(", ") || null };
        return row(pieces(statement.content), own, {
          who: named(speaker.name, speaker.role, speaker.affiliation, speaker.description),
          affiliations: named(speaker.affiliation),
          sides: named(sideOf(speaker)),
          types: [kind, act],
          ...(when !== null && { when }),
        });
      }),
    );
  },
};

function fields({
  id,
  speaker,
  kind,
  act,
  cue,
  source,
  addressee,
  venue,
  when,
  negated,
  hedged,
  score,
}: ReportStatement) {
  return {
    id,
    speaker: speaker.name ?? speaker.description,
    role: speaker.role,
    affiliation: speaker.affiliation,
    anonymous: speaker.anonymous,
    kind,
    act,
    cue: cue.text,
    source: source.text,
    addressee,
    venue,
    when: intervalText(when),
    negated,
    hedged,
    score,
  };
}

/** A row for each report of a remark that two or more articles have: how its words differ from the fullest. */
export const wordings: RecordTable = {
  columns: [
    { key: "speaker", head: "Speaker", min: 14, rank: 0, style: () => "bold" },
    { key: "wording", head: "Wording", min: 9, rank: 0 },
    { key: "difference", head: "Difference", min: 24, grow: true, rank: 1 },
    wordsColumn,
    ...whereColumns,
  ],
  rows: (report) => {
    const row = rowMaker(report);
    const statements = new Map(report.statements.map((s) => [s.id, s]));
    return report.remarks.flatMap((remark) =>
      remark.reports.flatMap((one) => {
        const statement = statements.get(one.statement);
        if (statement === undefined) return [];
        const { speaker, kind, act, when } = statement;
        const own = { remark: remark.id, ...fields(statement), speaker: remark.speaker, ...wordingFields(one) };
        return row(pieces(statement.content), own, {
          who: named(speaker.name, speaker.role, speaker.affiliation, speaker.description, remark.speaker),
          affiliations: named(speaker.affiliation),
          types: [kind, act, one.wording, ...(one.through === null ? [] : [one.through])],
          ...(when !== null && { when }),
        });
      }),
    );
  },
};

function wordingFields({ wording, through, marked, differences }: RemarkReport) {
  return { wording, through, marked, difference: shownDifference(wording, through, marked, differences) };
}

/** At most so many places are shown; the JSON report has all. */
const placesShown = 4;

/** `“a pause” → “a breather”; without “and nobody came”`. */
function shownDifference(
  wording: RemarkReport["wording"],
  through: RemarkReport["through"],
  marked: boolean,
  differences: readonly Difference[],
): string | null {
  if (wording === "fullest" || wording === "same") return null;
  const places: string[] = [];
  for (let i = 0; i < differences.length; i++) {
    const [one, next] = [differences[i]!, differences[i + 1]];
    if (one.kind === "kept") continue;
    if (one.kind === "dropped" && next?.kind === "added") {
      places.push(`“${one.text}” → “${next.text}”`);
      i++;
    } else places.push(one.kind === "dropped" ? `without “${one.text}”` : `with “${one.text}”`);
  }
  const rest = places.length > placesShown ? [`${places.length - placesShown} more`] : [];
  const notes = [...(through === null ? [] : [through]), ...(marked ? ["marked by dots"] : [])];
  return [...notes, ...places.slice(0, placesShown), ...rest].join("; ") || null;
}
