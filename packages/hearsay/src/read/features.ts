import { lineCues } from "./cues.js";
import { hintNames } from "./hints.js";
import type { Block, Element } from "./markup.js";
import { type Wording, wordingOf } from "./wording.js";

/** A line or block with what the classifiers know of it. */
export interface Measured {
  readonly text: string;
  readonly wording: Wording;
  readonly block: Block | null;
}

const cueReasons = [...new Set(lineCues.map((cue) => cue.reason))];
const kindNames = [
  "p",
  "li",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "td",
  "th",
  "dt",
  "dd",
  "blockquote",
  "pre",
  "figcaption",
  "caption",
  "button",
  "label",
  "summary",
  "div",
];
const kindIndex = new Map(kindNames.map((kind, index) => [kind, index]));
const ancestorTags = [
  "nav",
  "aside",
  "footer",
  "header",
  "form",
  "table",
  "figure",
  "ul",
  "ol",
  "article",
  "main",
  "section",
  "blockquote",
  "a",
  "button",
  "details",
  "dialog",
  "li",
];

/** The measures of a line that need nothing but the line. */
const wordingColumns: readonly (readonly [string, (w: Wording) => number])[] = [
  ["words", (w) => w.words],
  ["wordLength", (w) => w.wordLength],
  ["stopWords", (w) => w.stopWords],
  ["capitalised", (w) => w.capitalised],
  ["capitals", (w) => w.capitals],
  ["digits", (w) => w.digits],
  ["commas", (w) => w.commas / Math.max(1, w.words)],
  ["separators", (w) => w.separators],
  ["sentences", (w) => w.sentences],
  ["ending", (w) => w.ending],
  ["beginning", (w) => w.beginning],
  ["quotes", (w) => w.quotes],
  ["dated", (w) => +w.dated],
  ["credit", (w) => +w.credit],
  ["address", (w) => +w.address],
  ["person", (w) => w.firstOrSecondPerson],
  ["imperative", (w) => +w.imperative],
  ["cue", (w) => (w.cue === null ? -1 : cueReasons.indexOf(w.cue.reason))],
];
const neighbourColumns: readonly (readonly [string, (w: Wording) => number])[] = [
  ["words", (w) => w.words],
  ["ending", (w) => w.ending],
  ["stopWords", (w) => w.stopWords],
  ["cue", (w) => (w.cue === null ? -1 : cueReasons.indexOf(w.cue.reason))],
  ["capitalised", (w) => w.capitalised],
];
const neighbours = [-3, -2, -1, 1, 2, 3];

/** A line long and sentence-like enough to be prose by itself. */
const isLong = (m: Measured): boolean =>
  m.wording.words >= 18 && m.wording.sentences > 0 && (m.block === null || m.block.linked < m.text.length * 0.4);

const windowSize = 6;

/** Names of the columns that `lineRow` fills, in order. */
export const lineColumns: readonly string[] = [
  ...wordingColumns.map(([name]) => name),
  ...neighbours.flatMap((at) => neighbourColumns.map(([name]) => `${name}${at}`)),
  "index",
  "indexEnd",
  "wordsBefore",
  "longBefore",
  "longAfter",
  "toLongBefore",
  "toLongAfter",
  "fromTitle",
  "titleOverlap",
  "repeats",
  "windowLong",
  "windowShort",
  "lines",
  "longs",
  "nearLongWords",
  "fromLastCue",
  "toNextCue",
  "fromByline",
];

export const blockColumns: readonly string[] = [
  ...lineColumns,
  "kind",
  "linkDensity",
  "links",
  "bold",
  "afterImage",
  "depth",
  "inLd",
  "ldKnown",
  ...ancestorTags.map((tag) => `in-${tag}`),
  ...hintNames.map((name) => `hint-${name}`),
  ...[0, 1, 2, 3, 4, 5].flatMap((up) => [`share${up}`, `density${up}`, `blocks${up}`, `link${up}`]),
  "kindShare",
  "sameKind",
  "linkBefore1",
  "linkAfter1",
  "linkBefore2",
  "linkAfter2",
  "kindBefore",
  "kindAfter",
  "kindBefore2",
  "kindAfter2",
  "topDistance",
  "inTop",
  "afterTop",
  "sameParentBefore",
  "sameParentAfter",
  "listItems",
  "listLink",
  "listLong",
];

