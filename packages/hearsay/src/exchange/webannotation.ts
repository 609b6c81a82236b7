import type { Quote } from "../model/index.js";
import { asJson } from "../records/write.js";
import type { Report } from "../tell/index.js";
import type { Writer } from "./file.js";
import { codePoints, contextOf, iriOf, pageOf, type Shelf, shelfOf } from "./places.js";
import { uuid } from "./uuid.js";

/**
 * W3C Web Annotation Data Model: one AnnotationCollection with one page. Each annotation points to exact words twice: by
 * a TextQuoteSelector, which re-finds them on the live page, and by a TextPositionSelector in code points of the text as
 * Hearsay read it.
 */
export const webannotation: Writer = (report) => {
  const shelf = shelfOf(report);
  const items = found(report).map((one) => annotation(one, shelf));
  const id = `urn:uuid:${uuid("annotations", report.story.name)}`;
  const page = { id: `urn:uuid:${uuid("annotation-page", report.story.name)}`, type: "AnnotationPage" };
  const collection = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id,
    type: "AnnotationCollection",
    label: report.story.name,
    generator: { id: "urn:hearsay:software", type: "Software", name: "Hearsay" },
    total: items.length,
    first: { ...page, partOf: id, startIndex: 0, items },
  };
  return { files: [{ name: "annotations.jsonld", content: `${asJson(collection, 1)}\n` }], left: [] };
};

/** What is annotated: a record's words, what it says of them, and where else they stand. */
interface Finding {
  readonly id: string;
  readonly tag: string;
  readonly says: string;
  readonly words: readonly Quote[];
  readonly linked: readonly Quote[];
}

function found(report: Report): readonly Finding[] {
  const one = (
    id: string,
    tag: string,
    says: string,
    words: readonly (Quote | null)[],
    linked: readonly Quote[] = [],
  ) => ({ id, tag, says, words: words.filter((quote) => quote !== null && quote.text !== ""), linked }) as Finding;
  return [
    ...report.claims.flatMap(({ id, verdict, origins, proposition, support }) =>
      support.map(({ span }, i) =>
        one(`${id}/${i}`, "claim", `${verdict}, ${origins} independent: ${proposition}`, [span]),
      ),
    ),
    ...report.statements.map(({ id, speaker, kind, act, content }) =>
      one(id, "statement", `${speaker.name ?? speaker.description}: ${kind} ${act}`, content.parts),
    ),
    ...report.events.map(({ id, span, type, mode, who, whom }) =>
      one(id, "event", `${type} (${mode}): ${who ?? "?"} → ${whom ?? "?"}`, [span]),
    ),
    ...report.commitments.map(({ id, span, status, by, to }) =>
      one(id, "commitment", `${status}: ${by ?? "?"} → ${to ?? "?"}`, [span]),
    ),
    ...report.causes.map((cause) => one(cause.id, "cause", causeWords(cause), [cause.cause, cause.effect])),
    ...report.derivations.flatMap(({ derived, source, kind, passages }) =>
      passages.map((passage, i) =>
        one(
          `${derived}/${source ?? ""}/${i}`,
          "lineage",
          kind,
          [passage.derived],
          passage.source === null ? [] : [passage.source],
        ),
      ),
    ),
  ].filter(({ words }) => words.length > 0);
}

/** What somebody says of a cause, as they say it: that it does, does not, or may, and whether only on a condition. */
function causeWords({ sign, negated, hedged, conditional, by }: Report["causes"][number]): string {
  const [plain, does] = sign === "+" ? ["bring about", "brings about"] : ["prevent", "prevents"];
  const may = hedged ? (negated ? `may not ${plain}` : `may ${plain}`) : negated ? `does not ${plain}` : does;
  return `${may}${conditional ? " on a condition" : ""}, says ${by}`;
}

function annotation({ id, tag, says, words, linked }: Finding, shelf: Shelf) {
  const places = words.map((quote) => place(quote, shelf));
  const text = (value: string, purpose: string) => ({ type: "TextualBody", value, format: "text/plain", purpose });
  const links = linked.map((quote) => ({ ...place(quote, shelf), purpose: "linking" }));
  return {
    id: `urn:uuid:${uuid("annotation", `${tag}/${id}`)}`,
    type: "Annotation",
    motivation: linked.length > 0 ? "linking" : "describing",
    body: [text(tag, "tagging"), text(says, "describing"), ...links],
    target: places.length === 1 ? places[0] : places,
  };
}

/** Exact words as a SpecificResource. */
function place(quote: Quote, shelf: Shelf) {
  const article = shelf.get(quote.article)!;
  return {
    type: "SpecificResource",
    // Its address alone: the model has room for its language too, but annotation servers and validators want a text here.
    source: pageOf(article),
    // An address may have had several texts: this is the one.
    scope: iriOf(article),
    selector: [
      { type: "TextQuoteSelector", exact: quote.text, ...contextOf(quote, article.text) },
      {
        type: "TextPositionSelector",
        start: codePoints(article.text, quote.start),
        end: codePoints(article.text, quote.end),
      },
    ],
  };
}
