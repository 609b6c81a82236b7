import { type Judgement, Union } from "../model/index.js";

/** What analysts decided about concepts, oldest first: `merge` and `split`, each naming wordings by id. */
export type Decisions = readonly Pick<Judgement, "kind" | "subjects">[];

/** The decisions among judgements that are about concepts. */
export const aboutConcepts = (judgements: Decisions): Decisions =>
  judgements.filter(
    ({ kind, subjects }) =>
      (kind === "merge" || kind === "split") && subjects.every((subject) => subject.startsWith("concept-")),
  );

/**
 * Wordings on their way to concepts, held to what analysts decided: of two decisions the later one counts, and each goes
 * before what wordings alone suggest. Whatever has become one with a wording that was decided about is decided with it.
 */
export class Joining {
  private readonly union: Union;
  private readonly reasons = new Map<number, string>();
  private readonly splits: (readonly [number, number])[] = [];
  /** Taken for something of their own: nothing joins them but a later judgement. */
  private readonly alone: number[] = [];

  constructor(units: readonly { readonly id: string }[], decided: Decisions) {
    this.union = new Union(units.length);
    if (decided.length === 0) return;
    const place = new Map(units.map(({ id }, i) => [id, i]));
    for (const { kind, subjects } of decided.toReversed()) {
      const meant = subjects.flatMap((id) => place.get(id) ?? []);
      if (kind === "merge") this.merge(meant);
      else if (subjects.length > 1) this.part(meant);
      else this.setApart(meant);
    }
  }

  /** Joins two wordings where nothing decided is against it; whether they are one now. */
  join(a: number, b: number, reason: string): boolean {
    if (this.isOne(a, b)) return true;
    if (this.alone.some((one) => this.isOne(one, a) || this.isOne(one, b))) return false;
    return this.unite(a, b, reason);
  }

  /** Why a wording was joined to an earlier one. */
  why = (unit: number): string | undefined => this.reasons.get(unit);

  groups = (): number[][] => this.union.groups();

  private isOne = (a: number, b: number): boolean => this.union.find(a) === this.union.find(b);

  private unite(a: number, b: number, reason: string): boolean {
    const parts = ([x, y]: readonly [number, number]): boolean =>
      (this.isOne(x, a) && this.isOne(y, b)) || (this.isOne(x, b) && this.isOne(y, a));
    if (this.splits.some(parts)) return false;
    this.union.join(a, b);
    this.reasons.set(Math.max(a, b), reason);
    return true;
  }

  private merge([first, ...others]: readonly number[]): void {
    for (const other of others) if (!this.isOne(first!, other)) this.unite(first!, other, "an analyst's judgement");
  }

  private part(meant: readonly number[]): void {
    for (const [i, a] of meant.entries())
      for (const b of meant.slice(i + 1)) if (!this.isOne(a, b)) this.splits.push([a, b]);
  }

  private setApart([one]: readonly number[]): void {
    const isMerged = one !== undefined && this.union.groups().some((set) => set.length > 1 && set.includes(one));
    if (one !== undefined && !isMerged) this.alone.push(one);
  }
}
