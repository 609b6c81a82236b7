import { describe, expect, it } from "vitest";
import { annotate } from "../../annotate/index.js";
import { plainArticle } from "../../model/index.js";
import { findCauses } from "../causes.js";
import { findStatements } from "../statements.js";

/** What a sentence says to cause what, and who says so. */
function read(text: string) {
  const article = plainArticle({ id: "a", published: null, text });
  const annotation = annotate(article).output;
  return findCauses(article, annotation, findStatements(article, annotation)).map(({ cause, effect, sign, by }) => [
    text.slice(cause.start, cause.end),
    sign,
    text.slice(effect.start, effect.end),
    by,
  ]);
}

describe("who asserts", () => {
  it("what stands before a tag at the end of the sentence, an opening condition included", () => {
    expect(read("If the ferry stays in port, the market will lose its customers, said trader Milo Anquist.")).toEqual([
      ["the ferry stays in port", "+", "the market will lose its customers", "trader Milo Anquist"],
    ]);
  });

  it("what has the tag in its midst", () => {
    const [[, sign, , by] = []] = read(
      "The embargo, according to spokeswoman Marta Zeleny, undermines the fishing accord.",
    );
    expect([sign, by]).toEqual(["-", "Marta Zeleny"]);
  });

  it("the article, where nobody is named", () => {
    expect(read("The ferry stayed in port because the crew was ill.")[0]!.at(-1)).toBe("author");
  });
});

describe("what happens does something, what somebody does is an act", () => {
  it("tells a cause by a subject that is no one", () => {
    expect(read("The drought has reduced exports of wheat from the northern provinces.")).toEqual([
      ["The drought", "-", "exports of wheat from the northern provinces", "author"],
    ]);
    expect(read("The ministry has reduced exports of wheat from the northern provinces.")).toEqual([]);
  });

  it("knows openers that are no clause", () => {
    const [found] = read("Thanks to the new sluice, the lower villages stayed dry.");
    expect(found?.slice(0, 3)).toEqual(["the new sluice", "+", "the lower villages stayed dry"]);
  });
});
