import { hintNames } from "./hints.js";
import { lineColumns, lineValues, type Survey, survey } from "./line-features.js";
import type { Block, Element } from "./markup.js";
import { isLong, type Measured } from "./measured.js";

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

/** Names of the columns that `blockRows` fills, in order. */
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
  "inTop40",
  "inTop80",
  "inTop95",
  "topPlace",
  "sameParentBefore",
  "sameParentAfter",
  "listItems",
  "listLink",
  "listLong",
];

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
export function topElement(
  items: readonly Measured[],
  held: ReadonlyMap<Element, Holding>,
  share = 0.6,
): Element | null {
  let [total, top]: [number, Element | null] = [0, null];
  for (const item of items) if (isLong(item)) total += item.text.length;
  for (const [element, holding] of held)
    if (holding.long >= total * share && (top === null || element.depth > top.depth) && total > 0) top = element;
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
    tops: [0.4, 0.8, 0.95].map((share) => topElement(items, held, share)),
    firstInTop: -1,
    lastInTop: -1,
  };
  context.firstInTop = items.findIndex((item) => within(item.block!.element, context.top));
  context.lastInTop = items.findLastIndex((item) => within(item.block!.element, context.top));
  return items.map((_, i) => blockRow(context, i));
}

const squeeze = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
export const likeness = (block: Block): string =>
  `${block.kind} ${block.element.tag}.${block.element.names} < ${block.element.parent?.tag}.${block.element.parent?.names.replace(/\d+/g, "")}`;

function signatureShares(items: readonly Measured[]): Map<string, { long: number; count: number }> {
  const shares = new Map<string, { long: number; count: number }>();
  for (const item of items) {
    const key = likeness(item.block!);
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
  readonly tops: readonly (Element | null)[];
  firstInTop: number;
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
  const share = signatures.get(likeness(block))!;
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
    ...context.tops.map((one) => +within(block.element, one)),
    (i - context.firstInTop) / Math.max(1, context.lastInTop - context.firstInTop),
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
