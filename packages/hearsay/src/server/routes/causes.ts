import { type CausalMap, causalMap, type Hearing, ringsOf } from "../../concepts/index.js";
import { whatIf } from "../../records/whatif.js";
import { structureOf } from "../../whatif/index.js";
import type { Handlers } from "../answering.js";
import type { View } from "../view.js";

type Own = "GET /stories/{s}/map" | "GET /stories/{s}/whatif";

export const causalHandlers: Handlers<Own> = {
  "GET /stories/{s}/map": async ({ room, query }) => {
    const view = await room.view();
    const whole = wholeOf(view);
    return shown(isEverybody(query) ? whole : causalMap(view.report, query), whole) as never;
  },
  "GET /stories/{s}/whatif": async ({ room, query }) => {
    const { set = [], ...rest } = query;
    const view: View = await room.view();
    return whatIf(view.report, { ...rest, set }, isEverybody(query) ? wholeOf(view) : undefined) as never;
  },
};

/** The map with everybody heard, made once for a report. */
const wholeOf = (view: View): CausalMap => view.once("map", ({ report }) => causalMap(report));
const isEverybody = ({ by, side }: Hearing): boolean => by === undefined && side === undefined;

/** The sides are those of the whole map, so that another can be asked for. */
function shown({ concepts, arrows, leftOut }: CausalMap, whole: CausalMap) {
  const weighted = arrows.map(({ from, to, sign, strength }) => ({ from, to, weight: sign * strength }));
  const { places } = structureOf(concepts.length, weighted);
  return {
    concepts: concepts.map(({ id, name, wordings }, i) => {
      const { kind, centrality } = places[i]!;
      return { id, name, kind, centrality, wordings };
    }),
    arrows,
    rings: ringsOf(arrows),
    sides: [...new Set(whole.arrows.flatMap((a) => a.sayings.flatMap(({ side }) => side ?? [])))].sort(),
    leftOut,
  };
}
