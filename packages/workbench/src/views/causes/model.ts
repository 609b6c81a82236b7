import type { ReportCause } from "hearsay";

/** Something that is said to bring about or to follow: the wordings that mean it. */
export interface Concept {
  readonly id: number;
  readonly words: string;
  readonly wordings: number;
}

export interface Arrow {
  readonly from: number;
  readonly to: number;
  /** +1 brings about or raises, −1 prevents or lowers; all its reports together. */
  readonly sign: 1 | -1;
  readonly causes: readonly ReportCause[];
}

export interface CausalMap {
  readonly concepts: readonly Concept[];
  readonly arrows: readonly Arrow[];
}

const empty = new Set(
  "a an the of to in on at for and or that this these those it its is was were be been by with from as their his her has have had will would not no he she they them him her we".split(
    " ",
  ),
);
const stem = (word: string): string => word.replace(/(?:'s|ing|ed|es|s)$/, "");

function keyWords(text: string): ReadonlySet<string> {
  return new Set((text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []).filter((w) => !empty.has(w)).map(stem));
}

/** Whether it only points at something said elsewhere: "it", "that". */
const isBare = (text: string): boolean => keyWords(text).size === 0;

/**
 * Concepts that can have half of their words in common with these: two sets that do share one of the rarer half of
 * either (prefix filtering); at most 200, so that a story of one wording stays quick.
 */
function candidates(keys: ReadonlySet<string>, index: ReadonlyMap<string, readonly number[]>): ReadonlySet<number> {
  const lists = [...keys].map((k) => index.get(k) ?? []).sort((a, b) => a.length - b.length);
  const found = new Set<number>();
  for (const list of lists.slice(0, Math.ceil(keys.size / 2) + 1)) {
    for (const i of list) {
      if (found.size >= 200) return found;
      found.add(i);
    }
  }
  return found;
}

/** Causes as a map: phrases with at least half of their words in common are one concept, the shortest names it. */
export function causalMap(causes: readonly ReportCause[]): CausalMap {
  const found: { keys: ReadonlySet<string>; words: string; wordings: number }[] = [];
  const index = new Map<string, number[]>();
  const conceptOf = (text: string): number => {
    const keys = keyWords(text);
    for (const i of candidates(keys, index)) {
      const both = [...keys].filter((k) => found[i]!.keys.has(k)).length;
      if (both / (keys.size + found[i]!.keys.size - both) < 0.5) continue;
      found[i]!.wordings += 1;
      if (text.length < found[i]!.words.length) found[i]!.words = text;
      return i;
    }
    const id = found.push({ keys, words: text, wordings: 1 }) - 1;
    for (const k of keys) index.set(k, [...(index.get(k) ?? []), id]);
    return id;
  };
  const arrows = new Map<string, { from: number; to: number; sign: 1 | -1; causes: ReportCause[] }>();
  for (const cause of causes) {
    if (cause.negated || isBare(cause.cause.text) || isBare(cause.effect.text)) continue;
    const [from, to] = [conceptOf(cause.cause.text), conceptOf(cause.effect.text)];
    if (from === to) continue;
    const key = `${from} ${to} ${cause.sign}`;
    const arrow = arrows.get(key) ?? { from, to, sign: cause.sign === "+" ? (1 as const) : (-1 as const), causes: [] };
    arrow.causes.push(cause);
    arrows.set(key, arrow);
  }
  return { concepts: found.map(({ words, wordings }, id) => ({ id, words, wordings })), arrows: [...arrows.values()] };
}

/**
 * What if some concepts rise or fall: how each one follows through the arrows, −1 to 1. What is set stays; each arrow
 * passes on half; where several meet they add up. Stops after eight rounds, so that a ring comes to rest.
 */
export function whatIf(map: CausalMap, set: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  let now = new Map(set);
  for (let round = 0; round < 8; round++) {
    const next = new Map<number, number>();
    for (const arrow of map.arrows) {
      const push = (now.get(arrow.from) ?? 0) * arrow.sign * 0.5;
      if (Math.abs(push) > 0.02) next.set(arrow.to, Math.max(-1, Math.min(1, (next.get(arrow.to) ?? 0) + push)));
    }
    for (const [id, value] of set) next.set(id, value);
    now = next;
  }
  return now;
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
      return { concepts: map.concepts.filter((c) => ids.has(c.id)), arrows };
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
  for (const { id } of map.concepts) visit(id, new Set([id]));
  return column;
}
