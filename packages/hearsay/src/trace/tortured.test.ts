import { describe, expect, it } from "vitest";
import { torturedIn } from "./tortured.js";

describe("torturedIn", () => {
  it("finds phrases nobody writes and says what they likely were", () => {
    const { phrases } = torturedIn("The ferry offered positive aspects. The highest stage of the flood came at noon.");
    expect(phrases.map(({ words, likely }) => [words, likely])).toContainEqual(["highest stage", "highest level"]);
    for (const { start, end, words } of phrases)
      expect("The ferry offered positive aspects. The highest stage of the flood came at noon.".slice(start, end)).toBe(
        words,
      );
  });
  it("leaves plain text, names, quotations and empty text alone", () => {
    expect(torturedIn("")).toEqual({ phrases: [], rate: 0, spun: false });
    expect(torturedIn("“The highest stage,” he said.").phrases).toEqual([]);
    const plain =
      "The coastguard said the ship ran aground before dawn. Nobody was hurt, and the harbour stays closed.";
    expect(torturedIn(plain).spun).toBe(false);
  });
  it("does not stumble over hostile text", () => {
    expect(torturedIn("aspect ".repeat(100_000)).phrases.length).toBeLessThan(3);
  });
});
