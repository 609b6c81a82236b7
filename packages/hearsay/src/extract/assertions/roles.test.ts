import { expect, test } from "vitest";
import { annotate } from "../../annotate/index.js";
import { plainArticle } from "../../model/index.js";
import { extract } from "../index.js";

/** Who acts and who is acted on, by name, in the first clause that has these words. */
function roles(text: string, words: string) {
  const article = plainArticle({ id: "a", text });
  const annotation = annotate(article).output;
  const { assertions } = extract(article, annotation).output;
  const clause = assertions.find(({ start, end }) => text.slice(start, end).includes(words))!;
  const named = (ids: readonly string[]) => ids.map((id) => annotation.entities.find((e) => e.id === id)?.name);
  return { agent: named(clause.roles.agent.entities), patient: named(clause.roles.patient.entities) };
}

test('who speaks of himself is who acts, in his own words by "I" alone', () => {
  expect(roles("“I paid the crew,” Tom Brill said.", "paid")).toMatchObject({ agent: ["Tom Brill"] });
  expect(roles("“They sent me to Ellery,” Tom Brill said.", "sent")).toMatchObject({ agent: [] });
});

test("who resigned was not resigned by anybody, whatever the tree says", () => {
  expect(roles("Tom Brill resigned in May.", "resigned")).toMatchObject({ agent: ["Tom Brill"], patient: [] });
  expect(roles("Tom Brill was fired by Ada Roe.", "fired")).toEqual({ agent: ["Ada Roe"], patient: ["Tom Brill"] });
});
