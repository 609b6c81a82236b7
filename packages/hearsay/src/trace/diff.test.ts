import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare } from "./index.js";

const a = {
  text: "The ferry Orla left Brannoc at noon with 84 people on board. Her captain radioed for help at 12:40. No one was hurt.",
};
const b = {
  text: "The ferry Orla left Brannoc at midday with 84 people on board. Her captain radioed for help at 12:40. Divers will look at the hull tomorrow.",
};
const said = (text: string, stretch: { start: number; end: number } | null) =>
  stretch === null ? null : text.slice(stretch.start, stretch.end);

describe("compare", () => {
  const diff = compare(a, b);
  it("shows a replaced word as changed, with both sides", () => {
    const changed = diff.a.filter((s) => s.change === "changed");
    expect(changed.map((s) => [said(a.text, s.a), said(b.text, s.b)])).toEqual([["noon", "midday"]]);
  });
  it("keeps what both have", () => {
    const kept = diff.b.filter((s) => s.change === "kept").map((s) => said(b.text, s.b));
    expect(kept[0]).toBe("The ferry Orla left Brannoc at");
    expect(diff.b.filter((s) => s.change === "kept").every((s) => said(a.text, s.a) === said(b.text, s.b))).toBe(true);
  });
  it("tells what was dropped and what was added", () => {
    const dropped = diff.a.filter((s) => s.change === "dropped").map((s) => said(a.text, s.a));
    const added = diff.b.filter((s) => s.change === "added").map((s) => said(b.text, s.b));
    expect(dropped).toEqual(["No one was hurt."]);
    expect(added).toEqual(["Divers will look at the hull tomorrow."]);
  });
  it("takes no words of two sentences for other words for the same", () => {
    const [x, y] = [
      "Her captain radioed the harbour master. Divers looked at the hull of the ferry for two hours.",
      "Her captain radioed the harbour boss. Swimmers looked at the hull of the ferry for two hours.",
    ];
    const changed = compare({ text: x! }, { text: y! }).a.filter((s) => s.change === "changed");
    expect(changed.map((s) => [said(x!, s.a), said(y!, s.b)])).toEqual([
      ["master", "boss"],
      ["Divers", "Swimmers"],
    ]);
  });
  it("covers all of a text compared with itself, and nothing of an empty one", () => {
    expect(compare(a, a).cover).toEqual({ a: 1, b: 1 });
    expect(compare(a, { text: "" })).toMatchObject({ b: [], cover: { a: 0, b: 0 } });
  });
  it("gives each side's segments in order, none overlapping, for any texts", () => {
    const sentence = fc.constantFrom(
      ...a.text.split(/(?<=\.) /u),
      ...b.text.split(/(?<=\.) /u),
      "Ünïcode “quotes” 3,5!",
    );
    const text = fc.array(sentence, { maxLength: 6 }).map((parts) => parts.join(" "));
    fc.assert(
      fc.property(text, text, (x, y) => {
        const { a: left, b: right } = compare({ text: x }, { text: y });
        for (const stretches of [left.map((s) => s.a), right.map((s) => s.b)])
          stretches.forEach((s, i) => {
            expect(s!.start).toBeLessThan(s!.end);
            if (i > 0) expect(stretches[i - 1]!.end).toBeLessThanOrEqual(s!.start);
          });
      }),
      { numRuns: 50 },
    );
  });
});
