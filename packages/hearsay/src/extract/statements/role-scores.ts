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
    const total = new Int32Array(L);
    this.windows++;
    for (let t = window.from; t < window.to; t++) {
      total.fill(0);
      for (const kept of this.kept) this.addGroup(kept, view, t, total);
      this.features.clear();
      ownFeatures(view, t, this.features);
      this.addSum(total, 0);
      for (let l = 0; l < L; l++) out[(t - window.from) * L + l] = total[l]! * this.weights.roleScale;
    }
    return out;
  }

  private addGroup({ group, sums, made }: Kept, view: View, t: number, total: Int32Array): void {
    const key = group.keyOf(view, t);
    const current = group.within === "page" ? 1 : this.windows;
    const isMade = key >= 0 && made[key] === current;
    if (!isMade) {
      this.features.clear();
      group.add(view, t, this.features);
    }
    if (key < 0) this.addSum(total, 0);
    else {
      if (!isMade) {
        made[key] = current;
        sums.fill(0, key * L, key * L + L);
        this.addSum(sums, key * L);
      }
      for (let l = 0; l < L; l++) total[l]! += sums[key * L + l]!;
    }
  }

  /** Adds the rows of the features at hand, four labels each, to a row of sums. */
  private addSum(to: Int32Array, row: number): void {
    const { roles } = this.weights;
    const { slots, count } = this.features;
    for (let i = 0; i < count; i++) {
      const slot = slots[i]! * L;
      to[row]! += roles[slot]!;
      to[row + 1]! += roles[slot + 1]!;
      to[row + 2]! += roles[slot + 2]!;
      to[row + 3]! += roles[slot + 3]!;
    }
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
