import { HearsayError } from "../model/index.js";
import { type Composed, compose } from "../records/compose/index.js";
import { type Item, itemKinds } from "../records/compose/lines.js";
import { composedMarkdown } from "../records/compose/print.js";
import type { Line, Part } from "../tell/brief.js";
import { addressOf, shortened } from "./fit.js";
import { object, text } from "./schemas.js";
import type { Tool } from "./tool.js";

/** So many lines at most. */
const mostItems = 50;

/** A brief of records that were picked. Its words are templates and quotations: nobody's prose, neither ours nor the caller's. */
export const briefTool: Tool = {
  name: "compose_brief",
  title: "Compose a verified brief",
  description:
    "A brief of the records you name, in your order: every line a template over records and verbatim words with numbered sources, each quotation checked against the stored text. You choose; you cannot word it. It fails rather than give out a brief that does not hold.",
  input: object(
    {
      title: text("the heading", 200),
      items: {
        type: "array",
        minItems: 1,
        maxItems: mostItems,
        items: object({ kind: { enum: itemKinds }, id: text("the record's id", 100) }, ["kind", "id"]),
      },
    },
    ["title", "items"],
  ),
  run({ view: { report }, judgements }, given) {
    const { title, items } = given as unknown as { title: string; items: readonly Item[] };
    const brief = compose(report, title, items, judgements);
    if (brief.problems.length > 0)
      throw new HearsayError("brief.unsound", brief.problems.map(({ message }) => message).join("\n"));
    const references = brief.sources.map(({ number, article, outlet, published, url, start, end }) => {
      const quote = report.articles.find(({ id }) => id === article)!.text.slice(start, end);
      return { number, article, outlet, published, url, start, end, quote };
    });
    return { title, verified: true, markdown: composedMarkdown(readable(brief)), references };
  },
};

/** The brief with titles and names of a length that can be read: nothing is proved by them, and its quotations stay. */
function readable(brief: Composed): Composed {
  const text = <T extends string | null>(one: T) => (one === null ? one : shortened(one)) as T;
  const part = (one: Part): Part => (one.kind === "name" ? { ...one, text: shortened(one.text) } : one);
  const line = ({ lead, parts, lines, ...rest }: Line): Line => ({
    ...rest,
    lead: lead.map(part),
    parts: parts.map(part),
    lines: lines.map(line),
  });
  const sources = brief.sources.map((source) => ({
    ...source,
    outlet: text(source.outlet),
    title: text(source.title),
    authors: source.authors.slice(0, 20).map(text),
    agency: text(source.agency),
    url: addressOf(source.url),
  }));
  return { ...brief, lines: brief.lines.map(line), sources };
}
