import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentHash, stableId } from "./ids.js";

describe("contentHash", () => {
  it("is SHA-256", () => {
    expect(contentHash("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });

  it("is the same of a text and of its UTF-8 bytes", () => {
    const text = "Straße, 海峡, 🚢";
    expect(contentHash(new TextEncoder().encode(text))).toBe(contentHash(text));
  });
});

describe("stableId", () => {
  it("does not change between versions: stored judgements name records by it", () => {
    expect(stableId("claim", "article-1", 12, 40)).toBe("claim-809e2d1b1c94");
  });

  it("is the prefix and twelve hex digits", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.integer())), (parts) => {
        expect(stableId("event", ...parts)).toMatch(/^event-[0-9a-f]{12}$/);
      }),
    );
  });

  it("tells apart where one part ends and the next begins, and their order", () => {
    expect(stableId("e", "ab", "c")).not.toBe(stableId("e", "a", "bc"));
    expect(stableId("e", "a", "b")).not.toBe(stableId("e", "b", "a"));
    expect(stableId("e", "a")).not.toBe(stableId("e", "a", ""));
  });
});
