import type { Answer } from "hearsay/client";

type WholeMap = Answer<"GET /stories/{s}/map">;
export type Implications = Answer<"GET /stories/{s}/whatif">;
export type Arrow = WholeMap["arrows"][number];

/** A concept with its place in the whole map, by which arrows name it. */
export interface Concept {
  readonly at: number;
  readonly id: string;
  readonly name: string;
  readonly wordings: number;
}

export interface CausalMap {
  readonly concepts: readonly Concept[];
  readonly arrows: readonly Arrow[];
}

/** The server's map with the concepts by their place. */
export const mapOf = ({ concepts, arrows }: Pick<WholeMap, "concepts" | "arrows">): CausalMap => ({
  concepts: concepts.map(({ id, name, wordings }, at) => ({ at, id, name, wordings: wordings.length })),
  arrows,
});

/** The question as the server takes it: "ID=VALUE" for each concept set, in the order of the map. */
export const questionOf = (set: ReadonlyMap<string, number>, side: string) => ({
  set: [...set].sort().map(([id, value]) => `${id}=${value}`),
  side,
});

/** How each concept changes, by id, what is set included. */
export function changesOf(set: ReadonlyMap<string, number>, found: Implications | undefined) {
  const implied = (found?.implied ?? []).map((one) => [one.id, one] as const);
  return {
    value: new Map([...implied.map(([id, { change }]) => [id, change] as const), ...set]),
    implied: new Map(implied),
  };
}

/** The concepts that hang together, the largest groups first, each at most so many arrows: pictures that can be read. */
export function groupsOf(map: CausalMap): readonly CausalMap[] {
  const group = map.concepts.map((_, i) => i);
  const rootOf = (i: number): number => {
    let at = i;
    while (group[at] !== at) at = group[at]!;
    return at;
  };
  for (const { from, to } of map.arrows) group[rootOf(from)] = rootOf(to);
  const by = new Map<number, Arrow[]>();
  for (const arrow of map.arrows) by.set(rootOf(arrow.from), [...(by.get(rootOf(arrow.from)) ?? []), arrow]);
  return [...by.values()]
    .sort((a, b) => b.length - a.length || a[0]!.from - b[0]!.from)
    .map((arrows) => {
      const ids = new Set(arrows.flatMap((a) => [a.from, a.to]));
      return { concepts: map.concepts.filter((c) => ids.has(c.at)), arrows };
    });
}

/** The column of each concept: one more than the farthest of its causes; rings are cut where they close. */
export function columnsOfMap(map: CausalMap): ReadonlyMap<number, number> {
  const column = new Map<number, number>();
  const into = new Map<number, number[]>();
  for (const { from, to } of map.arrows) into.set(to, [...(into.get(to) ?? []), from]);
  const visit = (id: number, path: ReadonlySet<number>): number => {
    const known = column.get(id);
    if (known !== undefined) return known;
    const before = (into.get(id) ?? []).filter((from) => !path.has(from));
    const here = before.length === 0 ? 0 : 1 + Math.max(...before.map((from) => visit(from, new Set([...path, id]))));
    column.set(id, here);
    return here;
  };
  for (const { at } of map.concepts) visit(at, new Set([at]));
  return column;
}

type Saying = Arrow["sayings"][number];

/** Who says so, and how. */
export const saidBy = ({ by, hedged, conditional, denied }: Saying): string =>
  [by, denied && "denies it", hedged && "hedged", conditional && "if"].filter(Boolean).join(", ");

/** What somebody says of an arrow, in a sentence: one who denies it does not say that it is so. */
export const titleOf = (from: string, sign: 1 | -1, { by, denied }: Saying): string =>
  `${by} ${denied ? "denies" : "says"} that ${from} ${sign > 0 ? "brings about" : "prevents or lowers"} this`;
