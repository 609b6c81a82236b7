import { asJson } from "../records/write.js";
import type { Report, ReportArticle, ReportDerivation } from "../tell/index.js";
import { reviewOf } from "./claimreview.js";
import type { Writer } from "./file.js";
import { iriOf, isWeb, type Shelf, shelfOf, urn } from "./places.js";

/** Every term is spelled out in the file: it expands without a network. */
const context = {
  "@vocab": "https://schema.org/",
  prov: "http://www.w3.org/ns/prov#",
  hearsay: "urn:hearsay:vocabulary:",
  "prov:entity": { "@type": "@id" },
  "prov:wasDerivedFrom": { "@type": "@id" },
  "prov:wasQuotedFrom": { "@type": "@id" },
  "prov:wasAttributedTo": { "@type": "@id" },
  "prov:wasGeneratedBy": { "@type": "@id" },
  "prov:wasAssociatedWith": { "@type": "@id" },
  "prov:used": { "@type": "@id" },
};

/** Linked data: articles whole, who took what from whom, statements, events, and how each claim stands. */
export const jsonld: Writer = (report) => {
  const shelf = shelfOf(report);
  const graph = [
    { "@id": "urn:hearsay:software", "@type": ["SoftwareApplication", "prov:SoftwareAgent"], name: "Hearsay" },
    analysis(report),
    ...report.articles.map((article) => articleNode(article, report, shelf)),
    ...report.entities.map(entityNode),
    ...statementNodes(report, shelf),
    ...eventNodes(report, shelf),
    ...report.claims.map((claim) => ({ ...reviewOf(claim, report, shelf), "prov:wasGeneratedBy": analysisId(report) })),
  ];
  const content = `${asJson({ "@context": context, "@graph": graph }, 1)}\n`;
  return { files: [{ name: "story.jsonld", content }], left: [] };
};

const analysisId = ({ story }: Report): string => urn("analysis", story.name);
const analysis = (report: Report): object => ({
  "@id": analysisId(report),
  "@type": "prov:Activity",
  name: report.story.name,
  "prov:wasAssociatedWith": "urn:hearsay:software",
  "prov:used": report.articles.map(iriOf),
});

function articleNode(article: ReportArticle, { derivations }: Report, shelf: Shelf): object {
  const { id, title, authors, outlet, published, modified, language, section, text, url, agency, translatedFrom } =
    article;
  const from = derivations.filter(({ derived, source }) => derived === id && source !== null);
  const named = (type: string, name: string) => ({ "@type": type, name });
  return {
    "@id": iriOf(article),
    "@type": ["NewsArticle", "prov:Entity"],
    identifier: id,
    headline: title,
    ...(authors.length > 0 && { author: authors.map((name) => named("Person", name)) }),
    ...(outlet !== null && { publisher: named("Organization", outlet) }),
    ...(agency !== null && { sourceOrganization: named("Organization", agency) }),
    ...(published !== null && { datePublished: published }),
    ...(modified !== null && { dateModified: modified }),
    ...(language !== "und" && { inLanguage: language }),
    ...(section !== null && { articleSection: section }),
    ...(isWeb(url) && { url }),
    ...(translatedFrom !== null && { "hearsay:translatedFrom": translatedFrom }),
    articleBody: text,
    ...(from.length > 0 && derivedFrom(from, shelf)),
  };
}

/** Who it was taken from: plainly, and qualified by how and by which words. */
function derivedFrom(derivations: readonly ReportDerivation[], shelf: Shelf): object {
  const source = ({ source }: ReportDerivation) => iriOf(shelf.get(source!)!);
  const [cited, taken] = [
    derivations.filter(({ kind }) => kind === "cites"),
    derivations.filter(({ kind }) => kind !== "cites"),
  ];
  return {
    ...(taken.length > 0 && { "prov:wasDerivedFrom": taken.map(source) }),
    ...(cited.length > 0 && { "prov:wasQuotedFrom": cited.map(source) }),
    "prov:qualifiedDerivation": derivations.map((one) => ({
      "@type": "prov:Derivation",
      "prov:entity": source(one),
      "hearsay:kind": one.kind,
      "hearsay:score": one.score,
      "hearsay:probability": one.probability,
      "hearsay:direction": one.direction,
      "hearsay:passage": one.passages.map(({ derived }) => quotation(derived, shelf)),
    })),
  };
}

/** Exact words as part of their article. */
function quotation(
  { article, start, end, text }: { article: string; start: number; end: number; text: string },
  shelf: Shelf,
): object {
  const isPartOf = { "@id": iriOf(shelf.get(article)!) };
  return { "@type": "Quotation", text, isPartOf, "hearsay:start": start, "hearsay:end": end };
}

const types: Readonly<Record<string, string>> = {
  person: "Person",
  body: "Organization",
  state: "Country",
  place: "Place",
};
function entityNode({ id, kind, name, aliases, role, affiliation }: Report["entities"][number]): object {
  return {
    "@id": urn("entity", id),
    "@type": [types[kind] ?? "Thing", "prov:Agent"],
    name,
    ...(aliases.length > 0 && { alternateName: aliases }),
    ...(kind === "person" && role !== null && { jobTitle: role }),
    ...(kind === "person" && affiliation !== null && { affiliation: { "@type": "Organization", name: affiliation } }),
  };
}

function statementNodes({ statements }: Report, shelf: Shelf): readonly object[] {
  return statements.map(({ id, article, speaker, content, kind, act }) => ({
    "@id": urn("statement", id),
    "@type": ["Quotation", "prov:Entity"],
    text: content.text,
    spokenByCharacter:
      speaker.entity === null ? (speaker.name ?? speaker.description) : { "@id": urn("entity", speaker.entity) },
    isPartOf: { "@id": iriOf(shelf.get(article)!) },
    hasPart: content.parts.map((part) => quotation(part, shelf)),
    "hearsay:kind": kind,
    "hearsay:act": act,
  }));
}

function eventNodes({ events }: Report, shelf: Shelf): readonly object[] {
  return events.map(({ id, type, mode, who, whom, where, when, span, article }) => ({
    "@id": urn("event", id),
    "@type": "Event",
    name: [who, type, whom].filter((part) => part !== null).join(" "),
    description: span.text,
    ...(when !== null && { startDate: when.earliest, endDate: when.latest }),
    ...(where !== null && { location: { "@type": "Place", name: where } }),
    subjectOf: { ...quotation(span, shelf), isPartOf: { "@id": iriOf(shelf.get(article)!) } },
    "hearsay:type": type,
    "hearsay:mode": mode,
  }));
}
