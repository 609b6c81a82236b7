import { ancestryColumns, type Place, placesOf, topDistance } from "./ancestry.js";
import { lineColumns, lineValues, type Survey, survey } from "./line-features.js";
import type { Block, Element } from "./markup.js";
import { isLong, type Measured } from "./measured.js";
import { finderIn, squeezed } from "./text.js";

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

/** Shares of a page's long prose: the deepest element that holds so much of it is a top. */
const tops = [0.6, 0.4, 0.8, 0.95];

/**
 * Gives the row of `blockColumns` of the block that it is asked for. `ld` is the article body as the page's own data
 * give it.
 */
export function blockRowOf(items: readonly Measured[], title: string, ld: string | null): (i: number) => number[] {
  const places = placesOf(items, tops).ofBlock;
  const inTop = (place: Place): boolean => (place.inTops & 1) === 1;
  const context = {
    all: survey(items, title),
    places,
    density: items.map(({ block, text }) => block!.linked / Math.max(1, text.length)),
    kind: items.map(({ block }) => kindIndex.get(block!.kind) ?? kindNames.length),
    shares: sharesOf(items),
    inLd: ld === null ? null : finderIn(squeezed(ld)),
    long: items.reduce((sum, item) => sum + (isLong(item) ? item.text.length : 0), 0),
    firstInTop: places.findIndex(inTop),
    lastInTop: places.findLastIndex(inTop),
  };
  return (i) => blockRow(context, i);
}

/** A row for every block of a page. */
export const blockRows = (items: readonly Measured[], title: string, ld: string | null): number[][] =>
  Array.from(items.keys(), blockRowOf(items, title, ld));

const signature = ({ kind, element }: Block, around: string): string =>
  `${kind} ${element.tag}.${element.names} < ${around}`;
const nameOf = (element: Element | null): string => `${element?.tag}.${element?.names.replace(/\d+/g, "")}`;

interface Share {
  long: number;
  count: number;
}

/** For every block: how often those of its kind come, and how much prose they hold. */
function sharesOf(items: readonly Measured[]): Share[] {
  const shares = new Map<string, Share>();
  const known = new Map<Element, Share>();
  const around = new Map<Element | null, string>();
  return items.map((item) => {
    const block = item.block!;
    let share = known.get(block.element);
    if (share === undefined) {
      const { parent } = block.element;
      if (!around.has(parent)) around.set(parent, nameOf(parent));
      const key = signature(block, around.get(parent)!);
      share = shares.get(key) ?? { long: 0, count: 0 };
      shares.set(key, share);
      known.set(block.element, share);
    }
    share.count++;
    if (isLong(item)) share.long += item.text.length;
    return share;
  });
}

interface Context {
  readonly all: Survey;
  /** By block: where it stands, its part in links, its kind as a number. */
  readonly places: readonly Place[];
  readonly density: readonly number[];
  readonly kind: readonly number[];
  readonly shares: readonly Share[];
  /** Whether words stand in the article body as the page's own data give it; null where they give none. */
  readonly inLd: ((words: string) => boolean) | null;
  readonly long: number;
  readonly firstInTop: number;
  readonly lastInTop: number;
}

function blockRow(context: Context, i: number): number[] {
  const { all, places, density, kind, long, firstInTop, lastInTop } = context;
  const row: number[] = [];
  lineValues(all, i, row);
  const item = all.items[i]!;
  const block = item.block!;
  const place = places[i]!;
  row.push(
    kind[i]!,
    density[i]!,
    block.links,
    block.bold / item.text.length,
    +block.afterImage,
    block.element.depth,
    inLd(context, item),
    +(context.inLd !== null),
  );
  for (const up of place.steps) row.push(up);
  containers(place, long, row);
  const share = context.shares[i]!;
  const { parent } = block.element;
  row.push(
    share.long / Math.max(1, long),
    share.count,
    density[i - 1] ?? -1,
    density[i + 1] ?? -1,
    density[i - 2] ?? -1,
    density[i + 2] ?? -1,
    kind[i - 1] ?? -1,
    kind[i + 1] ?? -1,
    kind[i - 2] ?? -1,
    kind[i + 2] ?? -1,
    firstInTop < 0 ? -1 : topDistance(place),
    place.inTops & 1,
    Math.max(0, i - lastInTop),
    (place.inTops >> 1) & 1,
    (place.inTops >> 2) & 1,
    (place.inTops >> 3) & 1,
    (i - firstInTop) / Math.max(1, lastInTop - firstInTop),
    +(places[i - 1]?.element.parent === parent),
    +(places[i + 1]?.element.parent === parent),
  );
  list(place, row);
  return row;
}

function inLd({ inLd }: Context, item: Measured): number {
  if (inLd === null) return -1;
  const text = squeezed(item.text.slice(0, 300));
  return text.length > 0 && inLd(text) ? 1 : 0;
}

/** How much the elements around a block hold. */
function containers(place: Place, long: number, row: number[]): void {
  let at: Place | null = place;
  for (let up = 0; up < 6; up++) {
    if (at === null) row.push(-1, -1, -1, -1);
    else row.push(at.long / Math.max(1, long), at.long / at.chars, at.blocks, at.linked / at.chars);
    at = at?.outer ?? null;
  }
}

const lists = new Set(["ul", "ol", "table", "dl"]);

/** How many items the list around this has, and how much of it is links and prose. */
function list(place: Place, row: number[]): void {
  let at: Place | null = place;
  for (let steps = 0; at !== null && steps < 6; steps++, at = at.outer)
    if (lists.has(at.element.tag)) {
      row.push(at.blocks, at.linked / Math.max(1, at.chars), at.long / Math.max(1, at.chars));
      return;
    }
  row.push(-1, -1, -1);
}
