import { describe, expect, it } from "vitest";
import { asserters, deniers, spanOf, whoSays } from "./index.js";

describe("sayings", () => {
  it("are quoted with what makes them a condition", () => {
    const text = "Unless it rains, the harvest fails.";
    const quote = (words: string) => {
      const start = text.indexOf(words);
      return { article: "a", start, end: start + words.length, text: words };
    };
    const cause = { cause: quote("it rains"), effect: quote("the harvest fails"), signal: [quote("Unless")] };
    const { start, end } = spanOf(cause);
    expect(text.slice(start, end)).toBe("Unless it rains, the harvest fails");
    expect(spanOf({ ...cause, signal: [{ ...quote("Unless"), article: "b" }] }).start).toBe(7);
  });

  it("tell who says so from who denies it", () => {
    const sayings = [
      { by: "A", denied: false },
      { by: "B", denied: true },
      { by: "A", denied: false },
    ];
    expect([asserters(sayings), deniers(sayings)]).toEqual([["A"], ["B"]]);
    expect(whoSays(sayings)).toBe("A; denied by B");
    expect(whoSays(sayings.slice(1, 2))).toBe("denied by B");
  });
});
