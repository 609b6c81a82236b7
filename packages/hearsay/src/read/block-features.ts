import { ancestryColumns, type Surroundings, surroundingsIn, topDistance } from "./ancestry.js";
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
  ...ancestryColumns,
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
      let held = all.get(at);
      if (held === undefined) {
        held = { chars: 0, linked: 0, long: 0, blocks: 0 };
        all.set(at, held);
      }
      held.chars += chars;
      held.linked += item.block!.linked;
      held.long += long;
      held.blocks++;
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

/**
 * Gives the row of `blockColumns` of the block that it is asked for. `ld` is the article body as the page's own data
 * give it.
 */
export function blockRowOf(items: readonly Measured[], title: string, ld: string | null): (i: number) => number[] {
  const held = holdings(items);
  const top = topElement(items, held);
  const tops = [0.4, 0.8, 0.95].map((share) => topElement(items, held, share));
  const around = surroundingsIn(items, [top, ...tops]);
  const inTop = (item: Measured): boolean => (around.get(item.block!.element)!.inTops & 1) === 1;
  const context = {
    all: survey(items, title),
    held,
    top,
    around,
    signatures: signatureShares(items),
    ld: ld === null ? null : squeeze(ld),
    ...totals(items),
    firstInTop: items.findIndex(inTop),
    lastInTop: items.findLastIndex(inTop),
  };
  return (i) => blockRow(context, i);
}

/** A row for every block of a page. */
export const blockRows = (items: readonly Measured[], title: string, ld: string | null): number[][] =>
  Array.from(items.keys(), blockRowOf(items, title, ld));

const squeeze = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
const signature = (block: Block): string =>
  `${block.kind} ${block.element.tag}.${block.element.names} < ${block.element.parent?.tag}.${block.element.parent?.names.replace(/\d+/g, "")}`;

interface Share {
  long: number;
  count: number;
}

/** How often blocks of its kind come, and how much prose they hold, for the element of every block. */
function signatureShares(items: readonly Measured[]): Map<Element, Share> {
  const shares = new Map<string, Share>();
  const ofElement = new Map<Element, Share>();
  for (const item of items) {
    const block = item.block!;
    let share = ofElement.get(block.element);
    if (share === undefined) {
      const key = signature(block);
      share = shares.get(key) ?? { long: 0, count: 0 };
      shares.set(key, share);
      ofElement.set(block.element, share);
    }
    share.count++;
    if (isLong(item)) share.long += item.text.length;
  }
  return ofElement;
}

function totals(items: readonly Measured[]): { long: number } {
  return { long: items.reduce((sum, item) => sum + (isLong(item) ? item.text.length : 0), 0) };
}

interface Context {
  readonly all: Survey;
  readonly held: ReadonlyMap<Element, Holding>;
  readonly top: Element | null;
  readonly around: ReadonlyMap<Element, Surroundings>;
  readonly signatures: ReadonlyMap<Element, Share>;
  readonly ld: string | null;
  readonly long: number;
  readonly firstInTop: number;
  readonly lastInTop: number;
}

function blockRow(context: Context, i: number): number[] {
  const { all, held, signatures, long } = context;
  const row: number[] = [];
  lineValues(all, i, row);
  const item = all.items[i]!;
  const block = item.block!;
  const surroundings = context.around.get(block.element)!;
  const { steps, inTops } = surroundings;
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
  for (let at = 0; at < steps.length; at++) row.push(steps[at]!);
  containers(block.element, held, long, row);
  const share = signatures.get(block.element)!;
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
    context.top === null ? -1 : topDistance(surroundings),
    inTops & 1,
    Math.max(0, i - context.lastInTop),
    (inTops >> 1) & 1,
    (inTops >> 2) & 1,
    (inTops >> 3) & 1,
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
