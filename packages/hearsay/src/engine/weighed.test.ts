import { expect, test } from "vitest";
import { annotate } from "../annotate/index.js";
import { extract } from "../extract/index.js";
import { plainArticle } from "../model/index.js";
import { weigh } from "../weigh/index.js";

/** What is made of one sentence in each of several articles of one day: verdicts with their origins, kinds of relation. */
function weighed(...texts: readonly string[]) {
  const articles = texts.map((text, i) => ({
    ...plainArticle({ id: `a${i}`, text }),
    published: "2031-05-06T09:00:00Z",
  }));
  const annotations = articles.map((article) => annotate(article).output);
  const extractions = articles.map((article, i) => extract(article, annotations[i]!).output);
  const lineage = { derivations: [], origins: [], circles: [] };
  const { claims } = weigh({ articles, annotations, extractions, lineage, judgements: [] }).output;
  return {
    claims: claims.map(({ verdict, origins }) => `${verdict} ${origins}`),
    relations: claims.flatMap(({ relations }) => relations.map(({ kind }) => kind)),
  };
}

test("what all reports tell is one claim though no word of it is rare", () => {
  const { claims } = weighed(
    "Mara Tillen has checked into Lowmoor Clinic.",
    "Mara Tillen checked into Lowmoor Clinic on Monday.",
    "Singer Mara Tillen checked herself into Lowmoor Clinic.",
  );
  expect(claims).toEqual(["corroborated 3"]);
});

test("what two people did in numbers is no contradiction", () => {
  const { relations } = weighed(
    "Tom Arden scored 23 points for Ellery on Saturday.",
    "Piers Nolan scored 11 points for Ellery on Saturday.",
  );
  expect(relations).toEqual([]);
});

test("one person's count told two ways is", () => {
  const { relations } = weighed(
    "Tom Arden sold 23 boats to the port of Ellery on Saturday.",
    "Tom Arden sold 31 boats to the port of Ellery on Saturday.",
  );
  expect(relations).toEqual(["number", "number"]);
});

test("hundreds and thousands of what is called by two names is one as well", () => {
  const { relations } = weighed(
    "Tom Arden supplied the port of Ellery with hundreds of rescue boats.",
    "Tom Arden supplied the port of Ellery with thousands of saving boats.",
  );
  expect(relations).toEqual(["number", "number"]);
});

test("a denial in the words of what it denies is a contradiction", () => {
  const { relations } = weighed(
    "The government of Ellery signed the fisheries accord with Lowmoor on Monday.",
    "The government of Ellery did not sign the fisheries accord with Lowmoor on Monday.",
  );
  expect(relations).toEqual(["polarity", "polarity"]);
});

test("points that one article counts for everybody are no series", () => {
  const { relations } = weighed(
    "Tom Arden scored 23 points. Ellis Marr scored 9 points. Jon Pell scored 4 points.",
    "The captain of Ellery scored 11 points.",
  );
  expect(relations).toEqual([]);
});

test("what one did not do is no denial of what another did", () => {
  const { relations } = weighed(
    "Tom Arden signed the Ellery harbour contract.",
    "Piers Nolan did not sign the Ellery harbour contract.",
  );
  expect(relations).toEqual([]);
});

test("what began on two dates is contradicted, though nobody is named", () => {
  const { relations } = weighed(
    "The strike began on 7 March 2031.",
    "The strike began on 9 March 2031, the company said.",
  );
  expect([...new Set(relations)]).toEqual(["date"]);
});
