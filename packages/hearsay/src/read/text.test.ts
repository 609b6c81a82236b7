import { describe, expect, it } from "vitest";
import { finderIn, squeezed } from "./text.js";

describe("looking for pieces of a text", () => {
  it("finds those that stand in it, letters and digits alone compared", () => {
    const stands = finderIn(squeezed("“Pier 4 closes,” the harbour master of Łódź said."));
    expect(["pier 4: closes", "ŁÓDŹ", ""].map((piece) => stands(squeezed(piece)))).toEqual([true, true, true]);
    expect(stands(squeezed("Pier 5 closes"))).toBe(false);
  });
  it("ends after a while, however many there are", () => {
    const began = performance.now();
    const stands = finderIn("the ferry to tolm is late ".repeat(400_000));
    for (let i = 0; i < 60_000; i++) stands(`the ferry to lund is late ${i}`);
    expect(stands("the ferry")).toBe(false);
    expect(performance.now() - began).toBeLessThan(30_000);
  });
});
