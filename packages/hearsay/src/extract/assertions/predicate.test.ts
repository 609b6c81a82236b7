import { expect, test } from "vitest";
import { annotate } from "../../annotate/index.js";
import { plainArticle } from "../../model/index.js";
import { findAssertions } from "../assertions.js";

function assertions(text: string) {
  const article = plainArticle({ id: "a", text });
  return findAssertions(article, annotate(article).output, [], []);
}

test.each([
  ["The port of Ellery gave notice of the closure on 3 May.", "=notify"],
  ["Ellery made an offer to the dockers.", "=offer"],
  ["Ellery turned down the offer of the dockers.", "=refuse"],
  ["Ellery made ferries for the dockers.", "make"],
])("a verb that tells nothing leaves the predicate to its object: %s", (text, predicate) => {
  expect(assertions(text)[0]!.predicate).toBe(predicate);
});

test.each([
  ["All 24 members of the crew swam ashore at Ellery.", "count:crew"],
  ["The ferry left Ellery with 24 crew members.", "count:crew"],
  ["Ellery keeps 24 boats.", "count:=vessel"],
])("what is counted: %s", (text, measure) => {
  expect(assertions(text).flatMap((a) => a.amounts.map((m) => m.measure))).toEqual([measure]);
});

test.each([
  ["Norway has no plans of deserting Sweden.", "for", "=help"],
  ["Norway refused mediation by Sweden.", "against", "=mediate"],
  ["Norway did not refuse mediation by Sweden.", "for", "=mediate"],
])("what a clause is for or against: %s", (text, leaning, topic) => {
  expect(assertions(text)[0]!.stance).toMatchObject({ leaning, topic });
});

test("a clause that takes no stand has no stance", () => {
  expect(assertions("The ferry of Ellery lies in Sweden.")[0]!.stance).toBeNull();
});
