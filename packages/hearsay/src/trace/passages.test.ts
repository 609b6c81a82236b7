import { describe, expect, it } from "vitest";
import type { Derivation } from "../model/index.js";
import { takenPassages } from "./passages.js";

const quote = (article: string, start: number, end: number) => ({ article, start, end, text: "" });
const derivation = (kind: Derivation["kind"], places: readonly (readonly [number, number])[]): Derivation => ({
  derived: "b",
  source: "a",
  outlet: null,
  kind,
  score: 1,
  probability: 1,
  direction: "known",
  reasons: [],
  passages: places.map(([b, a]) => ({ derived: quote("b", b, b + 100), source: quote("a", a, a + 100) })),
});

describe("takenPassages", () => {
  it("joins neighbours on both sides and leaves out a lone short sentence beside them", () => {
    const found = takenPassages(
      derivation("copy", [
        [0, 1000],
        [150, 1120],
        [9000, 20],
      ]),
    );
    expect(found).toEqual([{ derived: { start: 0, end: 250 }, source: { start: 1000, end: 1220 } }]);
  });
  it("takes sentences that lie together and go back to places strewn over a text for one summary", () => {
    const summary: [number, number][] = [
      [0, 9000],
      [120, 0],
      [240, 4000],
      [360, 2000],
    ];
    const whole = { derived: { start: 0, end: 460 }, source: { start: 0, end: 9100 } };
    expect(takenPassages(derivation("rewrite", summary))).toEqual([whole]);
    const apart = summary.map(([d, s]): [number, number] => [20 * d, s]);
    expect(takenPassages(derivation("rewrite", apart))).toHaveLength(4);
  });
  it("keeps a short passage that is all there is", () => {
    expect(takenPassages(derivation("excerpt", [[5, 7]]))).toHaveLength(1);
  });
  it("leaves citations as they are", () => {
    expect(
      takenPassages(
        derivation("cites", [
          [0, 0],
          [150, 150],
        ]),
      ),
    ).toHaveLength(2);
  });
});
