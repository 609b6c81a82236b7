import { causalMap, type Hearing, preparingMap, ringsOf, type Wording } from "../../concepts/index.js";
import { whatIf } from "../../records/whatif.js";
import type { Report } from "../../tell/report.js";
import { structureOf } from "../../whatif/index.js";
import type { Lookers } from "../answering.js";
import { inSlices } from "../slices.js";

type Own = "GET /stories/{s}/map" | "GET /stories/{s}/whatif";

export const causalLookers: Lookers<Own> = {
  "GET /stories/{s}/map": async ({ room, query }) => {
    const view = await room.view();
    await inSlices(preparingMap(view.report));
    const { by, side } = query;
    if (by === undefined && side === undefined) return view.once("map", ({ report }) => shown(report, {})) as never;
    return shown(view.report, query) as never;
  },
  "GET /stories/{s}/whatif": async ({ room, query }) => {
    const { set = [], ...rest } = query;
    return whatIf((await room.view()).report, { ...rest, set }) as never;
  },
};

/** The sides are those of the whole map, so that another can be asked for. */
function shown(report: Report, hearing: Hearing) {
  const { concepts, arrows, leftOut } = causalMap(report, hearing);
  const weighted = arrows.map(({ from, to, sign, strength }) => ({ from, to, weight: sign * strength }));
  const { places } = structureOf(concepts.length, weighted);
  return {
    concepts: concepts.map(({ id, name, wordings }, i) => {
      const { kind, centrality } = places[i]!;
      return { id, name, kind, centrality, wordings: oncePerId(wordings) };
    }),
    arrows,
    rings: ringsOf(arrows),
    sides: [...new Set(causalMap(report).arrows.flatMap((a) => a.sayings.flatMap(({ side }) => side ?? [])))].sort(),
    leftOut,
  };
}

/** Each way of putting it once, where it was first put so: in a hot story thousands put it alike. */
const oncePerId = (wordings: readonly Wording[]): readonly Wording[] => {
  const first = new Map<string, Wording>();
  for (const one of wordings) if (!first.has(one.id)) first.set(one.id, one);
  return [...first.values()];
};
