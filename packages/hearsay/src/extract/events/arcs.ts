import type { Token } from "@hearsay/english";
import { baseOf } from "../tree.js";

export interface Arc {
  readonly head: number;
  readonly deprel: string;
  /** The relation without its subtype. */
  readonly base: string;
}
export interface View {
  readonly tokens: Token[];
  readonly arcs: Arc[];
  /** Dependents of each token; null when an arc has changed since they were listed. */
  kids: readonly (readonly number[])[] | null;
}

export const arcOf = (head: number, deprel: string): Arc => ({ head, deprel, base: baseOf(deprel) });

export function hang(view: View, i: number, head: number, deprel: string): void {
  view.arcs[i] = arcOf(head, deprel);
  view.kids = null;
}

export const isVerb = (view: View, i: number): boolean => view.tokens[i]!.upos === "VERB";
export const isNoun = (view: View, i: number): boolean => ["NOUN", "PROPN", "NUM"].includes(view.tokens[i]!.upos);

export function allKids(view: View, i: number): readonly number[] {
  view.kids ??= listed(view.arcs);
  return view.kids[i] ?? [];
}

function listed(arcs: readonly Arc[]): number[][] {
  const kids: number[][] = arcs.map(() => []);
  for (let i = 0; i < arcs.length; i++) if (arcs[i]!.head >= 0) kids[arcs[i]!.head]?.push(i);
  return kids;
}

/** Dependents whose relation, without its subtype, is one of those given. */
export function kidsOf(view: View, i: number, ...relations: readonly string[]): number[] {
  const found: number[] = [];
  for (const kid of allKids(view, i)) if (relations.includes(view.arcs[kid]!.base)) found.push(kid);
  return found;
}
