import { describe, expect, it } from "vitest";
import { sentencesOf } from "./sentences.js";

const words = (text: string): string[] => sentencesOf(text).map((s) => text.slice(s.start, s.end));

describe("sentencesOf", () => {
  it.each([
    ["NEW HARBOUR, May 7, 2031 (CWA) - Fire broke out.", "Fire broke out."],
    ["LORNE (Coast Wire) — Fire broke out.", "Fire broke out."],
    ["PORT STELLA, 7 May. /NORAG/. Fire broke out.", "Fire broke out."],
    ["Fire in the docks\n\nNEW HARBOUR ― Fire broke out.", "Fire broke out."],
    ["OSLO, Norway -- Fire broke out.", "Fire broke out."],
  ])("sets the dateline of %s apart", (text, rest) => {
    expect(words(text).at(-1)).toBe(rest);
    expect(sentencesOf(text).at(-1)!.tokens[0]!.form).toBe("Fire");
  });
  it("leaves other openings whole", () => {
    expect(words("NATO — the alliance — said so.")).toHaveLength(1);
    expect(words("NATO said it would send two ships (or three) - at once.")).toHaveLength(1);
  });
  it("keeps tokens at their place in the text", () => {
    const text = "LORNE (Coast Wire) - Smoke rose over the docks.";
    for (const s of sentencesOf(text)) for (const t of s.tokens) expect(text.slice(t.start, t.end)).toBe(t.form);
  });
});
