import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinPhrases, type Phrase, wordingId } from "./join.js";
import type { Decisions } from "./judged.js";
import { partiesOf } from "./parties.js";
import { readPhrase } from "./phrase.js";

const parties = partiesOf([]);
const phrases = (...texts: string[]): Phrase[] =>
  texts.map((text, start) => {
    const variable = readPhrase(text, parties)!;
    return { text, article: "a", start, end: start + text.length, variable };
  });

describe("judging concepts", () => {
  const given = phrases("grain prices rise", "bread costs more", "Iran's regime falls", "this regime falls");
  const [a, b, c, d] = given.map(({ text }) => wordingId(text)) as [string, string, string, string];
  const sets = (...decided: Decisions) => joinPhrases(given, decided).conceptOf;

  it("does as analysts decided", () => {
    expect(sets()).toEqual([0, 1, 2, 2]);
    expect(sets(...merge(a, b), ...split(c, d))).toEqual([0, 0, 1, 2]);
    expect(sets(...split(d))).toEqual([0, 1, 2, 3]);
  });

  it("lets the later of two decisions count, and one hold for all that its wording has become", () => {
    expect(sets(...merge(a, c), ...split(a, c))).toEqual([0, 1, 2, 2]);
    expect(sets(...split(a, c), ...merge(a, c))).toEqual([0, 1, 0, 0]);
    expect(sets(...split(c), ...merge(c, d))).toEqual([0, 1, 2, 2]);
    expect(sets(...merge(a, b), ...merge(b, c))).toEqual([0, 0, 0, 0]);
    expect(sets(...merge("concept-gone", a))).toEqual([0, 1, 2, 2]);
  });

  it("takes one of the same words out without parting the others", () => {
    const same = phrases("grain prices rise", "rising grain prices", "the rise in grain prices");
    const ids = same.map(({ text }) => wordingId(text));
    expect(joinPhrases(same).conceptOf).toEqual([0, 0, 0]);
    expect(joinPhrases(same, split(ids[0]!)).conceptOf).toEqual([0, 1, 1]);
  });

  it("keeps ids and decisions whatever is added later", () => {
    const more = [...given, ...phrases("rising grain prices", "the fall of Norland's regime")];
    const before = joinPhrases(given, merge(a, b)).concepts.map(({ id }) => id);
    expect(
      joinPhrases(more, merge(a, b))
        .concepts.slice(0, before.length)
        .map(({ id }) => id),
    ).toEqual(before);
  });

  it("holds to every decision, in any story", () => {
    const texts = [
      "grain prices rise",
      "rising grain prices",
      "bread costs more",
      "Iran's regime falls",
      "this regime falls",
    ];
    const decision = fc.record({
      kind: fc.constantFrom("merge" as const, "split" as const),
      subjects: fc.uniqueArray(fc.constantFrom(...texts.map(wordingId)), { minLength: 2, maxLength: 2 }),
    });
    fc.assert(
      fc.property(
        fc.array(decision, { maxLength: 6 }),
        fc.shuffledSubarray(texts, { minLength: 5 }),
        (decided, order) => {
          const { conceptOf } = joinPhrases(phrases(...order), decided);
          const last = decided.at(-1);
          if (last === undefined) return;
          const [x, y] = last.subjects.map((id) => conceptOf[order.findIndex((text) => wordingId(text) === id)]);
          expect(x === y).toBe(last.kind === "merge");
        },
      ),
    );
  });
});

const merge = (...subjects: string[]): Decisions => [{ kind: "merge", subjects }];
const split = (...subjects: string[]): Decisions => [{ kind: "split", subjects }];
