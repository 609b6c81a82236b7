import type { Report } from "../tell/index.js";
import type { GraphKind } from "./file.js";
import { actorGraph } from "./graphs/actors.js";
import { causeGraph } from "./graphs/causes.js";
import { lineageGraph } from "./graphs/lineage.js";

export type Attribute = string | number | boolean;
export type Attributes = Readonly<Record<string, Attribute>>;

export interface GraphNode {
  readonly id: string;
  readonly label: string;
  readonly attributes: Attributes;
}

/** From `source` to `target`; every edge has `words`, and `references` that say where they stand. */
export interface GraphEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly label: string;
  /** How many places bear it out, or the share of words that two articles have in common. */
  readonly weight: number;
  readonly attributes: Attributes;
}

/** A directed graph; two nodes may have several edges between them. */
export interface Graph {
  readonly name: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** The graph of a kind in a report. */
export function graphOf(report: Report, kind: GraphKind): Graph {
  return { actors: actorGraph, lineage: lineageGraph, causes: causeGraph }[kind](report);
}

/** The attributes that nodes or edges have, each with the type of its values: one type a name. */
export function declared(all: readonly { readonly attributes: Attributes }[]): ReadonlyMap<string, AttributeType> {
  const types = new Map<string, AttributeType>();
  for (const { attributes } of all)
    for (const [name, value] of Object.entries(attributes))
      types.set(name, ({ number: "double", boolean: "boolean" } as const)[typeof value as "number"] ?? "string");
  return types;
}
export type AttributeType = "string" | "double" | "boolean";

/** Attributes without those that say nothing. */
export const known = (all: Readonly<Record<string, Attribute | null>>): Attributes =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null && value !== "")) as Attributes;
