import { type Readers, readingsOf } from "../decode.js";
import { surroundingsOf, VerdictFeatures } from "../verdict-features.js";
import type { GoldPage } from "./gold.js";
import type { Example } from "./regression.js";

/** The readings of a page by models that did not see it, each with whether its cue is one. */
export function verdictsIn({ page, gold }: GoldPage, readers: Readers, bits: number): Example[] {
  const heads = new Set(gold.map((g) => g.head));
  const readings = readingsOf(page, readers);
  const around = surroundingsOf(readings);
  const features = new VerdictFeatures(bits);
  return readings.map((a) => {
    const { slots, count } = features.of(page, a, around);
    return { slots: slots.slice(0, count), positive: heads.has(a.head) };
  });
}
