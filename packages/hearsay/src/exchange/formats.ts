import type { Writer } from "./file.js";

/** A format that a report can be written in. */
export interface Format {
  readonly name: string;
  readonly what: string;
  /** Several files rather than one: a folder is needed. */
  readonly many: boolean;
  /** Whether it draws one graph, and which can be chosen. */
  readonly graph?: true;
  load(): Promise<Writer>;
}

/** Every format, in the order in which help lists them; a writer is loaded when it is asked for. */
export const formats: readonly Format[] = [
  {
    name: "csv",
    what: "every table, for a spreadsheet; formulas are kept as text",
    many: true,
    load: async () => (await import("./tables.js")).csv,
  },
  {
    name: "ndjson",
    what: "every table and the whole articles, a JSON object a line",
    many: true,
    load: async () => (await import("./tables.js")).ndjson,
  },
  {
    name: "parquet",
    what: "every table, typed, for DuckDB, pandas or R",
    many: true,
    load: async () => (await import("./parquet.js")).parquet,
  },
  {
    name: "jsonld",
    what: "linked data: schema.org and PROV-O",
    many: false,
    load: async () => (await import("./jsonld.js")).jsonld,
  },
  {
    name: "webannotation",
    what: "W3C Web Annotation: one collection of quoted places",
    many: false,
    load: async () => (await import("./webannotation.js")).webannotation,
  },
  {
    name: "gexf",
    what: "a graph for Gephi: actors, lineage or causes",
    many: false,
    graph: true,
    load: async () => (await import("./gexf.js")).gexf,
  },
  {
    name: "graphml",
    what: "a graph for yEd, Cytoscape, igraph: actors, lineage or causes",
    many: false,
    graph: true,
    load: async () => (await import("./graphml.js")).graphml,
  },
  {
    name: "mmp",
    what: "the causal map, for Mental Modeler",
    many: false,
    load: async () => (await import("./causal.js")).mmp,
  },
  {
    name: "stix",
    what: "a STIX 2.1 bundle, for OpenCTI and MISP",
    many: false,
    load: async () => (await import("./stix.js")).stix,
  },
  {
    name: "ftm",
    what: "FollowTheMoney entities, a JSON object a line, for Aleph",
    many: false,
    load: async () => (await import("./ftm.js")).ftm,
  },
  {
    name: "plover",
    what: "events as PLOVER JSON lines, and as POLECAT's and GDELT's tables",
    many: true,
    load: async () => (await import("./plover.js")).plover,
  },
  {
    name: "claimreview",
    what: "schema.org ClaimReview: how each claim stands, without a score of truth",
    many: false,
    load: async () => (await import("./claimreview.js")).claimreview,
  },
];
