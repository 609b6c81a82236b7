import { hintNames } from "./hints.js";
import type { Element } from "./markup.js";
import { isLong, type Measured } from "./measured.js";

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
const ancestorIndex = new Map(ancestorTags.map((tag, index) => [tag, index]));

/** Names of the columns that `Surroundings.steps` fills, in order. */
export const ancestryColumns: readonly string[] = [
  ...ancestorTags.map((tag) => `in-${tag}`),
  ...hintNames.map((name) => `hint-${name}`),
];

/**
 * An element that holds blocks, with what its ancestors make of it and what it holds, blocks of its descendants
 * included. Found once an element, since blocks share most of their ancestors.
 */
export interface Place {
  readonly element: Element;
  readonly outer: Place | null;
  /** For each of `ancestryColumns`: how many steps up the nearest one is, itself included, 0 when there is none. */
  readonly steps: readonly number[];
  /** The same of elements in it that say nothing of themselves; null until one asks. */
  inner: readonly number[] | null;
  /** Characters in all, in links, in long prose; blocks. */
  chars: number;
  linked: number;
  long: number;
  blocks: number;
  /** A bit for each of the top elements that it is in. */
  inTops: number;
  /** Steps up to the first element that the first top is in, and down from there to that top. */
  up: number;
  down: number;
}

/** The places of a page. */
export interface Places {
  readonly ofBlock: readonly Place[];
  /** Outer ones before those in them. */
  readonly all: readonly Place[];
}

/** Finds the places of a page's blocks and marks those in its top elements: see `topPlace`. */
export function placesOf(items: readonly Measured[], shares: readonly number[]): Places {
  const known = new Map<Element, Place>();
  const ofBlock = items.map((item) => {
    const place = placeOf(item.block!.element, known);
    place.chars += item.text.length;
    place.linked += item.block!.linked;
    place.long += isLong(item) ? item.text.length : 0;
    place.blocks++;
    return place;
  });
  const places = { ofBlock, all: [...known.values()] };
  for (const place of places.all.toReversed()) if (place.outer !== null) addTo(place.outer, place);
  markTops(
    places,
    shares.map((share) => topPlace(places, share)),
  );
  return places;
}

const nowhere: readonly number[] = new Array(ancestryColumns.length).fill(0);

function placeOf(element: Element, known: Map<Element, Place>): Place {
  const found = known.get(element);
  if (found !== undefined) return found;
  const outer = element.parent === null ? null : placeOf(element.parent, known);
  const steps = stepsFrom(element, outer);
  const place = {
    element,
    outer,
    steps,
    inner: null,
    chars: 0,
    linked: 0,
    long: 0,
    blocks: 0,
    inTops: 0,
    up: 0,
    down: 0,
  };
  known.set(element, place);
  return place;
}

function addTo(outer: Place, inner: Place): void {
  outer.chars += inner.chars;
  outer.linked += inner.linked;
  outer.long += inner.long;
  outer.blocks += inner.blocks;
}

/** The deepest place that still holds this share of the long prose; null without any. */
function topPlace({ ofBlock, all }: Places, share: number): Place | null {
  const total = ofBlock.length === 0 ? 0 : all[0]!.long;
  const rich = all.filter(({ long }) => total > 0 && long >= total * share);
  return rich.reduce<Place | null>(
    (top, one) => (top === null || one.element.depth > top.element.depth ? one : top),
    null,
  );
}

function markTops({ all }: Places, tops: readonly (Place | null)[]): void {
  const [top] = tops;
  const line = new Set<Place>();
  for (let at = top ?? null; at !== null; at = at.outer) line.add(at);
  for (const place of all) {
    const { outer } = place;
    const inside = line.has(place);
    place.up = inside ? 0 : (outer?.up ?? 0) + 1;
    place.down = inside ? top!.element.depth - place.element.depth : (outer?.down ?? 0);
    place.inTops = outer?.inTops ?? 0;
    for (let i = 0; i < tops.length; i++) if (tops[i] === place) place.inTops |= 1 << i;
  }
}

const farthest = 40;

function stepsFrom({ tag, hints }: Element, outer: Place | null): readonly number[] {
  if (tag === "body" || tag === "html") return nowhere;
  const own = ancestorIndex.get(tag);
  const inherited = outer === null ? nowhere : innerOf(outer);
  if (own === undefined && hints === 0) return inherited;
  const steps = inherited.slice();
  if (own !== undefined) steps[own] = 1;
  for (let bits = hints; bits !== 0; bits &= bits - 1) steps[ancestorTags.length + 31 - Math.clz32(bits & -bits)] = 1;
  return steps;
}

function innerOf(place: Place): readonly number[] {
  const { steps } = place;
  place.inner ??= steps === nowhere ? nowhere : steps.map((up) => (up > 0 && up < farthest ? up + 1 : 0));
  return place.inner;
}

/** Steps on the way from a place to the first top, those down counting double; 99 for one far away. */
export const topDistance = ({ up, down }: Place): number => (up < 60 ? up + down * 2 : 99);
