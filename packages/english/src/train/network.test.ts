import { expect, test } from "vitest";
import { type Example, Network } from "./network.js";
import { randomFrom } from "./random.js";

const sizes = { embedding: 8, hidden: 8, layers: 3, arc: 8, label: 8, tagLayer: 1 };
const none = { embedding: 0, hidden: 0, heads: 0 };

function example(features: number[][], tags: number[], heads: number[], labels: number[]): Example {
  return {
    features: features.map((rows) => Int32Array.from(rows)),
    hide: new Float32Array(features.length),
    tags: Int32Array.from(tags),
    heads: Int32Array.from(heads),
    labels: Int32Array.from(labels),
  };
}

const doubt = (second: number[], sure: number[]) => ({
  second: Int32Array.from(second),
  sure: Float32Array.from(sure),
});

const batch = [
  {
    ...example([[0, 3], [1, 4], [2]], [0, 1, 2], [1, 3, 1], [0, 1, 2]),
    doubts: {
      tags: doubt([1, 2, 0], [0.9, 0.6, 1]),
      heads: doubt([2, 0, 0], [0.5, 1, 0.7]),
      labels: doubt([1, 0, 0], [0.8, 1, 0.95]),
    },
  },
  example([[1], [2, 3], [0], [4, 5], [5]], [2, 2, 0, 1, 0], [1, 3, 3, 5, 3], [2, 2, 1, 0, 1]),
  example([[5, 0]], [1], [1], [0]),
];

const network = () => new Network(sizes, 6, 3, 3, 16, randomFrom(3), none);

const lossOf = (of: Network): number => {
  const losses = { words: 0, tag: 0, arc: 0, label: 0 };
  of.gradients(batch, losses);
  return losses.tag + losses.arc + losses.label;
};

test("gradients are those that small changes show", () => {
  const subject = network();
  subject.gradients(batch, { words: 0, tag: 0, arc: 0, label: 0 });
  const gradients = subject.parameters.map(({ gradient }) => gradient.data.slice());
  const random = randomFrom(5);
  for (const [p, { name, rows, cols, value }] of subject.parameters.entries())
    for (let sample = 0; sample < 6; sample++) {
      const at = Math.floor(random() * rows * cols);
      const before = value.data[at]!;
      const small = 1e-2;
      value.data[at] = before + small;
      const more = lossOf(subject);
      value.data[at] = before - small;
      const less = lossOf(subject);
      value.data[at] = before;
      const slope = (more - less) / (2 * small);
      expect(Math.abs(slope - gradients[p]![at]!), `${name} ${at}`).toBeLessThan(0.02 + 0.02 * Math.abs(slope));
    }
});

test("it learns what it is shown", () => {
  const subject = network();
  const first = lossOf(subject);
  for (const { gradient } of subject.parameters) gradient.data.fill(0);
  for (let i = 0; i < 300; i++) subject.learn(batch, 0.02, { words: 0, tag: 0, arc: 0, label: 0 });
  // Where the teachers doubt, no answer does without a loss: the least is their entropy.
  const least = Object.values(batch[0]!.doubts ?? {})
    .flatMap(({ sure }) => [...sure])
    .reduce((sum, p) => sum - p * Math.log(p) - (p === 1 ? 0 : (1 - p) * Math.log(1 - p)), 0);
  expect(lossOf(subject) - least).toBeLessThan(first / 20);
  expect(lossOf(subject)).toBeGreaterThan(least - 1e-3);
});
