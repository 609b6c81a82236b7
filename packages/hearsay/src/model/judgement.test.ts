import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Judgement, judgementKinds, standing } from "./judgement.js";

const made = (id: string, kind: Judgement["kind"], ...subjects: readonly string[]): Judgement => ({
  ...{ id, kind, subjects, value: null },
  ...{ who: "Ada", when: "2031-03-14T10:00:00Z", why: null },
});
const idsOf = (...judgements: readonly Judgement[]) => standing(judgements).map(({ id }) => id);

describe("judgements that count", () => {
  it("a withdrawn one does not, and does again when its withdrawal is withdrawn", () => {
    const reject = made("1", "reject", "a");
    expect(idsOf(reject, made("2", "withdraw", "1"))).toEqual([]);
    expect(idsOf(reject, made("2", "withdraw", "1"), made("3", "withdraw", "2"))).toEqual(["1"]);
  });
  it("what is accepted later is rejected no more; what is rejected after that is", () => {
    const [first, accept, again] = [made("1", "reject", "a", "b"), made("2", "accept", "a"), made("3", "reject", "a")];
    expect(standing([first, accept])[0]?.subjects).toEqual(["b"]);
    expect(idsOf(first, accept, again)).toEqual(["1", "2", "3"]);
  });
  it("splitting takes out of a merging made before", () => {
    expect(idsOf(made("1", "merge", "a", "b"), made("2", "split", "b"))).toEqual(["2"]);
    expect(idsOf(made("1", "split", "b"), made("2", "merge", "a", "b"))).toEqual(["1", "2"]);
  });
  it("splitting two from each other leaves the merging of one of them with a third", () => {
    const split = made("2", "split", "a", "b");
    expect(idsOf(made("1", "merge", "a", "x"), split)).toEqual(["1", "2"]);
    expect(standing([made("1", "merge", "a", "b", "c", "d"), split])[0]?.subjects).toEqual(["c", "d"]);
  });
  it("are a part of those given, in their order, without withdrawals, however often that is asked", () => {
    const any = fc.array(
      fc.tuple(fc.constantFrom(...judgementKinds), fc.array(fc.nat(12).map(String), { maxLength: 3 })),
    );
    fc.assert(
      fc.property(any, (list) => {
        const all = list.map(([kind, subjects], i) => made(String(i), kind, ...subjects));
        const counting = standing(all);
        expect(counting.every(({ kind }) => kind !== "withdraw")).toBe(true);
        expect(counting.map(({ id }) => Number(id))).toEqual(
          counting.map(({ id }) => Number(id)).toSorted((a, b) => a - b),
        );
        expect(standing(counting)).toEqual(counting);
      }),
    );
  });
});
