import { article, isObject, type Json, objects, saidOf, type Taken, textOf, texts } from "./taken.js";

const kinds = /^(?:https?:\/\/schema\.org\/|schema:)?(?:NewsArticle|Article|ReportageNewsArticle|BlogPosting)$/;
const isArticle = (node: Json): boolean => texts(node["@type"]).some((type) => kinds.test(type));

/** The articles in linked data of schema.org's terms: a graph, a list, or one; with their `articleBody`. */
export function fromJsonLd(value: unknown): Taken | null {
  if (!isObject(value) || value["@context"] === undefined) return null;
  const nodes = Array.isArray(value["@graph"]) ? objects(value["@graph"]) : [value];
  const found = nodes.filter(isArticle);
  const articles = found.flatMap((node) => read(node) ?? []);
  const other = nodes.length - found.length;
  return {
    format: "JSON-LD",
    articles,
    said: [
      ...saidOf(
        found.length - articles.length,
        "no-text",
        "article has no articleBody",
        "articles have no articleBody",
        "Add its address instead: hearsay add URL.",
      ),
      ...(other === 0
        ? []
        : [
            {
              severity: "info" as const,
              code: "import.derived",
              message: `${other} other nodes were passed over: what they say is worked out again from the articles.`,
            },
          ]),
    ],
  };
}

function read(node: Json) {
  const named = (value: unknown) =>
    (Array.isArray(value) ? value : [value]).flatMap((one) => textOf(isObject(one) ? one.name : one) ?? []);
  return article({
    text: textOf(node.articleBody),
    title: textOf(node.headline) ?? textOf(node.name),
    authors: named(node.author),
    outlet: named(node.publisher)[0] ?? null,
    published: textOf(node.datePublished),
    modified: textOf(node.dateModified),
    url: textOf(node.url),
    language: textOf(node.inLanguage),
  });
}