/** Everything about the page as a whole that the rows share. */
interface Survey {
  readonly items: readonly Measured[];
  readonly wordsBefore: Float64Array;
  readonly longBefore: Int32Array;
  readonly lastLong: Int32Array;
  readonly nextLong: Int32Array;
  readonly lastCue: Int32Array;
  readonly nextCue: Int32Array;
  readonly totalWords: number;
  readonly longs: number;
  readonly title: number;
  readonly titleOverlap: Float64Array;
  readonly repeats: Map<string, number>;
  readonly byline: number;
}

/** Measures the lines of a text that has no markup. */
export const measureLines = (lines: readonly string[]): Measured[] =>
  lines.map((text) => ({ text, wording: wordingOf(text), block: null }));

export const measureBlocks = (blocks: readonly Block[]): Measured[] =>
  blocks.map((block) => ({ text: block.text, wording: wordingOf(block.text), block }));

const wordSet = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

function survey(items: readonly Measured[], title: string): Survey {
  const n = items.length;
  const wordsBefore = new Float64Array(n + 1);
  const longBefore = new Int32Array(n + 1);
  const [lastLong, nextLong, lastCue, nextCue] = [
    new Int32Array(n),
    new Int32Array(n),
    new Int32Array(n),
    new Int32Array(n),
  ];
  const repeats = new Map<string, number>();
  for (let i = 0, last = -100, cue = -100; i < n; i++) {
    const item = items[i]!;
    wordsBefore[i + 1] = wordsBefore[i]! + item.wording.words;
    longBefore[i + 1] = longBefore[i]! + +isLong(item);
    lastLong[i] = i - last;
    lastCue[i] = i - cue;
    if (isLong(item)) last = i;
    if (item.wording.cue !== null) cue = i;
    repeats.set(item.text, (repeats.get(item.text) ?? 0) + 1);
  }
  for (let i = n - 1, next = n + 100, cue = n + 100; i >= 0; i--) {
    nextLong[i] = next - i;
    nextCue[i] = cue - i;
    if (isLong(items[i]!)) next = i;
    if (items[i]!.wording.cue !== null) cue = i;
  }
  const titleOverlap = overlaps(items, title);
  return {
    items,
    wordsBefore,
    longBefore,
    lastLong,
    nextLong,
    lastCue,
    nextCue,
    totalWords: wordsBefore[n]!,
    longs: longBefore[n]!,
    title: titleIndex(items, titleOverlap),
    titleOverlap,
    repeats,
    byline: items.findIndex((item) => /^by\s+\p{Lu}/iu.test(item.text) && item.wording.words < 12),
  };
}

function overlaps(items: readonly Measured[], title: string): Float64Array {
  const wanted = wordSet(title);
  return Float64Array.from(items, (item) => {
    if (wanted.size < 2 || item.wording.words > 60) return 0;
    const words = wordSet(item.text);
    let shared = 0;
    for (const word of words) if (wanted.has(word)) shared++;
    return shared / Math.max(1, wanted.size + words.size - shared);
  });
}

function titleIndex(items: readonly Measured[], overlap: Float64Array): number {
  let best = -1;
  for (let i = 0; i < items.length; i++) {
    const value = overlap[i]! + (items[i]!.block?.kind === "h1" ? 0.3 : 0);
    if (value > 0.45 && (best < 0 || value > overlap[best]! + (items[best]!.block?.kind === "h1" ? 0.3 : 0) + 0.01))
      best = i;
  }
  return best;
}

