import { describe, expect, it } from "vitest";
import { paragraphsOf } from "./flat.js";

describe("paragraphsOf", () => {
  const wrapped = [
    "The council of Ferryville said on Tuesday that the harbour",
    "would be closed for repairs until the end of next spring and",
    "that boats should use the pier of Port Ellery, which has been",
    "open since the first week of March after a long winter storm",
  ];
  it("joins lines that were only wrapped", () => {
    const text = [...wrapped, "", ...wrapped, ""].join("\n");
    expect(paragraphsOf(text)).toEqual([wrapped.join(" "), wrapped.join(" ")]);
  });
  it("cuts a line without sentences into pieces of whole characters", () => {
    const line = `x${"😀".repeat(120_000)}`;
    const pieces = paragraphsOf(line);
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join("")).toBe(line);
    expect(pieces.filter((piece) => /\p{Cs}/u.test(piece))).toEqual([]);
  });
  it("joins megabytes of them in a moment", () => {
    const started = performance.now();
    const lines = Array.from({ length: 30_000 }, () => wrapped).flat();
    expect(paragraphsOf(lines.join("\n")).length).toBeGreaterThan(50);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
