import type { Answer } from "hearsay/client";

type WholeMap = Answer<"GET /stories/{s}/map">;
export type Implications = Answer<"GET /stories/{s}/whatif">;
export type Arrow = WholeMap["arrows"][number];

export type Wording = WholeMap["concepts"][number]["wordings"][number];
export type Ring = WholeMap["rings"][number];

/** A concept with its place in the whole map, by which arrows name it. */
export interface Concept {
  readonly at: number;
  readonly id: string;
  readonly name: string;
  /** Each way in which it is put, once. */
  readonly wordings: readonly Wording[];
}

export interface CausalMap {
  readonly concepts: readonly Concept[];
  readonly arrows: readonly Arrow[];
}

/** The server's map with the concepts by their place. */
export const mapOf = ({ concepts, arrows }: Pick<WholeMap, "concepts" | "arrows">): CausalMap => ({
  concepts: concepts.map(({ id, name, wordings }, at) => ({ at, id, name, wordings })),
  arrows,
});

/** The concepts that a concept can be said to be the same as: all that arrows touch but itself, by name. */
export const othersOf = ({ concepts, arrows }: CausalMap, id: string): readonly Concept[] => {
  const used = new Set(arrows.flatMap(({ from, to }) => [from, to]));
  const others = concepts.filter((one) => one.id !== id && used.has(one.at));
  return others.sort((a, b) => a.name.localeCompare(b.name, "en"));
};

/** A ring in words: "prices + → unrest − → prices". */
export const ringText = ({ arrows }: Ring, map: CausalMap): string => {
  const steps = arrows.map((i) => map.arrows[i]!);
  const name = (at: number): string => map.concepts[at]!.name;
  return [name(steps[0]!.from), ...steps.map(({ sign, to }) => `${sign > 0 ? "+" : "−"} → ${name(to)}`)].join(" ");
};

/** An arrow as one of two sides sees it. */
export type Sight = "says" | "denies" | "opposite" | "silent";

export interface Compared {
  readonly arrow: Arrow;
  readonly first: Sight;
  readonly second: Sight;
}

/** Side by side what two sides say or deny: first where they differ, then what one alone speaks of, then what both see. */
export function compareTwo(arrows: readonly Arrow[], first: string, second: string): readonly Compared[] {
  const compared = arrows.map((arrow) => ({
    arrow,
    first: sightOf(arrow, arrows, first),
    second: sightOf(arrow, arrows, second),
  }));
  const speaks = (sight: Sight): boolean => sight === "says" || sight === "denies";
  const rank = ({ first: a, second: b }: Compared): number =>
    a === "silent" || b === "silent" ? (speaks(a) ? 1 : 2) : a === b ? 3 : 0;
  return compared.filter((one) => speaks(one.first) || speaks(one.second)).sort((x, y) => rank(x) - rank(y));
}

function sightOf({ sayings, opposite }: Arrow, all: readonly Arrow[], side: string): Sight {
  const own = sayings.filter((saying) => saying.side === side);
  if (own.some(({ denied }) => !denied)) return "says";
  if (own.length > 0) return "denies";
  const against = opposite === null ? [] : all[opposite]!.sayings;
  return against.some((saying) => saying.side === side && !saying.denied) ? "opposite" : "silent";
}

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

/** The concepts that hang together, the largest groups first. */
export function groupsOf(map: CausalMap): readonly CausalMap[] {
  const group = map.concepts.map((_, i) => i);
  const rootOf = (i: number): number => {
    let at = i;
    while (group[at] !== at) at = group[at]!;
    return at;
  };
  for (const { from, to } of map.arrows) group[rootOf(from)] = rootOf(to);
  const by = new Map<number, { concepts: Concept[]; arrows: Arrow[] }>();
  for (const arrow of map.arrows) {
    const root = rootOf(arrow.from);
    const mine = by.get(root);
    if (mine === undefined) by.set(root, { concepts: [], arrows: [arrow] });
    else mine.arrows.push(arrow);
  }
  for (const concept of map.concepts) by.get(rootOf(concept.at))?.concepts.push(concept);
  return [...by.values()].sort((a, b) => b.arrows.length - a.arrows.length || a.arrows[0]!.from - b.arrows[0]!.from);
}

/** A group as it is drawn: its concepts in columns, the most with which they begin; arrows by what they lead to. */
export function laidOut(map: CausalMap) {
  const [column, into] = [columnsOfMap(map), new Map<number, Arrow[]>()];
  for (const arrow of map.arrows) {
    const known = into.get(arrow.to);
    if (known === undefined) into.set(arrow.to, [arrow]);
    else known.push(arrow);
  }
  const depth = Math.min(mostColumns, Math.max(...column.values()) + 1);
  const columns = Array.from({ length: depth }, (): Concept[] => []);
  for (const concept of map.concepts) columns[Math.min(depth - 1, column.get(concept.at) ?? 0)]!.push(concept);
  const concepts = new Map(map.concepts.map((concept) => [concept.at, concept]));
  return { columns, concepts, into };
}
const mostColumns = 4;

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

/** The change, where nine of ten drawings of the asserters have it, and whether ways disagree. */
export function figuresOf({ change, low, high, ambiguous }: Implications["implied"][number]): string {
  const range = low === null || high === null ? "" : `, 9 in 10 between ${low.toFixed(2)} and ${high.toFixed(2)}`;
  return `${change > 0 ? "+" : "−"}${Math.abs(change).toFixed(2)}${range}${ambiguous ? "; ambiguous" : ""}`;
}

/** Whether something goes through an arrow: what it comes from rises or falls. */
export function isLive(arrow: Arrow, map: CausalMap, follows: ReturnType<typeof changesOf>): boolean {
  const from = map.concepts.find(({ at }) => at === arrow.from);
  return from !== undefined && (follows.value.get(from.id) ?? 0) !== 0;
}

/** What is set, as the address has it: "concept-1=0.5 concept-2=-1". */
export const formatSet = (set: ReadonlyMap<string, number>): string =>
  [...set]
    .sort()
    .map(([id, value]) => `${id}=${value}`)
    .join(" ");

/** The same back; whatever is no value from −1 to 1 is left out, and what comes after the fiftieth. */
export function parseSet(text: string | undefined): ReadonlyMap<string, number> {
  const pairs = (text ?? "").split(" ").flatMap((pair): readonly (readonly [string, number])[] => {
    const [, id = "", value = ""] = /^([^=]+)=(-?(?:1|0(?:\.\d{1,3})?))$/.exec(pair) ?? [];
    return id === "" || Number(value) === 0 ? [] : [[id, Number(value)]];
  });
  return new Map(pairs.slice(0, 50));
}
