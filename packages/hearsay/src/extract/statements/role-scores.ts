import { Features } from "./hashing.js";
import type { Page } from "./page.js";
import { type Group, groups, ownFeatures } from "./role-features.js";
import type { Weights } from "./weights.js";
import { labels, type View, viewOf, type Window } from "./window.js";

const L = labels.length;

export type RoleWeights = Pick<Weights, "roles" | "roleBits" | "roleScale">;

/** What the weights say of each token of a page in the windows of its cues: a score for each label. */
export class RoleScores {
  private readonly own: Features;
  private readonly kept: readonly Kept[];
  private windows = 0;

  constructor(
    private readonly page: Page,
    private readonly weights: RoleWeights,
  ) {
    this.own = new Features(weights.roleBits);
    this.kept = groups.map((group) => new Kept(group, group.keys(page), weights));
  }

  /** One row of label scores for each token of the window. */
  of(window: Window): Float64Array {
    const view = viewOf(this.page, window);
    const out = new Float64Array((window.to - window.from) * L);
    this.windows++;
    for (let t = window.from; t < window.to; t++) {
      const row = (t - window.from) * L;
      this.own.clear();
      for (const kept of this.kept) this.addGroup(kept, view, t, out, row);
      ownFeatures(view, t, this.own);
      addRows(this.own, this.weights.roles, out, row);
      for (let l = 0; l < L; l++) out[row + l]! *= this.weights.roleScale;
    }
    return out;
  }

  private addGroup(kept: Kept, view: View, t: number, out: Float64Array, row: number): void {
    const key = kept.group.keyOf(view, t);
    if (key < 0) kept.group.add(view, t, this.own);
    else {
      const sums = kept.sumsOf(key, this.windows, view, t);
      for (let l = 0; l < L; l++) out[row + l]! += sums[key * L + l]!;
    }
  }
}

/** The sums of one group by key, each made when first asked for. */
class Kept {
  private readonly sums: Float64Array;
  private readonly made: Int32Array;
  private readonly features: Features;

  constructor(
    readonly group: Group,
    keys: number,
    private readonly weights: RoleWeights,
  ) {
    this.sums = new Float64Array(keys * L);
    this.made = new Int32Array(keys);
    this.features = new Features(weights.roleBits);
  }

  /** All sums, that of `key` up to date. */
  sumsOf(key: number, window: number, view: View, t: number): Float64Array {
    const current = this.group.within === "page" ? 1 : window;
    if (this.made[key] === current) return this.sums;
    this.made[key] = current;
    for (let l = 0; l < L; l++) this.sums[key * L + l] = 0;
    this.features.clear();
    this.group.add(view, t, this.features);
    addRows(this.features, this.weights.roles, this.sums, key * L);
    return this.sums;
  }
}

/** Adds the rows of some features, four labels each, to a row of sums. */
function addRows({ slots, count }: Features, roles: Int8Array, to: Float64Array, row: number): void {
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
