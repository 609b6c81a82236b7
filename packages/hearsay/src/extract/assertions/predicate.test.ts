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
  ["Ellery took delivery of 12 drones from Norway.", "take"],
  ["Ellery took payment from Norway.", "take"],
  ["Ellery had a request from Norway.", "have"],
  ["The flight to Norway took over an hour.", "take"],
  ["Rebels took over the port of Ellery.", "=capture"],
  ["The crew of Norway broke out the champagne.", "break"],
  ["War broke out in Norway.", "=begin"],
  ["Norway is going to pay for the port of Ellery.", "=pay"],
  ["Ellery used to pay for the port.", "=pay"],
  ["Norway would like to thank the town of Ellery.", "thank"],
  ["The ferry is going to Ellery.", "go"],
])("a verb that tells nothing leaves the predicate to its object: %s", (text, predicate) => {
  expect(assertions(text)[0]!.predicate).toBe(predicate);
});

test.each([
  ["All 24 members of the crew swam ashore at Ellery.", "count:crew"],
  ["The ferry left Ellery with 24 crew members.", "count:crew"],
  ["Ellery keeps 24 boats.", "count:=vessel"],
  ["Two members of parliament were killed in Ellery.", "toll:killed"],
  ["The police of Ellery put the number of people killed at 12.", "toll:killed"],
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

test.each([
  "The soldiers of Norway opened fire on the crowd.",
  "Maria Lopez left the hospital in Sweden.",
  "Norway cut interest rates on Monday.",
  "Maria Lopez gave an interview to the newspaper.",
  "Norway sent its condolences to Sweden.",
  "The crew of Norway broke out the champagne.",
  "Maria Lopez keeps a piece of the casing in her desk drawer.",
  "Norway called the Swedish diplomat.",
  "Maria Lopez and Peter Holm did not give each other the hand.",
])("what is done every day is no stance: %s", (text) => {
  expect(assertions(text)[0]!.stance).toBeNull();
});

test.each([
  ["Norway sent 40 buses to Sweden.", "for"],
  ["Norway gave Sweden a loan of 40 million crowns.", "for"],
  ["Norway left the treaty.", "against"],
  ["Norway called for a ceasefire.", "for"],
  ["Norway stopped sending weapons.", "against"],
  ["Norway released forty prisoners.", "for"],
])("but with an issue it is: %s", (text, leaning) => {
  expect(assertions(text)[0]!.stance).toMatchObject({ leaning });
});
