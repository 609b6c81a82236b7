import fc from "fast-check";
import { expect, test } from "vitest";
import { extend, hashText } from "./hashing.js";

test("a hash goes on where its beginning ended", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(extend(hashText(a), b)).toBe(hashText(a + b));
    }),
  );
});
