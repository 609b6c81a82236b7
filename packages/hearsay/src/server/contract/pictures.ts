import { Type } from "typebox";
import type { Routes } from "./route.js";
import { day, exactly, filters, orNull, pageOf, paging, shapes, storyPath, words } from "./shapes.js";

const count = Type.Integer({ minimum: 0 });

/** What pictures of a whole story are drawn from: as much of each record as they show, however many there are. */
export const pictureRoutes = {
  "GET /stories/{s}/lineage": {
    summary: "Which article comes from which, each in a few words; `derivations` has the passages.",
    path: storyPath,
    answer: exactly({
      articles: Type.Array(shapes.listedArticle),
      derivations: Type.Array(shapes.listedDerivation),
      origins: Type.Array(shapes.origin),
      circles: Type.Array(Type.Array(Type.String())),
    }),
  },
  "GET /stories/{s}/matrix": {
    summary: "Who carries what: claims worth a row by origins in the order of publication; no cell: silent.",
    path: storyPath,
    answer: exactly({
      origins: Type.Array(
        exactly({
          id: Type.String(),
          label: Type.String(),
          number: orNull(Type.Integer({ description: "Null for an informant whom several articles share." })),
          published: orNull(Type.String({ description: "When it was first heard." })),
        }),
      ),
      claims: Type.Array(shapes.listedClaim),
      cells: Type.Array(
        Type.Unsafe<readonly [claim: string, origin: string, stand: "supports" | "part" | "contradicts"]>({
          type: "array",
          items: { type: "string" },
          minItems: 3,
          maxItems: 3,
        }),
      ),
    }),
  },
  "GET /stories/{s}/lone": {
    summary: "The claims that are no row of the matrix: each has one origin in one article alone.",
    path: storyPath,
    query: exactly({
      kind: words("Only of this kind."),
      q: words("Only where the words hold all of these."),
      ...paging,
    }),
    answer: pageOf(exactly({ claim: shapes.listedClaim, origin: Type.String() })),
  },
  "GET /stories/{s}/happenings": {
    summary: "The timeline to be drawn: every happening with the clearest report of it in a few words.",
    path: storyPath,
    query: exactly({ who: filters.who, since: filters.since, until: filters.until }),
    answer: Type.Array(shapes.happening),
  },
  "GET /stories/{s}/graph": {
    summary: "Who acts on whom: actors and pairs of them, those in most events first, 2,000 at most.",
    path: storyPath,
    query: exactly({ until: day("Only what was on or before this date") }),
    answer: exactly({
      nodes: Type.Array(exactly({ id: Type.String(), name: Type.String(), kind: Type.String(), weight: count })),
      links: Type.Array(
        exactly({
          source: Type.String(),
          target: Type.String(),
          count,
          tone: Type.Number({ description: "Mean of Goldstein's scale: −10 conflict to +10 cooperation." }),
        }),
      ),
    }),
  },
  "GET /stories/{s}/places": {
    summary: "Where it happens: every place named, else whose the actors are, by how many events.",
    path: storyPath,
    answer: Type.Array(
      exactly({
        name: Type.String(),
        country: orNull(Type.String({ description: "ISO 3166 alpha-3, where the story knows whose place it is." })),
        events: count,
      }),
    ),
  },
} as const satisfies Routes;
