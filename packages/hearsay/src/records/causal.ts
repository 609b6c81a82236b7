import {
  asserters,
  type CausalMap,
  causalMap,
  compareSides,
  deniers,
  type Indirect,
  indirectEffects,
  type Ring,
  ringsOf,
  type Wording,
} from "../concepts/index.js";
import type { Quote } from "../model/index.js";
import { drawn, saidRow } from "./map.js";
import { type RecordTable, rowMaker, whereColumns } from "./row.js";

/** A row for each wording of each concept of the causal map: why it is taken for the same, and the id to judge it by. */
export const concepts: RecordTable = {
  columns: [
    { key: "concept", head: "Concept", min: 16, grow: true, rank: 0, style: () => "bold" },
    { key: "wording", head: "Worded", min: 16, grow: true, rank: 0 },
    { key: "why", head: "Why the same", min: 12, rank: 1 },
    { key: "wordingId", head: "Id", min: 20, rank: 2 },
    ...whereColumns.map((column) => ({ ...column, rank: column.rank + 2 })),
  ],
  rows: (report) => {
    const row = rowMaker(report);
    const texts = new Map(report.articles.map(({ id, text }) => [id, text]));
    const quote = ({ article, start, end }: Wording): Quote => ({
      ...{ article, start, end, text: texts.get(article)?.slice(start, end) ?? "" },
    });
    return causalMap(report).concepts.flatMap(({ id, name, wordings }) =>
      wordings.map((wording) => {
        const { id: wordingId, text, direction, why } = wording;
        const told = direction < 0 ? `${why}; the opposite` : why;
        const types = [wordings.some((other) => other.id !== wordingId) ? "joined" : "single"];
        const fields = { id, concept: name, wording: text, direction, why: told, wordingId };
        return row(quote(wording), fields, { types });
      }),
    );
  },
};

/** A row for each arrow: which sides see it, which deny it, which say nothing of it. */
export const sides: RecordTable = {
  columns: [
    { key: "cause", head: "Cause", min: 16, grow: true, rank: 0 },
    { key: "sign", head: "±", min: 1, rank: 0 },
    { key: "effect", head: "Effect", min: 16, grow: true, rank: 0 },
    { key: "kind", head: "Seen", min: 8, rank: 1 },
    { key: "seenBy", head: "By", min: 12, rank: 0, style: () => "bold" },
    { key: "against", head: "Against", min: 8, rank: 1 },
    { key: "silent", head: "Silent", min: 10, rank: 2 },
  ],
  rows: (report) => {
    const map = causalMap(report);
    const row = saidRow(report, map);
    const seen = compareSides(map.arrows);
    return map.arrows.map(({ from, to, sign, sayings }, i) => {
      const { by, denied, opposite, silent, kind } = seen[i]!;
      const [start, end] = [map.concepts[from]!, map.concepts[to]!];
      const fields = {
        ...{ id: `${start.id}~${end.id}`, cause: start.name, sign: sign > 0 ? "+" : "−", effect: end.name, kind },
        ...{ seenBy: by, against: [...new Set([...denied, ...opposite])], denied, opposite, silent },
        ...{ says: asserters(sayings), deniedBy: deniers(sayings) },
      };
      return row([i], fields, { types: [kind, ...by] });
    });
  },
};

/** A row for each ring of arrows. */
export const rings: RecordTable = {
  columns: [
    { key: "kind", head: "Ring", min: 11, rank: 0, style: () => "bold" },
    { key: "way", head: "Way", min: 30, grow: true, rank: 0 },
    { key: "says", head: "Says", min: 12, rank: 1 },
  ],
  rows: (report) => {
    const map = causalMap(report);
    const row = saidRow(report, map);
    return ringsOf(map.arrows).map(({ arrows, kind }: Ring) => {
      const says = asserters(arrows.flatMap((i) => map.arrows[i]!.sayings));
      return row(arrows, { kind, arrows: arrows.length, way: wayOf(arrows, map), says }, { types: [kind] });
    });
  },
};

/** A row for each two concepts that are tied by more than one arrow in a row. */
export const indirect: RecordTable = {
  columns: [
    { key: "cause", head: "Cause", min: 16, grow: true, rank: 0 },
    { key: "sign", head: "±", min: 3, rank: 0 },
    { key: "effect", head: "Effect", min: 16, grow: true, rank: 0 },
    { key: "ways", head: "Through", min: 24, grow: true, rank: 0 },
    { key: "says", head: "Says", min: 12, rank: 1, style: () => "bold" },
  ],
  rows: (report) => {
    const map = causalMap(report);
    const row = saidRow(report, map);
    return indirectEffects(map.arrows).map(({ from, to, sign, ways }: Indirect) => {
      const used = [...new Set(ways.flat())];
      const told = sign === null ? "ambiguous" : sign > 0 ? "+" : "−";
      const [start, end] = [map.concepts[from]!, map.concepts[to]!];
      const fields = {
        ...{ id: `${start.id}~${end.id}`, cause: start.name, sign: told, effect: end.name },
        ways: ways.map((way) => wayOf(way, map)),
        says: asserters(used.flatMap((i) => map.arrows[i]!.sayings)),
      };
      return row(used, fields, { types: [told === "−" ? "-" : told] });
    });
  },
};

/** "rising prices —+→ unrest —−→ investment". */
function wayOf(arrows: readonly number[], { concepts, arrows: all }: CausalMap): string {
  const [first] = arrows;
  const steps = arrows.map((i) => `${drawn(all[i]!.sign)} ${concepts[all[i]!.to]!.name}`);
  return [concepts[all[first!]!.from]!.name, ...steps].join(" ");
}
