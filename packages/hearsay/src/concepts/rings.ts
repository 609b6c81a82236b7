import type { Arrow } from "./map.js";

/** Arrows that lead back to where they began. */
export interface Ring {
  /** Arrows by their place in the map, in order, the concept with the lowest number first. */
  readonly arrows: readonly number[];
  /** `reinforcing`: a rise brings a further rise; `balancing`: it brings a fall. */
  readonly kind: "reinforcing" | "balancing";
}

/** Rings of at most so many arrows are looked for, and at most so many are told; so many steps are taken. */
const [longest, most, steps] = [8, 100, 200_000];

/** The rings of a map, the shortest first. */
export function ringsOf(arrows: readonly Pick<Arrow, "from" | "to" | "sign">[]): readonly Ring[] {
  const out = new Map<number, number[]>();
  for (const [i, { from }] of arrows.entries()) out.set(from, [...(out.get(from) ?? []), i]);
  const rings: Ring[] = [];
  let left = steps;
  const visit = (first: number, at: number, way: readonly number[], seen: ReadonlySet<number>): void => {
    for (const i of out.get(at) ?? []) {
      const { to } = arrows[i]!;
      if (left-- <= 0 || rings.length >= most) return;
      if (to === first) rings.push({ arrows: [...way, i], kind: kindOf([...way, i], arrows) });
      else if (to > first && !seen.has(to) && way.length + 1 < longest)
        visit(first, to, [...way, i], new Set([...seen, to]));
    }
  };
  for (const first of [...out.keys()].sort((a, b) => a - b)) visit(first, first, [], new Set([first]));
  return rings.sort((a, b) => a.arrows.length - b.arrows.length);
}

const kindOf = (ring: readonly number[], arrows: readonly Pick<Arrow, "sign">[]): Ring["kind"] =>
  ring.reduce((sign, i) => sign * arrows[i]!.sign, 1) > 0 ? "reinforcing" : "balancing";
