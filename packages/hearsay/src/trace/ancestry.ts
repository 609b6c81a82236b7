import type { Descent } from "./parents.js";

/** Who took from whom so far. */
export class Ancestry {
  private readonly by = new Map<number, Descent[]>();
  constructor(parents: readonly Descent[]) {
    for (const parent of parents) this.add(parent);
  }
  add(one: Descent): void {
    const known = this.by.get(one.derived);
    if (known === undefined) this.by.set(one.derived, [one]);
    else known.push(one);
  }
  of(article: number): readonly Descent[] {
    return this.by.get(article) ?? [];
  }
  /** It is the other, or goes back to it, however far. */
  goesBackTo(article: number, other: number): boolean {
    const seen = new Set([article]);
    for (const at of seen) {
      if (at === other) return true;
      for (const { source } of this.of(at)) seen.add(source);
    }
    return false;
  }
}
