import type { Lookers } from "../answering.js";
import type { pictureRoutes } from "../contract/pictures.js";
import { listed } from "../contract/shapes.js";
import { page } from "../paging.js";
import { graphOf } from "../pictures/graph.js";
import { happeningsOf } from "../pictures/happenings.js";
import { loneClaims, matrixOf } from "../pictures/matrix.js";
import { picking } from "../pictures/picking.js";
import { placesOf } from "../pictures/places.js";
import { recordsIn } from "../rows.js";
import type { View } from "../view.js";

export const pictureLookers: Lookers<keyof typeof pictureRoutes> = {
  "GET /stories/{s}/lineage": async ({ room }) => (await room.view()).once("lineage", lineageOf) as never,
  "GET /stories/{s}/matrix": async ({ room }) => (await room.view()).once("matrix", matrixOf),
  "GET /stories/{s}/lone": async ({ room, query }) => {
    const view = await room.view();
    const { kind, q = "" } = query;
    const words = q.toLowerCase().split(/\s+/).filter(Boolean);
    const found = view.once("lone", loneClaims).filter(({ claim }) => {
      const text = claim.proposition.toLowerCase();
      return (kind === undefined || claim.kind === kind) && words.every((word) => text.includes(word));
    });
    return page(found, query, view.revision);
  },
  "GET /stories/{s}/happenings": async ({ room, query }) => {
    const view = await room.view();
    const { timeline } = view.report;
    if (Object.keys(query).length > 0) return happeningsOf(view, await recordsIn(view, "timeline", query, timeline));
    return view.once("happenings", () => happeningsOf(view, timeline));
  },
  "GET /stories/{s}/graph": async ({ room, query }) => {
    const { until = "" } = query;
    const view = await room.view();
    return until === "" ? view.once("graph", ({ report }) => graphOf(report)) : graphOf(view.report, until);
  },
  "GET /stories/{s}/places": async ({ room }) => (await room.view()).once("places", ({ report }) => placesOf(report)),
};

function lineageOf({ report: { articles, derivations, origins, circles } }: View) {
  const lists = {
    articles: articles.map(picking(listed.article)),
    derivations: derivations.map(picking(listed.derivation)),
  };
  return { ...lists, origins, circles };
}
