import type { Entity } from "../model/index.js";
import { asJson } from "../records/write.js";
import type { Report, ReportArticle } from "../tell/index.js";
import { alpha2, alpha3Language } from "./countries.js";
import type { Writer } from "./file.js";
import { dayOf, isWeb, referenceOf, type Shelf, shelfOf } from "./places.js";
import { uuid } from "./uuid.js";

/** An entity of FollowTheMoney: every property is a list of strings. */
interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/**
 * FollowTheMoney entities as JSON lines, as `ftm` and Aleph load them: articles with their text, who is in them, events
 * with the article as proof, each statement as what documents its speaker, each claim as a note with its proofs.
 */
export const ftm: Writer = (report) => {
  const shelf = shelfOf(report);
  const entities = [
    ...report.articles.map(articleEntity),
    ...report.entities.flatMap((entity) => actorEntity(entity, report)),
    ...report.events.map((event) => eventEntity(event, report, shelf)),
    ...statementEntities(report, shelf),
    ...claimEntities(report, shelf),
  ];
  const content = entities.map((entity) => `${asJson(entity)}\n`).join("");
  return { files: [{ name: "entities.ftm.json", content }], left: [] };
};

const idOf = (kind: string, name: string): string => `hearsay-${uuid(`ftm-${kind}`, name)}`;

/** An entity with the properties that say something. */
function entity(
  id: string,
  schema: string,
  properties: Readonly<Record<string, string | null | readonly (string | null)[]>>,
): FtmEntity {
  const lists = Object.entries(properties).map(
    ([name, value]) => [name, [value].flat().filter((one): one is string => one !== null && one !== "")] as const,
  );
  return { id, schema, properties: Object.fromEntries(lists.filter(([, list]) => list.length > 0)) };
}

function articleEntity(article: ReportArticle): FtmEntity {
  const { id, title, label, authors, outlet, language, published, modified, text, url } = article;
  return entity(idOf("article", id), "Article", {
    title,
    name: title || label,
    author: authors,
    publisher: outlet,
    language: alpha3Language(language),
    publishedAt: published === null ? null : seconds(published),
    modifiedAt: modified === null ? null : seconds(modified),
    sourceUrl: isWeb(url) ? new URL(url).href : null,
    messageId: id,
    bodyText: text,
  });
}

/** A date as FollowTheMoney has it: no zone, at most to the second. */
const seconds = (iso: string): string => iso.replace(/(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})$/, "");

const schemata: Readonly<Record<Entity["kind"], string | null>> = {
  person: "Person",
  body: "Organization",
  state: "PublicBody",
  group: "LegalEntity",
  place: null,
  other: null,
};

/** The named who speak or act; somebody unnamed is nobody to be searched for in other data. */
function actorEntity(
  { id, kind, name, aliases, role, country, anonymous, gender }: Entity,
  report: Report,
): readonly FtmEntity[] {
  const schema = schemata[kind];
  if (schema === null || anonymous || name === "") return [];
  const proofs = new Set([
    ...report.statements.flatMap(({ speaker, article }) => (speaker.entity === id ? [article] : [])),
    ...report.events.flatMap(({ source, target, article }) =>
      source?.entity === id || target?.entity === id ? [article] : [],
    ),
  ]);
  const person = schema === "Person";
  return [
    entity(idOf("entity", id), schema, {
      name,
      alias: aliases.filter((alias) => alias !== name),
      country: alpha2(country),
      ...(person && { position: role, gender: gender === null ? null : { f: "female", m: "male" }[gender] }),
      proof: [...proofs].map((article) => idOf("article", article)),
    }),
  ];
}

/** The ids of the actors that are written as entities. */
function writtenActors({ entities }: Report): ReadonlySet<string> {
  return new Set(
    entities.flatMap(({ id, kind, anonymous, name }) =>
      schemata[kind] === null || anonymous || name === "" ? [] : [id],
    ),
  );
}

function eventEntity(event: Report["events"][number], report: Report, shelf: Shelf): FtmEntity {
  const { id, type, mode, who, whom, where, when, span, article, source, target } = event;
  const actors = writtenActors(report);
  const involved = [source?.entity, target?.entity].filter((one): one is string => one != null && actors.has(one));
  const oneDay = when !== null && when.earliest.slice(0, 10) === when.latest.slice(0, 10);
  return entity(idOf("event", id), "Event", {
    name: [who, type, whom].filter((part) => part !== null).join(" "),
    ...(oneDay && { date: seconds(when.earliest) }),
    ...(when !== null && !oneDay && { startDate: seconds(when.earliest), endDate: seconds(when.latest) }),
    location: where,
    keywords: [type, mode],
    involved: [...new Set(involved)].map((one) => idOf("entity", one)),
    ...provenance([span], shelf),
    proof: idOf("article", article),
    recordId: id,
  });
}

/** Exact words, where they stand, and the page. */
function provenance(
  words: readonly { article: string; start: number; end: number; text: string }[],
  shelf: Shelf,
): Readonly<Record<string, readonly string[]>> {
  const urls = words.map(({ article }) => shelf.get(article)!.url).filter(isWeb);
  return {
    summary: words.map(({ text }) => text),
    description: words.map(referenceOf),
    sourceUrl: [...new Set(urls)].map((url) => new URL(url).href),
  };
}

function statementEntities(report: Report, shelf: Shelf): readonly FtmEntity[] {
  const actors = writtenActors(report);
  return report.statements.flatMap(({ id, speaker, article, kind, act, content }) =>
    speaker.entity === null || !actors.has(speaker.entity)
      ? []
      : [
          entity(idOf("statement", id), "Documentation", {
            document: idOf("article", article),
            entity: idOf("entity", speaker.entity),
            role: `${kind} ${act}`,
            date: dayOf(shelf.get(article)!),
            recordId: id,
            ...provenance(content.parts, shelf),
          }),
        ],
  );
}

function claimEntities({ claims }: Report, shelf: Shelf): readonly FtmEntity[] {
  return claims.map(({ id, proposition, verdict, kind, support }) =>
    entity(idOf("claim", id), "Note", {
      name: proposition,
      keywords: [verdict, kind],
      ...provenance(
        support.map(({ span }) => span),
        shelf,
      ),
      proof: [...new Set(support.map(({ article }) => article))].map((article) => idOf("article", article)),
    }),
  );
}
