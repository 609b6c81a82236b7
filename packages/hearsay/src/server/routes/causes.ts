import { causalMap, type Hearing, preparingMap, ringsOf, type Saying, type Wording } from "../../concepts/index.js";
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
    arrows: arrows.map((arrow) => ({ ...arrow, reports: arrow.sayings.length, sayings: oncePerVoice(arrow.sayings) })),
    rings: ringsOf(arrows),
    sides: [...new Set(causalMap(report).arrows.flatMap((a) => a.sayings.flatMap(({ side }) => side ?? [])))].sort(),
    leftOut,
  };
}

/** Each voice once, where it was first heard, as saying so and as denying it: in a hot story hundreds copy one. */
const oncePerVoice = (sayings: readonly Saying[]): readonly Saying[] =>
  firstOfEach(sayings, ({ voice, denied }) => `${voice} ${denied}`);

/** Each way of putting it once, where it was first put so. */
const oncePerId = (wordings: readonly Wording[]): readonly Wording[] => firstOfEach(wordings, ({ id }) => id);

function firstOfEach<T>(all: readonly T[], keyOf: (one: T) => string): readonly T[] {
  const first = new Map<string, T>();
  for (const one of all) if (!first.has(keyOf(one))) first.set(keyOf(one), one);
  return [...first.values()];
}
