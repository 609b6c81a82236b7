import { isObject, type Said, type Taken } from "./taken.js";

/** Formats of ours that hold records and no articles: said plainly, rather than read as something else. */
export function fromOwn(value: unknown): Taken | null {
  if (!isObject(value)) return null;
  if (value.format === "hearsay-report" && Array.isArray(value.articles)) return fromReport(value.articles);
  const format = formatOf(value);
  return format === null ? null : { format, articles: [], said: [without(format)] };
}

function formatOf(value: Readonly<Record<string, unknown>>): string | null {
  if (value.type === "bundle" && Array.isArray(value.objects)) return "STIX";
  if (value.type === "AnnotationCollection") return "Web Annotation";
  return null;
}

const without = (format: string): Said => ({
  severity: "error",
  code: "import.no-text",
  message: `${format} holds places in articles and not their texts.`,
  remedy: "Import the articles: hearsay export --as ndjson, jsonld or ftm has them whole.",
});

/** A report has its articles whole; what was concluded from them is concluded again. */
function fromReport(articles: readonly unknown[]): Taken {
  const taken = articles
    .filter(isObject)
    .flatMap(({ text, title, authors, outlet, published, modified, url, language }) => {
      const fields = { text, title, authors, outlet, published, modified, url, language };
      const said = Object.entries(fields).filter(([, one]) => one !== null && one !== "" && one !== undefined);
      return typeof text === "string" && text !== "" ? [Object.fromEntries(said) as never] : [];
    });
  return { format: "Hearsay report", articles: taken, said: [] };
}
