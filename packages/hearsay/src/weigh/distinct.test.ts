import { expect, test } from "vitest";
import type { Assertion } from "../model/index.js";
import { distinctOf, stanceOf } from "./distinct.js";
import type { Proposition } from "./propositions.js";
import type { Tellers } from "./tellers.js";

const nobody = new Set<string>();
const untold = { of: () => [], takingBack: () => null } as unknown as Tellers;
/** A clause of an article with these words, and nothing else. */
function clause(article: string, words: string, predicate = "be"): Proposition {
  const wording = words.split(" ");
  const assertion = {
    ...{
      article,
      start: 0,
      end: words.length,
      predicate,
      words: wording,
      nominal: false,
      times: [],
      undated: false,
      events: [],
    },
    ...{
      negated: false,
      denial: false,
      takenBack: null,
      beginning: false,
      conditional: false,
      future: false,
      amounts: [],
    },
  } as unknown as Assertion;
  const sets = { subject: nobody, actors: nobody, agent: nobody, patient: nobody, denied: nobody, places: nobody };
  const rest = { statement: null, borrowed: false, corrects: false, wording, telling: wording, quoted: [] };
  return { assertion, features: new Set(wording), ...sets, ...rest };
}
const on = (day: string | null) => ({ day, since: null });
const carried = (derived: number, source: number) => ({ derived, source });

test("a clause copied word for word is one, as old as its first telling; what was changed is another of the same passage", () => {
  const told = [clause("c", "nine died"), clause("a", "nine died"), clause("b", "nine were lost")];
  const found = distinctOf(
    told,
    [carried(0, 1), carried(2, 1)],
    [on("2030-01-03"), on("2030-01-01"), on(null)],
    untold,
  );
  expect(found.map(({ members }) => members)).toEqual([[0, 1], [2]]);
  expect(found[0]).toMatchObject({ first: told[1], held: on("2030-01-01"), articles: new Set(["a", "c"]) });
  expect(found[0]!.passage).toBe(found[1]!.passage);
});

test("the same words are two clauses where nothing was carried over", () => {
  const found = distinctOf([clause("a", "he left"), clause("b", "he left")], [], [on(null), on(null)], untold);
  expect(found.map(({ members }) => members)).toEqual([[0], [1]]);
  expect(found[0]!.passage).not.toBe(found[1]!.passage);
});

test("what is dated was told before what is not", () => {
  const told = [clause("a", "nine died"), clause("b", "nine died")];
  const [only] = distinctOf(told, [carried(0, 1)], [on(null), on("2030-01-05")], untold);
  expect(only!.held).toEqual(on("2030-01-05"));
});

test("the order of what is given changes nothing but numbers", () => {
  const told = [clause("a", "nine died"), clause("b", "nine died"), clause("c", "nine fell"), clause("d", "six fell")];
  const days = ["2030-01-04", "2030-01-02", null, "2030-01-01"].map(on);
  const names = (order: readonly number[]) => {
    const at = (i: number) => order.indexOf(i);
    const links = [carried(at(1), at(0)), carried(at(2), at(0))];
    return distinctOf(
      order.map((i) => told[i]!),
      links,
      order.map((i) => days[i]!),
      untold,
    )
      .map(({ first, articles }) => `${first.assertion.article} ${[...articles].sort().join("")}`)
      .sort();
  };
  expect(names([3, 1, 0, 2])).toEqual(names([0, 1, 2, 3]));
});

test("other words for the same cannot be opposed to them, another verb or number can", () => {
  const of = (one: Proposition) => stanceOf(distinctOf([one], [], [on(null)], untold)[0]!);
  expect(of(clause("a", "nine men died", "die"))).toBe(of(clause("b", "nine people died", "die")));
  expect(of(clause("a", "nine men died", "die"))).not.toBe(of(clause("b", "nine men fell", "fall")));
});
