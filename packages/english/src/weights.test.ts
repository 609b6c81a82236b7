import { expect, test } from "vitest";
import { Network } from "./train/network.js";
import { randomFrom } from "./train/random.js";
import { readWeights, writeWeights } from "./weights.js";

test("weights come back within half a step of their scale, biases exactly", () => {
  const shape = { embedding: 8, hidden: 8, layers: 2, arc: 8, label: 8, tagLayer: 1 };
  const network = new Network(shape, 5, 3, 4, 16, randomFrom(1), { embedding: 0, hidden: 0, heads: 0 });
  for (const { value } of network.parameters) value.data.set(value.data.map((x, i) => x + 0.001 * i));
  const learnt = network.learnt();
  const weights = readWeights(writeWeights(shape, network.tagColumns, network.labelColumns, learnt));
  expect(weights.shape).toEqual(shape);
  expect([...weights.layers[1]!.bias]).toEqual([...learnt[4]!.data]);
  const { rows, cols, bytes, scales } = weights.layers[1]!.weights;
  expect([rows, cols]).toEqual([16, 32]);
  bytes.forEach((byte, i) => {
    const scale = scales[i % cols]!;
    expect(Math.abs(byte * scale - learnt[3]!.data[i]!)).toBeLessThanOrEqual(scale * 0.5001);
  });
  const { embedding } = weights;
  embedding.bytes.forEach((byte, i) => {
    const scale = embedding.scales[Math.floor(i / embedding.cols)]!;
    expect(Math.abs(byte * scale - learnt[0]!.data[i]!)).toBeLessThanOrEqual(scale * 0.5001);
  });
});
