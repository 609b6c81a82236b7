import { article, isObject, type Json, saidOf, type Taken, textOf, texts } from "./taken.js";

const documents = new Set(["Article", "Document", "PlainText", "HyperText", "Pages", "Email"]);

/** The documents among FollowTheMoney entities, a JSON object a line. */
export function fromFtm(text: string): Taken | null {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const entities: Json[] = [];
  for (const line of lines) {
    const entity = entityIn(line);
    if (entity === null) return null;
    entities.push(entity);
  }
  const found = entities.filter(({ schema }) => documents.has(String(schema)));
  const articles = found.flatMap((one) => read(one.properties as Json) ?? []);
  const other = entities.length - found.length;
  return {
    format: "FollowTheMoney",
    articles,
    said: [
      ...saidOf(
        found.length - articles.length,
        "no-text",
        "document has no bodyText",
        "documents have no bodyText",
        "Add the document itself.",
      ),
      ...(other === 0
        ? []
        : [
            {
              severity: "info" as const,
              code: "import.derived",
              message: `${other} entities are no documents and were passed over: who and what is in the articles is worked out again.`,
            },
          ]),
    ],
  };
}

function entityIn(line: string): Json | null {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) && typeof value.schema === "string" && isObject(value.properties) ? value : null;
  } catch {
    return null;
  }
}

/** The language is left to reading: FollowTheMoney has another code for it. */
const read = (properties: Json) =>
  article({
    text: textOf(properties.bodyText),
    title: textOf(properties.title) ?? textOf(properties.fileName),
    authors: texts(properties.author),
    outlet: textOf(properties.publisher),
    published: textOf(properties.publishedAt) ?? textOf(properties.date),
    modified: textOf(properties.modifiedAt),
    url: textOf(properties.sourceUrl),
  });
