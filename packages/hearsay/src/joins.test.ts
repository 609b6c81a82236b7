import { describe, expect, it } from "vitest";
import { annotate } from "./annotate/index.js";
import { extract } from "./extract/index.js";
import { type Claim, plainArticle } from "./model/index.js";
import { weigh } from "./weigh/index.js";

/** The claims of two reports of one day, each its own origin. */
function claimsOf(one: string, other: string): readonly Claim[] {
  const texts = [`${one} The fair opens in June, with two bands.`, `${other} Tea was served, and the hall was full.`];
  const articles = texts.map((text, i) =>
    plainArticle({ id: `a${i}`, outlet: `Paper ${i}`, published: "2031-05-07", text }),
  );
  const annotations = articles.map((article) => annotate(article).output);
  const extractions = articles.map((article, i) => extract(article, annotations[i]!).output);
  const origins = articles.map(({ id }) => ({ id, root: id, articles: [id] }));
  const lineage = { derivations: [], circles: [], origins };
  return weigh({ articles, annotations, extractions, lineage, judgements: [] }).output.claims;
}

const joined = (claims: readonly Claim[]): readonly Claim[] =>
  claims.filter(({ support }) => new Set(support.map(({ article }) => article)).size > 1);

describe("two reports that are no one fact", () => {
  it.each([
    [
      "who acts in the one is acted on in the other",
      "Mayor Lucia Ferrand praised Captain Piet Oss on Monday.",
      "Captain Piet Oss praised Mayor Lucia Ferrand on Monday.",
    ],
    [
      "what somebody is sure he did not do",
      "A letter with a bullet was sent to Lucia Ferrand from the Belmar office of Captain Piet Oss.",
      "Captain Piet Oss said he is certain he did not send a letter with a bullet to Lucia Ferrand.",
    ],
    [
      "what somebody does not know",
      "“I do not know that,” Captain Piet Oss said.",
      "Captain Piet Oss does not know who did.",
    ],
  ])("%s", (_, one, other) => {
    expect(joined(claimsOf(one, other)).map(({ proposition }) => proposition)).toEqual([]);
  });
});

describe("one voice", () => {
  const broken = "the lock gate of Belmar had been broken by a barge";
  const again = "a barge had broken the gate of the Belmar lock";
  it.each([
    [`Ferrand's spokesman said ${broken}.`, `Ferrand's office said that ${again}.`],
    [`The Coast Wire's report said ${broken}.`, `According to the Coast Wire, ${again}.`],
  ])("speaks for somebody under several names: %s", (one, other) => {
    const claim = joined(claimsOf(one, other)).find(({ proposition }) => proposition.includes("broken"));
    expect(claim).toMatchObject({ origins: 1, looksCorroborated: true });
  });
});

describe("no contradiction", () => {
  it.each([
    [
      "who denies a report and who has not confirmed it",
      "Ostara Energy denied the Coast Wire report.",
      "The port of Lorne has not confirmed the Coast Wire report.",
    ],
    [
      "an end that is called untrue",
      "An earlier report that the Belmar council had approved the harbour plan was wrong.",
      "The Belmar council rejected the harbour plan.",
    ],
  ])("%s", (_, one, other) => {
    expect(claimsOf(one, other).flatMap(({ conflicts }) => conflicts)).toEqual([]);
  });
});
