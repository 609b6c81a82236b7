import { type Arrow, asserters, type CausalMap, causalMap, deniers } from "../concepts/index.js";
import type { Interval, Quote } from "../model/index.js";
import type { Report } from "../tell/report.js";
import type { Cell } from "./cells.js";
import { type Facets, named, type RecordTable, type Row, rowMaker, whereColumns } from "./row.js";

/** How an arrow is drawn in a line of text. */
export const drawn = (sign: 1 | -1): string => (sign > 0 ? "—+→" : "—−→");

/** A row for each arrow of the causal map, in the order of first mention: who says so, in how many voices. */
export const map: RecordTable = {
  columns: [
    { key: "cause", head: "Cause", min: 16, grow: true, rank: 0 },
    { key: "sign", head: "±", min: 1, rank: 0 },
    { key: "effect", head: "Effect", min: 16, grow: true, rank: 0 },
    { key: "voices", head: "Voices", min: 6, rank: 1 },
    { key: "strength", head: "Strength", min: 8, rank: 2 },
    { key: "says", head: "Says", min: 12, rank: 1, style: () => "bold" },
    { key: "dissent", head: "Dissent", min: 8, rank: 4 },
    ...whereColumns.map((column) => ({ ...column, rank: column.rank + 2 })),
  ],
  rows: (report) => {
    const whole = causalMap(report);
    const row = saidRow(report, whole);
    return whole.arrows.map((arrow, i) => row([i], arrowFields(whole, arrow), { types: [signOf(arrow)] }));
  },
};

const signOf = ({ sign }: Pick<Arrow, "sign">): string => (sign > 0 ? "+" : "-");

/** Makes rows about arrows, given by their place: found by everybody who says so, by every article, outlet, time and all its words. */
export function saidRow(report: Report, { arrows }: CausalMap) {
  const row = rowMaker(report);
  const causes = new Map(report.causes.map((cause) => [cause.id, cause]));
  return (places: readonly number[], fields: Readonly<Record<string, Cell>>, facets: Partial<Facets> = {}): Row => {
    const sayings = places.flatMap((i) => arrows[i]!.sayings);
    const told = sayings.map((saying) => causes.get(saying.cause)!);
    const each = told.map(({ cause }) => row(cause, {}).facets);
    const who = named(...sayings.flatMap(({ by, side }) => [by, side]));
    const texts = told.flatMap(({ cause, effect }) => [cause.text, effect.text]);
    return row(told[0]!.cause as Quote, fields, { ...facetsOf(each), who, texts, ...facets });
  };
}

/** Articles, an outlet and a time fit where they fit any who say so; outlets are looked for as a part of this text. */
function facetsOf(each: readonly Facets[]): Pick<Facets, "articles" | "outlet" | "when"> {
  const times = each.flatMap(({ when }) => when ?? []);
  const outlets = new Set(each.flatMap(({ outlet }) => outlet ?? []));
  return {
    articles: [...new Set(each.flatMap(({ article }) => article ?? []))],
    outlet: outlets.size === 0 ? null : [...outlets].join("\n"),
    when: times.length === 0 ? null : hull(times),
  };
}

/** From the earliest to the latest. */
const hull = (times: readonly Interval[]): Interval => ({
  earliest: times.map(({ earliest }) => earliest).reduce((a, b) => (a < b ? a : b)),
  latest: times.map(({ latest }) => latest).reduce((a, b) => (a > b ? a : b)),
});

function arrowFields({ concepts, arrows }: CausalMap, arrow: Arrow) {
  const { from, to, sign, voices, denials, origins, strength, sayings, opposite } = arrow;
  const against = opposite === null ? [] : arrows[opposite]!.sayings;
  return {
    id: `${concepts[from]!.id}~${concepts[to]!.id}`,
    ...{ cause: concepts[from]!.name, sign: sign > 0 ? "+" : "−", effect: concepts[to]!.name },
    ...{ voices, denials, origins, strength: rounded(strength) },
    says: asserters(sayings),
    sides: [...new Set(sayings.flatMap(({ side }) => side ?? []))],
    dissent: [...new Set([...deniers(sayings), ...asserters(against)])],
    hedged: sayings.every(({ hedged }) => hedged),
    conditional: sayings.every(({ conditional }) => conditional),
    causes: sayings.map(({ cause }) => cause),
  };
}

export const rounded = (value: number): number => Math.round(value * 1000) / 1000 || 0;
