import { Features } from "./hashing.js";
import type { Page } from "./page.js";
import { type Group, groups, ownFeatures } from "./role-features.js";
import type { Weights } from "./weights.js";
import { labels, type View, viewOf, type Window } from "./window.js";

const L = labels.length;

export type RoleWeights = Pick<Weights, "roles" | "roleBits" | "roleScale">;

/** What the weights say of each token of a page in the windows of its cues: a score for each label. */
export class RoleScores {
  private readonly features: Features;
  private readonly kept: readonly Kept[];
  private windows = 0;

  constructor(
    private readonly page: Page,
    private readonly weights: RoleWeights,
  ) {
    this.features = new Features(weights.roleBits);
    this.kept = groups.map((group) => new Kept(group, group.keys(page)));
  }

  /** One row of label scores for each token of the window. */
  of(window: Window): Float64Array {
    const view = viewOf(this.page, window);
    const out = new Float64Array((window.to - window.from) * L);
    this.windows++;
    for (let t = window.from; t < window.to; t++) {
      const row = (t - window.from) * L;
      for (const kept of this.kept) this.addGroup(kept, view, t, out, row);
      this.features.clear();
      ownFeatures(view, t, this.features);
      this.addSum(out, row);
      for (let l = 0; l < L; l++) out[row + l]! *= this.weights.roleScale;
    }
    return out;
  }

  private addGroup(kept: Kept, view: View, t: number, out: Float64Array, row: number): void {
    const { group, sums, made } = kept;
    const key = group.keyOf(view, t);
    const current = group.within === "page" ? 1 : this.windows;
    if (key < 0 || made[key] !== current) {
      this.features.clear();
      group.add(view, t, this.features);
      if (key < 0) return this.addSum(out, row);
      made[key] = current;
      sums.fill(0, key * L, key * L + L);
      this.addSum(sums, key * L);
    }
    for (let l = 0; l < L; l++) out[row + l]! += sums[key * L + l]!;
  }

  /** Adds the rows of the features at hand, four labels each, to a row of sums. */
  private addSum(to: Float64Array | Int32Array, row: number): void {
    const { roles } = this.weights;
    const { slots, count } = this.features;
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let i = 0; i < count; i++) {
      const slot = slots[i]! * L;
      a += roles[slot]!;
      b += roles[slot + 1]!;
      c += roles[slot + 2]!;
      d += roles[slot + 3]!;
    }
    to[row]! += a;
    to[row + 1]! += b;
    to[row + 2]! += c;
    to[row + 3]! += d;
  }
}

/** The sums of one group by key, and in which window each was made. */
class Kept {
  readonly sums: Int32Array;
  readonly made: Int32Array;

  constructor(
    readonly group: Group,
    keys: number,
  ) {
    this.sums = new Int32Array(keys * L);
    this.made = new Int32Array(keys);
  }
}
