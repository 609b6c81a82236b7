import { describe, expect, it } from "vitest";
import type { Arrow, CausalMap } from "../concepts/index.js";
import type { Report } from "../tell/index.js";
import { asForm, mentalMapOf } from "./causal.js";

const said = (by: string, denied: boolean) => ({
  ...{ cause: by, article: "a", origin: null, by, entity: null, side: null, voice: by },
  ...{ hedged: false, conditional: false, denied },
});
const arrow = (to: number, sign: 1 | -1, sayings: Arrow["sayings"]): Arrow => ({
  ...{ from: 0, to, sign, sayings, voices: 1, denials: 1, origins: 1, strength: 0.5, opposite: null },
});
const concept = (name: string) => ({ id: name, name, wordings: [] });
const leftOut = { unsure: [], purpose: [], pointing: [], actor: [], same: [], long: [] };
const map: CausalMap = {
  concepts: [concept("rain"), concept("harvest"), concept("fog")],
  arrows: [
    arrow(1, 1, [said("Ana", true), said("Ben", false)]),
    arrow(1, -1, [said("Cleo", false)]),
    arrow(2, 1, [said("Dov", true)]),
  ],
  leftOut,
};
const report = { story: { name: "s" }, articles: [], causes: [] } as unknown as Report;

describe("a map written", () => {
  it("names those who deny an arrow as such", () => {
    const [rain] = mentalMapOf(map, report).concepts;
    expect(rain!.arrows.map(({ notes }) => notes)).toEqual(["+ Ben; denied by Ana | − Cleo", "denied by Dov"]);
    const svg = asForm(map, report, "svg");
    expect(svg).toContain("+ Ben<");
    expect(svg).toContain("Ben; denied by Ana");
    expect(svg).toContain("+ denied by Dov");
  });
});
