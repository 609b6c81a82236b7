import fc from "fast-check";
import { expect, test } from "vitest";
import { bySentence } from "./by-sentence.js";

const sentencesOf = (lengths: readonly number[]) => {
  let at = 0;
  return lengths.map((length) => {
    const start = at;
    at += length + 1;
    return { start, end: start + length, tokens: [] };
  });
};
const span = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 30 }))
  .map(([start, size]) => ({ start, end: start + size }));

test("finds by bisection what looking through everything finds", () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 8 });
  const lists = fc.array(fc.array(span, { maxLength: 3 }), { maxLength: 6 });
  fc.assert(
    fc.property(lengths, lists, (sizes, list) => {
      const sentences = sentencesOf(sizes);
      const slow = sentences.map(({ start, end }) =>
        list.filter((spans) => spans.some((s) => s.start < end && start < s.end)),
      );
      expect(bySentence(sentences, list, (spans) => spans)).toEqual(slow);
    }),
  );
});
