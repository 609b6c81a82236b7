import type { Derivation } from "../model/index.js";
import { compareText } from "./library.js";

/** Rings longer than this are reported by their shortest part only. */
const longestRing = 8;
const mostRings = 100;

/** Articles that cite one another in a ring: each in citing order from its smallest id, the first repeated last. */
export function circlesOf(derivations: readonly Derivation[]): string[][] {
  const cites = new Map<string, string[]>();
  for (const { kind, derived, source } of derivations)
    if (kind === "cites" && source !== null)
      cites.set(derived, [...(cites.get(derived) ?? []), source].sort(compareText));
  const rings: string[][] = [];
  for (const start of [...cites.keys()].sort(compareText)) {
    const ring = ringFrom(start, cites);
    if (ring !== null && rings.length < mostRings) rings.push(ring);
  }
  return rings;
}

/** The shortest ring through `start` in which no id is smaller; null if there is none. */
function ringFrom(start: string, cites: ReadonlyMap<string, readonly string[]>): string[] | null {
  const seen = new Set([start]);
  let paths: string[][] = [[start]];
  for (let length = 1; length <= longestRing && paths.length > 0; length++) {
    const next: string[][] = [];
    for (const path of paths)
      for (const to of cites.get(path.at(-1)!) ?? []) {
        if (to === start && path.length > 1) return [...path, start];
        if (to < start || seen.has(to)) continue;
        seen.add(to);
        next.push([...path, to]);
      }
    paths = next;
  }
  return null;
}
