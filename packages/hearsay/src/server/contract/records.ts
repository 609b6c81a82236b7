import { Type } from "typebox";
import { recordCommands } from "../../records/index.js";
import type { Route, Routes } from "./route.js";
import { exactly, filters, itemPath, oneOf, pageOf, paging, several, shapes, storyPath, words } from "./shapes.js";

const verdicts = ["corroborated", "single-origin", "contradicted", "revised"] as const;
const claimKinds = ["event", "figure", "state", "statement"] as const;

/** A list of one kind of record, with the filters of the command of the same name. */
const listOf = <const R extends Route["answer"]>(summary: string, row: R) =>
  ({ summary, path: storyPath, query: exactly({ ...filters, ...paging }), answer: pageOf(row) }) as const;

export const tableNames = [
  ...["claims", "statements", "events", "timeline", "commitments", "causes", "figures", "lineage", "actors"],
  "articles",
  "positions",
] as const;

/** Filters of what somebody says. */
const standing = {
  affiliation: words("Only by somebody who belongs to a body or state whose name holds this."),
  side: words("Only by somebody who stands for this state or body: a name that `sides` lists."),
} as const;

/** The records of a story. */
export const recordRoutes = {
  "GET /stories/{s}/claims": {
    summary: "What is asserted, by how many origins.",
    path: storyPath,
    query: exactly({
      ...{ outlet: filters.outlet, who: filters.who, since: filters.since, until: filters.until, q: filters.q },
      article: filters.article,
      verdict: Type.Optional(oneOf(verdicts)),
      kind: Type.Optional(oneOf(claimKinds)),
      origin: words("Only claims that this origin supports."),
      echoed: Type.Optional(Type.Boolean({ description: "Only claims that several articles have from one origin." })),
      sort: Type.Optional(oneOf(["weight", "origins", "articles", "date"], "Largest first; `date`: newest first.")),
      ...paging,
    }),
    answer: pageOf(shapes.claim),
  },
  "GET /stories/{s}/claims/{id}": {
    summary: "One claim, those it conflicts with and those it revises.",
    path: itemPath,
    answer: shapes.claimAmongOthers,
  },
  "GET /stories/{s}/statements": {
    summary: "Who said what.",
    path: storyPath,
    query: exactly({ ...filters, ...standing, ...paging }),
    answer: pageOf(shapes.statement),
  },
  "GET /stories/{s}/sides": {
    summary: "Whom those who speak stand for, states and bodies, those heard most first.",
    path: storyPath,
    answer: Type.Array(exactly({ name: Type.String(), statements: Type.Integer({ minimum: 1 }) })),
  },
  "GET /stories/{s}/events": {
    summary: "Who did what to whom, as each article has it.",
    path: storyPath,
    query: exactly({ ...filters, where: several("Only at this place, as `places` names it."), ...paging }),
    answer: pageOf(shapes.event),
  },
  "GET /stories/{s}/timeline": listOf("What happened when, each happening once.", shapes.timelineEntry),
  "GET /stories/{s}/commitments": {
    summary: "What was promised, asked for, refused, delivered.",
    path: storyPath,
    query: exactly({ ...filters, sort: Type.Optional(oneOf(["when"], "Earliest first, undated last.")), ...paging }),
    answer: pageOf(shapes.commitment),
  },
  "GET /stories/{s}/positions": listOf(
    "Where each side stands on an issue over time, by word and by deed; where it moved.",
    shapes.position,
  ),
  "GET /stories/{s}/figures": {
    summary: "Numbers as reported, side by side and over time.",
    path: storyPath,
    query: exactly({
      ...filters,
      of: words("Only of what holds this: what is counted, or its unit."),
      several: Type.Optional(Type.Boolean({ description: "Only those with two values or more." })),
      sort: Type.Optional(oneOf(["spread"], "Those of most different values first.")),
      ...paging,
    }),
    answer: pageOf(shapes.figure),
  },
  "GET /stories/{s}/figures/{id}": { summary: "One figure.", path: itemPath, answer: shapes.figure },
  "GET /stories/{s}/causes": listOf("What is said to cause or prevent what.", shapes.cause),
  "GET /stories/{s}/entities": listOf("Who speaks and acts, those heard most first.", shapes.entity),
  "GET /stories/{s}/entities/{id}": {
    summary: "One actor: what it said and did, by time, and where it stands.",
    path: itemPath,
    answer: exactly({
      entity: shapes.entity,
      positions: Type.Array(shapes.position),
      statements: Type.Array(shapes.statement),
      events: Type.Array(shapes.event),
      remarks: Type.Array(shapes.remark, { description: "What two or more articles have of the same words." }),
    }),
  },
  "GET /stories/{s}/tables/{table}": {
    summary: "The rows that the command of the same name prints for programs. No formula is alive in the CSV.",
    path: exactly({ s: storyPath.properties.s, table: oneOf(tableNames) }),
    query: exactly({
      ...filters,
      ...standing,
      format: Type.Optional(oneOf(["json", "csv", "ndjson"])),
      view: Type.Optional(
        oneOf(
          recordCommands.flatMap(({ views = [] }) => views.map(({ option }) => option)),
          "Another view, as the command has it as an option.",
        ),
      ),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
      download: Type.Optional(Type.Boolean()),
    }),
    answer: Type.Array(Type.Object({})),
    types: ["text/csv", "application/x-ndjson"],
    problems: { 404: "table.view" },
  },
} as const satisfies Routes;
