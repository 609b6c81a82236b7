import type { Quote } from "../model/index.js";
import { asJson } from "../records/write.js";
import type { Report, ReportClaim } from "../tell/index.js";
import type { Writer } from "./file.js";
import { referenceOf, type Shelf, shelfOf } from "./places.js";
import { identitiesOf } from "./stix/identities.js";
import { common, external, idOf, type StixObject, stampOf } from "./stix/objects.js";
import { reportObjects } from "./stix/reports.js";
import { uuid } from "./uuid.js";
import { standingOf } from "./words.js";

/**
 * A STIX 2.1 bundle. An article is a `report` by its outlet's `identity`; who speaks or acts is an `identity`; what is
 * claimed, said, done and promised is a `note` on the reports that have it, each with its exact words as an external
 * reference. There is no `opinion`: that one report contradicts another is counted, not held.
 */
export const stix: Writer = (report) => {
  const shelf = shelfOf(report);
  const identities = identitiesOf(report);
  const known = new Set(identities.map(({ id }) => id));
  const notes = notesOf(report, shelf, known);
  const reports = reportObjects(report, notes, known);
  const objects = [...identities, ...reports, ...notes, ...conflictsOf(report, shelf)];
  const bundle = { type: "bundle", id: `bundle--${uuid("bundle", report.story.name)}`, objects };
  return { files: [{ name: "bundle.json", content: `${asJson(bundle, 1)}\n` }], left: [] };
};

/** Admiralty credibility as STIX's own confidence (STIX 2.1, appendix A); 6, cannot be judged, has none. */
const confidences: Readonly<Record<ReportClaim["grade"]["credibility"], number | null>> = {
  1: 90,
  2: 70,
  3: 50,
  4: 30,
  5: 10,
  6: null,
};

function notesOf(report: Report, shelf: Shelf, known: ReadonlySet<string>): readonly StixObject[] {
  const entity = (id: string | null | undefined) => {
    const found = id ? idOf("identity", `entity:${id}`) : "";
    return known.has(found) ? [found] : [];
  };
  const note = (
    id: string,
    label: string,
    abstract: string,
    words: readonly Quote[],
    others: readonly string[] = [],
  ) => {
    const articles = [...new Set(words.map(({ article }) => article))];
    return {
      ...common("note", id, stampOf(shelf.get(articles[0]!)!)),
      labels: [label],
      abstract,
      content: words.map(({ text }) => `“${text}”`).join("\n"),
      object_refs: [...articles.map((article) => idOf("report", article)), ...new Set(others)],
      external_references: words.map((quote) => external(shelf.get(quote.article)!, referenceOf(quote), quote.text)),
    };
  };
  return [
    ...report.claims.map((claim) => {
      const { id, grade, support } = claim;
      const spans = support.map(({ span }) => span);
      const confidence = confidences[grade.credibility];
      return { ...note(id, "claim", standingOf(claim), spans), ...(confidence !== null && { confidence }) };
    }),
    ...report.statements
      .filter(({ content }) => content.parts.length > 0)
      .map(({ id, speaker, kind, act, content }) =>
        note(
          id,
          "statement",
          `${speaker.name ?? speaker.description}: ${kind} ${act}`,
          content.parts,
          entity(speaker.entity),
        ),
      ),
    ...report.events.map(({ id, type, mode, who, whom, source, target, span }) =>
      note(
        id,
        "event",
        `${type} (${mode}): ${who ?? "?"} → ${whom ?? "?"}`,
        [span],
        [...entity(source?.entity), ...entity(target?.entity)],
      ),
    ),
    ...report.commitments.map(({ id, status, by, to, span }) =>
      note(id, "commitment", `${status}: ${by ?? "?"} → ${to ?? "?"}`, [span]),
    ),
  ];
}

/** What disagrees or replaces another, as a note on both claims' notes: platforms take those where a relationship is refused. */
function conflictsOf({ claims }: Report, shelf: Shelf): readonly StixObject[] {
  const all = new Set(claims.map(({ id }) => id));
  return claims.flatMap(({ id, relations, conflicts }) =>
    relations
      .filter(({ claim }) => all.has(claim) && (!conflicts.includes(claim) || id < claim))
      .map(({ claim, kind, mine, theirs }, i) => ({
        ...common("note", `${id}/${claim}/${kind}/${i}`, stampOf(shelf.get(mine.article)!)),
        labels: [conflicts.includes(claim) ? "contradiction" : "revision"],
        abstract: kind,
        content: `“${mine.text}”\n“${theirs.text}”`,
        object_refs: [idOf("note", id), idOf("note", claim)],
        external_references: [mine, theirs].map((quote) =>
          external(shelf.get(quote.article)!, referenceOf(quote), quote.text),
        ),
      })),
  );
}
