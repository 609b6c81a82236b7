import { Features } from "../hashing.js";
import type { Page } from "../page.js";
import { roleFeatures } from "../role-features.js";
import { CONTENT, CUE, OUTSIDE, SOURCE, type Window, windowOf } from "../window.js";
import { Field, type Sequence } from "./field.js";
import type { GoldAttribution, GoldPage } from "./gold.js";
import { meanOf, shuffle } from "./regression.js";

/** Learns labels around gold cues. The mean of `rounds` runs. */
export function learnRoles(
  pages: readonly GoldPage[],
  bits: number,
  epochs: number,
  rounds: number,
  random: () => number,
): { roles: Float32Array; transitions: Float32Array } {
  const sequences = pages.flatMap(({ page, gold }) => gold.map((g) => sequenceOf(page, g, bits)));
  const [roles, transitions] = meanOf(rounds, () => learnOnce(sequences, bits, epochs, random));
  return { roles: roles!, transitions: transitions! };
}

function learnOnce(sequences: Sequence[], bits: number, epochs: number, random: () => number): Float32Array[] {
  const field = new Field(bits, random);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(sequences, random);
    let [wrong, all] = [0, 0];
    for (const sequence of sequences) {
      wrong += field.learn(sequence);
      all += sequence.truth.length;
    }
    console.error(`roles epoch ${epoch + 1}: ${((100 * wrong) / all).toFixed(2)} % of ${all} labels unlikely`);
  }
  return [field.roles, field.transitions];
}

function sequenceOf(page: Page, gold: GoldAttribution, bits: number): Sequence {
  const window = windowOf(page, gold.head);
  const features = new Features(bits);
  const offsets = new Int32Array(window.to - window.from + 1);
  const parts: Int32Array[] = [];
  let total = 0;
  roleFeatures(page, window, features, (t) => {
    parts.push(features.slots.slice(0, features.count));
    total += features.count;
    offsets[t - window.from + 1] = total;
  });
  const slots = new Int32Array(total);
  parts.forEach((part, i) => {
    slots.set(part, offsets[i]!);
  });
  return { page, window, truth: truthOf(window, gold), slots, offsets };
}

function truthOf({ from, to }: Window, gold: GoldAttribution): Uint8Array {
  return Uint8Array.from({ length: to - from }, (_, i) => {
    const t = from + i;
    return gold.cue.has(t) ? CUE : gold.content.has(t) ? CONTENT : gold.source.has(t) ? SOURCE : OUTSIDE;
  });
}
