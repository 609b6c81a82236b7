import { article, isObject, type Json, objects, saidOf, type Taken, textOf } from "./taken.js";

/** The articles in a MISP event, or in a list of them: objects that have a content, and reports on the event. */
export function fromMisp(value: unknown): Taken | null {
  const events = eventsIn(value);
  if (events.length === 0) return null;
  const found = events.flatMap((event) => [
    ...objects(event.Object).map(fromObject),
    ...objects(event.EventReport).map((report) =>
      article({ text: textOf(report.content), title: textOf(report.name), published: textOf(event.date) }),
    ),
  ]);
  const articles = found.flatMap((one) => one ?? []);
  const loose = events.reduce((count, { Attribute }) => count + objects(Attribute).length, 0);
  return {
    format: "MISP",
    articles,
    said: [
      ...saidOf(
        found.length - articles.length,
        "no-text",
        "object has no content",
        "objects have no content",
        "Give the articles a content, or add their links: hearsay add URL.",
      ),
      ...saidOf(
        loose,
        "no-place",
        "attribute outside objects has no place here",
        "attributes outside objects have no place here",
        "Keep them in MISP.",
      ),
    ],
  };
}

function eventsIn(value: unknown): readonly Json[] {
  const one = (each: unknown) => (isObject(each) && isObject(each.Event) ? [each.Event] : []);
  if (Array.isArray(value)) return value.flatMap(one);
  if (isObject(value) && Array.isArray(value.response)) return value.response.flatMap(one);
  return one(value);
}

/** An object's attributes by their names: "title", "content", "link", as the templates for news items have them. */
function fromObject({ Attribute }: Json) {
  const named = new Map(objects(Attribute).map(({ object_relation, value }) => [String(object_relation), value]));
  const first = (...names: readonly string[]) => names.map((name) => textOf(named.get(name))).find(Boolean) ?? null;
  const author = first("author");
  return article({
    text: first("content", "text", "body", "post"),
    title: first("title", "headline", "name"),
    authors: author === null ? [] : [author],
    outlet: first("source", "publisher", "outlet"),
    published: first("published", "publication-date", "date"),
    modified: first("updated", "modified"),
    url: first("link", "url"),
    language: first("language"),
  });
}
