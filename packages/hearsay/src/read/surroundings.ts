import { likeness } from "./block-features.js";
import { isHeading } from "./line-features.js";
import type { Element } from "./markup.js";
import type { Measured } from "./measured.js";

/** Steps to the neighbours whose first judgement a row holds. */
const neighbours = [-4, -3, -2, -1, 1, 2, 3, 4];
const containers = 4;

/** Names of the columns that every row of `surroundings` holds, in order. */
const lineNames: readonly string[] = [
  "p",
  ...neighbours.map((at) => `p${at}`),
  "pNear4",
  "pNear12",
  "pBefore",
  "pAfter",
  "pBefore20",
  "pAfter20",
  "pPage",
  "pWords",
  "pFrom",
  "pRun",
  "pRunShare",
  "pGapWords",
  "pSinceSure",
  "pUntilSure",
  "pHeading",
  "pSection",
  "pSectionBefore",
  "pSectionAfter",
  "sectionWords",
  "pRepeat",
];
const blockNames: readonly string[] = [
  ...Array.from({ length: containers }, (_, up) => [`pHome${up}`, `massHome${up}`, `blocksHome${up}`]).flat(),
  "pLike",
  "massLike",
  "pLikeLong",
  "likes",
  "inMass50",
  "inMass75",
  "inMass90",
  "toMass75",
];

/** What rows of lines and of blocks hold. */
export const surroundingColumns = { flat: lineNames, html: [...lineNames, ...blockNames] } as const;

/** Sums over what lies before each item: `[i]` is the sum of the first i. */
function runningSums(values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i]! + values[i]!;
  return sums;
}

interface Survey {
  readonly p: ArrayLike<number>;
  readonly weights: Float64Array;
  readonly mass: Float64Array;
  readonly words: Float64Array;
}

/**
 * What a first judgement says of each item's surroundings: a row of probabilities of its neighbours, its section, the
 * elements around it and the blocks like it. A second judgement sees these beside the item's own measures.
 */
export function surroundings(items: readonly Measured[], p: ArrayLike<number>, kind: "html" | "flat"): number[][] {
  const n = items.length;
  const weights = Float64Array.from(items, ({ wording }) => Math.min(150, wording.words) + 1);
  const held = Float64Array.from(weights, (weight, i) => weight * p[i]!);
  const all: Survey = { p, weights, mass: runningSums(held), words: runningSums(weights) };
  const rows = items.map((_, i) => lineRow(all, i));
  const runs = runsOf(all);
  const sections = sectionsOf(items, all);
  const repeats = repeatsOf(items, all);
  for (let i = 0; i < n; i++) rows[i]!.push(...runs[i]!, ...sections[i]!, repeats[i]!);
  if (kind === "html") blockRows(items, all, rows);
  return rows;
}

/** The share of words between two places that the first judgement takes for the article's; −1 where there are none. */
function mean({ mass, words }: Survey, from: number, to: number): number {
  const [low, high] = [Math.max(0, from), Math.min(words.length - 1, to)];
  return high <= low ? -1 : (mass[high]! - mass[low]!) / (words[high]! - words[low]!);
}

function lineRow(all: Survey, i: number): number[] {
  const { p, mass, words } = all;
  const n = p.length;
  const total = Math.max(1e-9, mass[n]!);
  return [
    p[i]!,
    ...neighbours.map((at) => p[i + at] ?? -1),
    mean(all, i - 4, i + 5),
    mean(all, i - 12, i + 13),
    mean(all, i - 6, i),
    mean(all, i + 1, i + 7),
    mean(all, i - 20, i),
    mean(all, i + 1, i + 21),
    total / words[n]!,
    total,
    mass[i]! / total,
  ];
}

const sure = { high: 0.75, words: 12 };

/** The run of likely items that an item stands in, or the words of the gap, and how far the next sure prose is. */
function runsOf({ p, weights, mass, words }: Survey): number[][] {
  const n = p.length;
  const total = Math.max(1e-9, mass[n]!);
  const rows: number[][] = [];
  for (let from = 0; from < n; ) {
    const likely = p[from]! >= 0.5;
    let to = from + 1;
    while (to < n && p[to]! >= 0.5 === likely) to++;
    const length = words[to]! - words[from]!;
    const share = (mass[to]! - mass[from]!) / total;
    for (let i = from; i < to; i++) rows.push(likely ? [length, share, 0] : [0, 0, length]);
    from = to;
  }
  const isSure = (i: number): boolean => p[i]! >= sure.high && weights[i]! > sure.words;
  for (let i = 0, last = -99; i < n; i++) {
    rows[i]!.push(Math.min(99, i - last));
    if (isSure(i)) last = i;
  }
  for (let i = n - 1, next = n + 99; i >= 0; i--) {
    rows[i]!.push(Math.min(99, next - i));
    if (isSure(i)) next = i;
  }
  return rows;
}

/** What stands under the same heading, and under those before and after it. A heading belongs to what it heads. */
function sectionsOf(items: readonly Measured[], all: Survey): number[][] {
  const starts = [0];
  for (let i = 1; i < items.length; i++) if (isHeading(items[i]!)) starts.push(i);
  const means = starts.map((start, s) => mean(all, start + 1, starts[s + 1] ?? items.length));
  return starts.flatMap((start, s) => {
    const end = starts[s + 1] ?? items.length;
    const row = [
      all.p[start]!,
      means[s]!,
      means[s - 1] ?? -1,
      means[s + 1] ?? -1,
      all.words[end]! - all.words[start]!,
    ];
    return Array.from({ length: end - start }, () => row);
  }).slice(0, items.length);
}

