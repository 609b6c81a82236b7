import { expect, test } from "vitest";
import { annotate } from "./annotate/index.js";
import { extract } from "./extract/index.js";
import { plainArticle } from "./model/index.js";
import { weigh } from "./weigh/index.js";

/** How two reports of one day contradict one another. */
function contradictions(one: string, other: string): string[] {
  const texts = [`${one} The fair opens in June, with two bands.`, `${other} Tea was served, and the hall was full.`];
  const articles = texts.map((text, i) =>
    plainArticle({ id: `a${i}`, outlet: `Paper ${i}`, published: "2031-05-07", text }),
  );
  const annotations = articles.map((article) => annotate(article).output);
  const extractions = articles.map((article, i) => extract(article, annotations[i]!).output);
  const lineage = {
    derivations: [],
    circles: [],
    origins: articles.map(({ id }) => ({ id, root: id, articles: [id] })),
  };
  const { claims } = weigh({ articles, annotations, extractions, lineage, judgements: [] }).output;
  return [...new Set(claims.flatMap(({ relations }) => relations.map(({ kind }) => kind)))];
}

test.each([
  [
    "date",
    "Ravenna and Ostara Energy signed the harbour treaty in March 2029.",
    "In June 2030 Ravenna and Ostara Energy signed the harbour treaty.",
  ],
  [
    "number",
    "Fourteen workers were killed in the fire at the Belmar refinery on Tuesday.",
    "Nine workers were killed on Tuesday in the fire at the Belmar refinery.",
  ],
  [
    "who",
    "Ravenna opened fire on the Belmar lighthouse first on Tuesday.",
    "Ostara opened fire first on the Belmar lighthouse on Tuesday.",
  ],
  [
    "polarity",
    "Ravenna closed the lock at Belmar on Tuesday evening.",
    "Ravenna did not close the lock at Belmar on Tuesday evening.",
  ],
  [
    "polarity",
    "The Belmar council approved the harbour plan on Monday.",
    "On Monday the Belmar council rejected the harbour plan.",
  ],
  [
    "polarity",
    "Captain Piet Oss survived the wreck of the Belmar Star.",
    "Captain Piet Oss was killed in the wreck of the Belmar Star.",
  ],
  [
    "cause",
    "A strong earthquake caused the collapse of the Belmar dam.",
    "Sabotage caused the collapse of the Belmar dam.",
  ],
  [
    "cause",
    "The Belmar bridge fell on Monday because of poor maintenance.",
    "On Monday the Belmar bridge was brought down by a bomb.",
  ],
])("two reports differ in: %s", (kind, one, other) => expect(contradictions(one, other)).toEqual([kind]));

test.each([
  ["two ways to tell one cause", "The storm damaged the Belmar pier.", "The wind damaged the Belmar pier."],
  ["two things brought about", "The storm damaged the Belmar pier.", "A bomb damaged the Belmar bank."],
  [
    "a cause that is ruled out",
    "The storm damaged the Belmar pier.",
    "The Belmar pier was damaged by the storm and not by a bomb.",
  ],
  [
    "two who decide",
    "The Belmar council approved the harbour plan on Monday.",
    "On Monday the Lorne council rejected the harbour plan.",
  ],
  [
    "two decisions",
    "The Belmar council approved the harbour plan on Monday.",
    "The Belmar council rejected the harbour plan in March.",
  ],
  [
    "what is only to come",
    "The Belmar council approved the harbour plan.",
    "The Belmar council will reject the harbour plan.",
  ],
])("is no contradiction: %s", (_, one, other) => expect(contradictions(one, other)).toEqual([]));
