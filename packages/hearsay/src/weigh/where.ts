import type { Comparison } from "./compare.js";
import type { Proposition } from "./propositions.js";
import { ofObject } from "./remember.js";

/**
 * Words for places of which one can be in one only, a kind a line; written for Hearsay. What holds others ("city", "island")
 * is not among them, nor is what is named: the one place may lie within the other.
 */
const kinds = `
strait sea ocean gulf lake
dock drydock port harbour harbor shipyard berth
airport airbase hangar
hospital clinic
prison jail cell custody
court courtroom
embassy consulate
home house flat apartment bed
office headquarters
school classroom university
church mosque temple
barracks bunker
stadium theatre theater cinema
`;
const kindOf = new Map(
  kinds
    .trim()
    .split("\n")
    .flatMap((line, kind) => line.split(" ").map((word) => [word, kind] as const)),
);

/** "Was still in dry dock in Stavrograd", "has been at the port": where somebody or something is told to be. */
const being =
  /\b(?:is|are|was|were|been|remained|remains|stayed|lay|docked|moored|anchored|berthed) (?:(?:still|already|then|now|also|all|safely|both) )*(?:in|at|on|off|inside|aboard) ((?:\w+ ){0,2}\w+)/;

const nowhere: ReadonlySet<number> = new Set();

/** The kinds of place that its words tell its subject to be in. */
const whereabouts = ofObject(({ wording }: Proposition): ReadonlySet<number> => {
  const told = being.exec(wording.join(" "))?.[1]?.split(" ") ?? [];
  return told.some((word) => kindOf.has(word)) ? new Set(told.flatMap((word) => kindOf.get(word) ?? [])) : nowhere;
});

/** It tells where somebody or something is. */
export const isPlaced = (p: Proposition): boolean => whereabouts(p).size > 0;

/** One and the same, no state, is told to have been in two places at one time, of which both say when. */
export function isTwoPlaces(a: Proposition, b: Proposition, c: Comparison): boolean {
  if (a.assertion.future || b.assertion.future || a.assertion.negated || b.assertion.negated) return false;
  if (![...a.subject].some((one) => b.subject.has(one) && !a.places.has(one))) return false;
  const [here, there] = [whereabouts(a), whereabouts(b)];
  if (here.size === 0 || there.size === 0 || [...here].some((kind) => there.has(kind))) return false;
  return c.times === "agree";
}
