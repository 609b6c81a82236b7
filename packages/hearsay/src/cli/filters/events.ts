import { annotate } from "../../annotate/index.js";
import { findEvents } from "../../extract/events.js";
import { findStatements } from "../../extract/statements.js";
import { type Actor, type Article, type Event, plainArticle } from "../../model/index.js";
import { type Filter, type JsonRecord, optionalText, requireText } from "../stage.js";

/**
 * `{id, text, date?}` → `{id, events}`: types as the published gold standards of PLOVER have them: an intention is AGREE or
 * THREATEN, and YIELD is one type; `form` keeps which of today's two it is, CONCEDE or RETREAT.
 */
export const filter: Filter = { kind: "line", run: (record) => ({ id: record.id ?? null, events: eventsOf(record) }) };

function eventsOf(record: JsonRecord): unknown {
  const article = articleOf(record);
  const annotation = annotate(article).output;
  return distinct(
    findEvents(article, annotation, findStatements(article, annotation), { reach: "sentence" }).map(coded),
  );
}

function articleOf(record: JsonRecord): Article {
  const text = requireText(record, "text");
  return plainArticle({ id: String(record.id ?? ""), published: optionalText(record, "date"), text });
}

function coded(event: Event) {
  const { start, end, type, mode, when } = event;
  const sides = { source: side(event.who), target: side(event.whom) };
  const yields = type === "CONCEDE" || type === "RETREAT";
  return { start, end, ...(yields ? { type: "YIELD", form: type } : { type }), mode, ...sides, when };
}

const side = (actor: Actor | null) =>
  actor === null ? null : { start: actor.start, end: actor.end, country: actor.country, entity: actor.name };

/** One of those that say the same of the same two. */
function distinct(events: readonly ReturnType<typeof coded>[]) {
  const key = (e: ReturnType<typeof coded>): string => [e.type, e.source?.start, e.target?.start].join(" ");
  return events.filter((event, at) => events.findIndex((other) => key(other) === key(event)) === at);
}
