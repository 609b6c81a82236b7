import type { WeightedArrow } from "./network.js";

/** A concept's place in a map. */
export interface Place {
  /** Sums of the absolute weights of the arrows that lead to it and away from it. */
  readonly indegree: number;
  readonly outdegree: number;
  /** Both together. */
  readonly centrality: number;
  /** `transmitter`: nothing leads to it; `receiver`: it leads to nothing; `alone` neither. */
  readonly kind: "transmitter" | "receiver" | "ordinary" | "alone";
}

export interface Structure {
  readonly places: readonly Place[];
  readonly concepts: number;
  readonly arrows: number;
  /** Arrows drawn, those without weight included, over those that could be between different concepts; 0 with fewer than two. */
  readonly density: number;
  readonly perConcept: number;
  readonly transmitters: number;
  readonly receivers: number;
  readonly ordinary: number;
  /** Receivers over transmitters (Özesmi 2004); null without transmitters. */
  readonly complexity: number | null;
}

/** What Mental Modeler and FCMapper measure of a map's form. Arrows without weight make no concept a cause. */
export function structureOf(size: number, arrows: readonly WeightedArrow[]): Structure {
  const [into, out] = [new Float64Array(size), new Float64Array(size)];
  for (const { from, to, weight } of arrows) {
    out[from]! += Math.abs(weight);
    into[to]! += Math.abs(weight);
  }
  const places = Array.from(into, (indegree, i): Place => {
    const outdegree = out[i]!;
    return { indegree, outdegree, centrality: indegree + outdegree, kind: kindOf(indegree, outdegree) };
  });
  const count = (kind: Place["kind"]): number => places.filter((place) => place.kind === kind).length;
  const [transmitters, receivers] = [count("transmitter"), count("receiver")];
  return {
    places,
    concepts: size,
    arrows: arrows.length,
    density: size < 2 ? 0 : arrows.length / (size * (size - 1)),
    perConcept: size === 0 ? 0 : arrows.length / size,
    transmitters,
    receivers,
    ordinary: count("ordinary"),
    complexity: transmitters === 0 ? null : receivers / transmitters,
  };
}

function kindOf(indegree: number, outdegree: number): Place["kind"] {
  if (indegree === 0) return outdegree === 0 ? "alone" : "transmitter";
  return outdegree === 0 ? "receiver" : "ordinary";
}
