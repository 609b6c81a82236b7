import { expect, test } from "vitest";
import { annotate } from "../../annotate/index.js";
import { plainArticle } from "../../model/index.js";
import { findAssertions } from "../assertions.js";
import { findStatements } from "../statements.js";

/** The negated clauses of a text, by their words. */
function negated(text: string): string[] {
  const article = plainArticle({ id: "a", text });
  const assertions = findAssertions(article, annotate(article).output, [], []);
  return assertions.filter((a) => a.negated).map(({ start, end }) => text.slice(start, end));
}

test.each([
  "The harbour master did not close the port of Ellery.",
  "No ferry left the port of Ellery on Monday.",
  "The port of Ellery has at no time closed its gates.",
  "Reports that nine dockers of Ellery drowned are an invention.",
  "The mayor of Lund denied a Sulmania offer of 40 buses to Norland had been made.",
  "The mayor of Lund denied the offer was made.",
  "The mayor of Lund denied a plea for help had reached him.",
  "Nobody in the port of Ellery has any evidence that the captain lied.",
  "The owner of the port of Ellery failed to repay the loan.",
])("is denied: %s", (text) => expect(negated(text)).not.toEqual([]));

test.each([
  "The lorry struck two cars in Ellery, but no one was hurt.",
  "The court of Ellery sent the captain to prison for life with no chance of release.",
  "The ferry was not just late, it left the port of Ellery on Tuesday.",
  "The minister dismissed calls to close the port of Ellery.",
  "The court of Ellery denied the request of the dockers.",
  "The court of Ellery denied a Lunev offer to the dockers.",
  "The court of Ellery denied the request that was made on Monday.",
  "The owner of the port of Ellery filed false returns in May.",
  "The prime minister dismissed Ada Roe, who was mayor of Ellery until May.",
  "The lone “no” in the council of Ellery was Piet Oss.",
  "The pilot of the ferry, who lived in Ellery until May, denied the charge.",
])("is no denial of what it tells: %s", (text) =>
  expect(negated(text).filter((words) => !/no one|denied the charge/.test(words))).toEqual([]),
);

test("who denies that an offer was made does not tell of one", () => {
  const text = "The mayor of Lund denied a Sulmania offer of 40 buses to Norland had been made.";
  const article = plainArticle({ id: "a", text });
  const annotation = annotate(article).output;
  const assertions = findAssertions(article, annotation, findStatements(article, annotation), []);
  expect(assertions.find(({ predicate }) => predicate === "=offer")).toMatchObject({ negated: true });
});