/** The highest probability that another copy of the same text got; −1 where there is none. */
function repeatsOf(items: readonly Measured[], { p }: Survey): Float64Array {
  const best = new Map<string, readonly [number, number, number]>();
  items.forEach(({ text }, i) => {
    const [first, second, at] = best.get(text) ?? [-1, -1, -1];
    best.set(text, p[i]! > first ? [p[i]!, first, i] : [first, Math.max(second, p[i]!), at]);
  });
  return Float64Array.from(items, ({ text }, i) => {
    const [first, second, at] = best.get(text)!;
    return at === i ? second : first;
  });
}

/** What an element holds: words, words likely the article's, blocks. */
interface Holding {
  words: number;
  mass: number;
  blocks: number;
}

/** What each element holds, descendants included. */
function holdings(items: readonly Measured[], { weights, p }: Survey): Map<Element, Holding> {
  const all = new Map<Element, Holding>();
  const waiting: Element[][] = [];
  const holdingOf = (element: Element): Holding => {
    const known = all.get(element);
    if (known !== undefined) return known;
    const fresh = { words: 0, mass: 0, blocks: 0 };
    all.set(element, fresh);
    (waiting[element.depth] ??= []).push(element);
    return fresh;
  };
  items.forEach(({ block }, i) => {
    const own = holdingOf(block!.element);
    own.words += weights[i]!;
    own.mass += weights[i]! * p[i]!;
    own.blocks++;
  });
  for (let depth = waiting.length - 1; depth > 0; depth--)
    for (const element of waiting[depth] ?? []) {
      if (element.parent === null) continue;
      const [own, around] = [all.get(element)!, holdingOf(element.parent)];
      around.words += own.words;
      around.mass += own.mass;
      around.blocks += own.blocks;
    }
  return all;
}

function blockRows(items: readonly Measured[], all: Survey, rows: number[][]): void {
  const held = holdings(items, all);
  const total = Math.max(1e-9, all.mass[items.length]!);
  const tops = [0.5, 0.75, 0.9].map((share) => deepest(held, total * share));
  const likes = likesOf(items, all);
  const lines = new Map<Element, number[]>();
  items.forEach(({ block }, i) => {
    const { element } = block!;
    let around = lines.get(element);
    if (around === undefined) {
      around = homes(element, held, total);
      lines.set(element, around);
    }
    rows[i]!.push(
      ...around,
      ...likes[i]!,
      ...tops.map((top) => +isWithin(element, top)),
      distance(element, tops[1]!),
    );
  });
}

/** The containers around an element, each the nearest that holds more blocks than the one before. */
function homes(element: Element, held: ReadonlyMap<Element, Holding>, total: number): number[] {
  const row: number[] = [];
  let blocks = 1;
  for (let at: Element | null = element; at !== null && row.length < containers * 3; at = at.parent) {
    const holding = held.get(at)!;
    if (holding.blocks <= blocks) continue;
    blocks = holding.blocks;
    row.push(holding.mass / holding.words, holding.mass / total, blocks);
  }
  while (row.length < containers * 3) row.push(-1, -1, -1);
  return row;
}

/** Blocks of the same tag and names in elements of the same names: what became of the others. */
function likesOf(items: readonly Measured[], { p, weights, mass }: Survey): number[][] {
  const groups = new Map<string, { mass: number; words: number; long: number; longMass: number; count: number }>();
  const keys = items.map(({ block }) => likeness(block!));
  keys.forEach((key, i) => {
    const group = groups.get(key) ?? { mass: 0, words: 0, long: 0, longMass: 0, count: 0 };
    groups.set(key, group);
    group.mass += weights[i]! * p[i]!;
    group.words += weights[i]!;
    if (weights[i]! > 18) {
      group.long += weights[i]!;
      group.longMass += weights[i]! * p[i]!;
    }
    group.count++;
  });
  const total = Math.max(1e-9, mass[items.length]!);
  return keys.map((key) => {
    const group = groups.get(key)!;
    return [group.mass / group.words, group.mass / total, group.long > 0 ? group.longMass / group.long : -1, group.count];
  });
}

/** The deepest element that holds so much of what is likely the article's. */
function deepest(held: ReadonlyMap<Element, Holding>, least: number): Element | null {
  let top: Element | null = null;
  for (const [element, { mass }] of held) if (mass >= least && (top === null || element.depth > top.depth)) top = element;
  return top;
}

function isWithin(element: Element, top: Element | null): boolean {
  if (top === null) return false;
  let at: Element | null = element;
  while (at !== null && at.depth > top.depth) at = at.parent;
  return at === top;
}

/** Steps up from an element and down to another. */
function distance(element: Element, top: Element | null): number {
  if (top === null) return -1;
  let [a, b, steps]: [Element | null, Element | null, number] = [element, top, 0];
  while (a !== b && a !== null && b !== null) {
    if (a.depth >= b.depth) a = a.parent;
    else b = b.parent;
    steps++;
  }
  return Math.min(60, steps);
}
