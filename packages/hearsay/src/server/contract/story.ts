import { Type } from "typebox";
import { paperTypes } from "../../tell/paper/index.js";
import type { Routes } from "./route.js";
import { exactly, filters, id, itemPath, oneOf, orNull, pageOf, paging, shapes, storyPath, words } from "./shapes.js";

/** Something found in an article, where its words stand. */
export const mark = exactly({
  start: Type.Integer({ minimum: 0 }),
  end: Type.Integer({ minimum: 0 }),
  kind: oneOf(["statement", "event", "commitment", "cause", "figure", "claim"]),
  id: Type.String(),
  label: Type.String(),
  detail: orNull(Type.String()),
});

const stretch = orNull(
  Type.Unsafe<readonly [number, number]>({ type: "array", items: { type: "integer" }, minItems: 2, maxItems: 2 }),
);
const piece = exactly({
  kind: oneOf(["same", "changed", "synonym", "added", "dropped"]),
  a: stretch,
  b: stretch,
});

/** A story as a whole, its articles and how they descend from one another. */
export const storyRoutes = {
  "GET /stories/{s}": {
    summary: "What is established and what is not.",
    path: storyPath,
    answer: exactly({
      name: Type.String(),
      revision: Type.String(),
      behind: Type.Boolean({ description: "Something was added that this does not show yet." }),
      summary: shapes.summary,
      brief: exactly({ sections: Type.Array(shapes.section) }),
      references: Type.Array(shapes.reference),
      versions: Type.Array(shapes.version),
      circles: Type.Array(Type.Array(Type.String())),
      diagnostics: Type.Array(shapes.diagnostic),
    }),
  },
  "GET /stories/{s}/report": {
    summary: "The whole report, as `hearsay report` prints it.",
    path: storyPath,
    query: exactly({
      format: Type.Optional(oneOf(["json", "md", "html", "docx", "pdf"])),
      download: Type.Optional(Type.Boolean({ description: "To be saved rather than shown." })),
    }),
    answer: Type.Unsafe<unknown>({ $ref: "#/components/schemas/report" }),
    types: ["text/markdown", "text/html", paperTypes.docx, paperTypes.pdf],
  },
  "GET /stories/{s}/articles": {
    summary: "The articles, by date of publication.",
    path: storyPath,
    query: exactly({ ...filters, ...paging }),
    answer: pageOf(shapes.articleRow),
  },
  "GET /stories/{s}/articles/{id}": {
    summary: "One article and everything found in it, in the order of its text.",
    path: itemPath,
    answer: shapes.markedArticle,
  },
  "GET /stories/{s}/derivations": {
    summary: "How articles come from one another, with the passages that show it.",
    path: storyPath,
    query: exactly({
      article: Type.Optional(id),
      source: words("Of those of `article` the one with this article, or with `outlet:NAME`."),
      ...paging,
    }),
    answer: pageOf(shapes.derivation),
  },
  "GET /stories/{s}/diff": {
    summary: "Two articles, or an article and an earlier version of one, word by word.",
    path: storyPath,
    query: exactly({ a: id, b: id }),
    answer: exactly({
      a: Type.String(),
      b: Type.String(),
      pieces: Type.Array(piece, { description: "In the order of b; what was dropped where it stood." }),
    }),
  },
  "GET /stories/{s}/search": {
    summary: "Full text over articles, claims, statements, events, commitments and causes; a phrase in double quotes.",
    path: storyPath,
    query: exactly({
      q: Type.String({ minLength: 1, maxLength: 300 }),
      kind: Type.Optional(oneOf(["article", "claim", "statement", "event", "commitment", "cause"])),
      outlet: words("Only from outlets whose name holds this."),
      since: filters.since,
      until: filters.until,
      ...paging,
    }),
    answer: pageOf(
      exactly({
        kind: oneOf(["article", "claim", "statement", "event", "commitment", "cause"]),
        id: Type.String(),
        article: Type.String(),
        start: Type.Integer({ minimum: 0, description: "Where the first hit stands in the article." }),
        end: Type.Integer({ minimum: 0 }),
        snippet: Type.Array(exactly({ text: Type.String(), hit: Type.Boolean() })),
        label: Type.String(),
        date: orNull(Type.String()),
      }),
    ),
  },
} as const satisfies Routes;
