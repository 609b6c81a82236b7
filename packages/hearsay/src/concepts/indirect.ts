import type { Arrow } from "./map.js";

/** What one concept does to another through others between them. */
export interface Indirect {
  readonly from: number;
  readonly to: number;
  /** The sign on which all ways agree, the direct arrow included; null where they do not (Axelrod 1976: "ambiguous"). */
  readonly sign: 1 | -1 | null;
  /** Arrows by their place in the map, the shortest way first. */
  readonly ways: readonly (readonly number[])[];
}

type Link = Pick<Arrow, "from" | "to" | "sign">;

/** Ways of at most so many arrows are looked for; so many of each pair are told; so many steps are taken. */
const [longest, told, steps] = [6, 20, 200_000];

/** All pairs of concepts that are tied by two arrows or more in a row, no concept twice on a way. */
export function indirectEffects(arrows: readonly Link[]): readonly Indirect[] {
  const out = new Map<number, number[]>();
  for (const [i, { from }] of arrows.entries()) out.set(from, [...(out.get(from) ?? []), i]);
  const patience = { left: steps };
  return [...out.keys()]
    .sort((a, b) => a - b)
    .flatMap((from) => [...waysFrom(from, arrows, out, patience)].map(([to, ways]) => settled(from, to, ways, arrows)))
    .filter(({ ways }) => ways.length > 0);
}

function waysFrom(
  from: number,
  arrows: readonly Link[],
  out: ReadonlyMap<number, readonly number[]>,
  patience: { left: number },
) {
  const found = new Map<number, number[][]>();
  const visit = (at: number, way: readonly number[], seen: ReadonlySet<number>): void => {
    for (const i of out.get(at) ?? []) {
      const { to } = arrows[i]!;
      if (patience.left-- <= 0 || seen.has(to)) continue;
      found.set(to, [...(found.get(to) ?? []), [...way, i]]);
      if (way.length + 1 < longest) visit(to, [...way, i], new Set([...seen, to]));
    }
  };
  visit(from, [], new Set([from]));
  return found;
}

function settled(from: number, to: number, all: readonly (readonly number[])[], arrows: readonly Link[]): Indirect {
  const signs = new Set(all.map((way) => way.reduce((sign, i) => sign * arrows[i]!.sign, 1)));
  const ways = all.filter((way) => way.length > 1).sort((a, b) => a.length - b.length);
  return { from, to, sign: signs.size > 1 ? null : ([...signs][0] as 1 | -1), ways: ways.slice(0, told) };
}
