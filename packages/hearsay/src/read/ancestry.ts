import { hintNames } from "./hints.js";
import type { Element } from "./markup.js";
import type { Measured } from "./measured.js";

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

/** What an element's ancestors make of it, itself included. Found once an element, since blocks share most of theirs. */
export interface Surroundings {
  /** For each of `ancestryColumns`: how many steps up the nearest one is, 0 when there is none. */
  readonly steps: Uint8Array;
  /** A bit for each of the top elements that it is in. */
  readonly inTops: number;
  /** Steps up to the first element that the first top is in, and down from there to that top. */
  readonly up: number;
  readonly down: number;
}

const farthest = 40;

/** The surroundings of every block's element. `tops` are the elements that hold most of the prose, the first first. */
export function surroundingsIn(
  items: readonly Measured[],
  tops: readonly (Element | null)[],
): ReadonlyMap<Element, Surroundings> {
  const [top] = tops;
  const line = new Set<Element>();
  for (let at = top ?? null; at !== null; at = at.parent) line.add(at);
  const found = new Map<Element, Surroundings>();
  const around = (element: Element): Surroundings => {
    const known = found.get(element);
    if (known !== undefined) return known;
    const outer = element.parent === null ? null : around(element.parent);
    const inside = line.has(element);
    const one = {
      steps: stepsFrom(element, outer?.steps),
      inTops: tops.reduce((bits, one, i) => (one === element ? bits | (1 << i) : bits), outer?.inTops ?? 0),
      up: inside ? 0 : (outer?.up ?? 0) + 1,
      down: inside ? top!.depth - element.depth : (outer?.down ?? 0),
    };
    found.set(element, one);
    return one;
  };
  for (const { block } of items) around(block!.element);
  return found;
}

function stepsFrom({ tag, hints }: Element, outer: Uint8Array | undefined): Uint8Array {
  const steps = new Uint8Array(ancestryColumns.length);
  if (tag === "body" || tag === "html") return steps;
  if (outer !== undefined)
    for (let i = 0; i < steps.length; i++) steps[i] = outer[i]! > 0 && outer[i]! < farthest ? outer[i]! + 1 : 0;
  const own = ancestorIndex.get(tag);
  if (own !== undefined) steps[own] = 1;
  for (let bits = hints; bits !== 0; bits &= bits - 1) steps[ancestorTags.length + 31 - Math.clz32(bits & -bits)] = 1;
  return steps;
}

/** Steps on the way from an element to the first top, those down counting double; 99 for one far away. */
export const topDistance = ({ up, down }: Surroundings): number => (up < 60 ? up + down * 2 : 99);