function lineValues(all: Survey, i: number, out: number[]): void {
  const { items } = all;
  const { wording, text } = items[i]!;
  for (const [, value] of wordingColumns) out.push(value(wording));
  for (const step of neighbours) {
    const other = items[i + step]?.wording;
    for (const [, value] of neighbourColumns) out.push(other === undefined ? -2 : value(other));
  }
  const n = items.length;
  const [from, to] = [Math.max(0, i - windowSize), Math.min(n, i + windowSize + 1)];
  const near = all.longBefore[to]! - all.longBefore[from]!;
  out.push(
    i,
    n - i,
    all.wordsBefore[i]! / Math.max(1, all.totalWords),
    all.longBefore[i]!,
    all.longs - all.longBefore[i + 1]!,
    Math.min(60, all.lastLong[i]!),
    Math.min(60, all.nextLong[i]!),
    all.title < 0 ? -999 : clamp(i - all.title, -60, 400),
    all.titleOverlap[i]!,
    Math.min(9, all.repeats.get(text)!),
    near / (to - from),
    (all.wordsBefore[to]! - all.wordsBefore[from]!) / (to - from),
    n,
    all.longs,
    all.wordsBefore[Math.min(n, i + 3)]! - all.wordsBefore[Math.max(0, i - 2)]!,
    Math.min(60, all.lastCue[i]!),
    Math.min(60, all.nextCue[i]!),
    all.byline < 0 ? -999 : clamp(i - all.byline, -60, 100),
  );
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

/** A row of `lineColumns` for every line. */
export function lineRows(items: readonly Measured[], title: string): number[][] {
  const all = survey(items, title);
  return items.map((_, i) => {
    const row: number[] = [];
    lineValues(all, i, row);
    return row;
  });
}

/** What an element holds, blocks of its descendants included. */
interface Holding {
  chars: number;
  linked: number;
  long: number;
  blocks: number;
}

function holdings(items: readonly Measured[]): Map<Element, Holding> {
  const all = new Map<Element, Holding>();
  for (const item of items) {
    const chars = item.text.length;
    const long = isLong(item) ? chars : 0;
    // Very deep pages: the nearest ancestors matter, the root holds everything anyway.
    let at: Element | null = item.block!.element;
    for (let steps = 0; at !== null && steps < 60; steps++, at = at.parent) {
      const held = all.get(at) ?? { chars: 0, linked: 0, long: 0, blocks: 0 };
      held.chars += chars;
      held.linked += item.block!.linked;
      held.long += long;
      held.blocks++;
      all.set(at, held);
    }
  }
  return all;
}

/** The deepest element that still holds most of the long prose. */
export function topElement(items: readonly Measured[], held: ReadonlyMap<Element, Holding>): Element | null {
  let [total, top]: [number, Element | null] = [0, null];
  for (const item of items) if (isLong(item)) total += item.text.length;
  for (const [element, holding] of held)
    if (holding.long >= total * 0.6 && (top === null || element.depth > top.depth) && total > 0) top = element;
  return top;
}

/** A row of `blockColumns` for every block of a page. `ld` is the article body as the page's own data give it. */
export function blockRows(items: readonly Measured[], title: string, ld: string | null): number[][] {
  const all = survey(items, title);
  const held = holdings(items);
  const signatures = signatureShares(items);
  const context = {
    all,
    held,
    top: topElement(items, held),
    signatures,
    ld: ld === null ? null : squeeze(ld),
    ...totals(items),
    lastInTop: -1,
  };
  context.lastInTop = items.findLastIndex((item) => within(item.block!.element, context.top));
  return items.map((_, i) => blockRow(context, i));
}

const squeeze = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
const signature = (block: Block): string =>
  `${block.kind} ${block.element.tag}.${block.element.names} < ${block.element.parent?.tag}.${block.element.parent?.names.replace(/\d+/g, "")}`;

function signatureShares(items: readonly Measured[]): Map<string, { long: number; count: number }> {
  const shares = new Map<string, { long: number; count: number }>();
  for (const item of items) {
    const key = signature(item.block!);
    const share = shares.get(key) ?? { long: 0, count: 0 };
    share.count++;
    if (isLong(item)) share.long += item.text.length;
    shares.set(key, share);
  }
  return shares;
}

function totals(items: readonly Measured[]): { long: number } {
  return { long: items.reduce((sum, item) => sum + (isLong(item) ? item.text.length : 0), 0) };
}

interface Context {
  readonly all: Survey;
  readonly held: ReadonlyMap<Element, Holding>;
  readonly top: Element | null;
  readonly signatures: ReadonlyMap<string, { long: number; count: number }>;
  readonly ld: string | null;
  readonly long: number;
  lastInTop: number;
}

function within(element: Element, top: Element | null): boolean {
  let at: Element | null = element;
  for (let steps = 0; at !== null && steps < 1_000; steps++, at = at.parent) if (at === top) return true;
  return false;
}

function blockRow(context: Context, i: number): number[] {
  const { all, held, top, signatures, long } = context;
  const row: number[] = [];
  lineValues(all, i, row);
  const item = all.items[i]!;
  const block = item.block!;
  const density = (other: Measured | undefined): number =>
    other === undefined ? -1 : other.block!.linked / Math.max(1, other.text.length);
  const kind = (other: Measured | undefined): number =>
    other === undefined ? -1 : (kindIndex.get(other.block!.kind) ?? kindNames.length);
  row.push(
    kind(item),
    density(item),
    block.links,
    block.bold / item.text.length,
    +block.afterImage,
    block.element.depth,
    inLd(context.ld, item),
    +(context.ld !== null),
  );
  ancestry(block.element, row);
  containers(block.element, held, long, row);
  const share = signatures.get(signature(block))!;
  const before = (step: number): Measured | undefined => all.items[i - step];
  row.push(
    share.long / Math.max(1, long),
    share.count,
    density(before(1)),
    density(before(-1)),
    density(before(2)),
    density(before(-2)),
    kind(before(1)),
    kind(before(-1)),
    kind(before(2)),
    kind(before(-2)),
    topDistance(block.element, top),
    +within(block.element, top),
    Math.max(0, i - context.lastInTop),
    +(before(1)?.block?.element.parent === block.element.parent),
    +(before(-1)?.block?.element.parent === block.element.parent),
  );
  list(block.element, held, row);
  return row;
}

function inLd(ld: string | null, item: Measured): number {
  if (ld === null) return -1;
  const text = squeeze(item.text.slice(0, 300));
  return text.length > 0 && ld.includes(text) ? 1 : 0;
}

/** For each telling ancestor tag and hint: how many steps up the nearest one is, 0 when there is none. */
function ancestry(element: Element, row: number[]): void {
  const tags = new Array<number>(ancestorTags.length).fill(0);
  const hints = new Array<number>(hintNames.length).fill(0);
  let at: Element | null = element;
  for (let steps = 1; at !== null && steps <= 40; steps++, at = at.parent) {
    if (at.tag === "body" || at.tag === "html") break;
    const tag = ancestorTags.indexOf(at.tag);
    if (tag >= 0 && tags[tag] === 0) tags[tag] = steps;
    if (at.hints !== 0)
      for (let h = 0; h < hintNames.length; h++) if (hints[h] === 0 && (at.hints >> h) & 1) hints[h] = steps;
  }
  row.push(...tags, ...hints);
}

function containers(element: Element, held: ReadonlyMap<Element, Holding>, long: number, row: number[]): void {
  let at: Element | null = element;
  for (let up = 0; up < 6; up++) {
    const holding = at === null ? undefined : held.get(at);
    if (holding === undefined) row.push(-1, -1, -1, -1);
    else
      row.push(
        holding.long / Math.max(1, long),
        holding.long / holding.chars,
        holding.blocks,
        holding.linked / holding.chars,
      );
    at = at?.parent ?? null;
  }
}

function topDistance(element: Element, top: Element | null): number {
  if (top === null) return -1;
  const line = new Set<Element>();
  for (let at: Element | null = top; at !== null; at = at.parent) line.add(at);
  let at: Element | null = element;
  for (let steps = 0; at !== null && steps < 60; steps++, at = at.parent)
    if (line.has(at)) return steps + (top.depth - at.depth) * 2;
  return 99;
}

/** How many items the list around this has, and how much of it is links and prose. */
function list(element: Element, held: ReadonlyMap<Element, Holding>, row: number[]): void {
  let at: Element | null = element;
  for (let steps = 0; at !== null && steps < 6; steps++, at = at.parent)
    if (at.tag === "ul" || at.tag === "ol" || at.tag === "table" || at.tag === "dl") {
      const holding = held.get(at)!;
      row.push(
        holding?.blocks ?? -1,
        (holding?.linked ?? 0) / Math.max(1, holding?.chars ?? 0),
        (holding?.long ?? 0) / Math.max(1, holding?.chars ?? 0),
      );
      return;
    }
  row.push(-1, -1, -1);
}
