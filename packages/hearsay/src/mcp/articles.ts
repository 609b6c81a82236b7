import { asJson } from "../records/write.js";
import { indexOf } from "../server/search/index.js";
import { search, wantedIn } from "../server/search/query.js";
import { page, reference } from "./answer.js";
import { count, filters, object, paging, text } from "./schemas.js";
import { articleOf, type Tool } from "./tool.js";

const kinds = ["article", "claim", "statement", "event", "commitment", "cause"] as const;

export const searchTool: Tool = {
  name: "search",
  title: "Search articles and records",
  description:
    'Finds articles, claims, statements, events, commitments and causes that hold all the words; "words in quotes" are found as a phrase. The best first.',
  input: object(
    {
      query: text("words, and phrases in double quotes"),
      kind: { enum: kinds, description: "only of this kind" },
      outlet: filters.outlet,
      since: filters.since,
      until: filters.until,
      ...paging,
    },
    ["query"],
  ),
  async run({ view }, given) {
    const index = await view.once("search", indexOf);
    const { query, ...narrowing } = given as { query: string };
    return page(search(index, wantedIn(query), narrowing), given, ({ kind, id, label, article, start, end }) => {
      const to = kind === "article" ? Math.min(end, 300) : end;
      const quote = { article: article.id, start, end: to, text: article.text.slice(start, to) };
      return { kind, id, label, references: [reference(view, quote)] };
    });
  },
};

/** So much of an article at once, in UTF-16 units; and so much of JSON, in which some characters are six. */
const [longest, longestJson] = [20_000, 45_000] as const;

function partOf(text: string, offset: number): string {
  let part = text.slice(offset, offset + longest);
  while (asJson(part).length > longestJson) part = part.slice(0, part.length / 2);
  return part;
}

export const articleTool: Tool = {
  name: "read_article",
  title: "Read an article",
  description: "An article's own text and what is known of it, without menus and notices. Long ones come in parts.",
  input: object(
    {
      article: text("id, file name, or the beginning of one"),
      offset: count("where in its text to begin, in UTF-16 units", 100_000_000),
    },
    ["article"],
  ),
  run({ view: { report } }, given) {
    const { article: name, offset = 0 } = given as { article: string; offset?: number };
    const { text, removed, evidence: _, entries: __, file: ___, id, ...known } = articleOf(report, name);
    const part = partOf(text, offset);
    const end = offset + part.length;
    const place = { article: id, start: offset, end, length: text.length, next: end < text.length ? end : null };
    return { ...known, removed_passages: removed.length, ...place, untrusted_text: part };
  },
};
