import { describe, expect, it } from "vitest";
import { annotate } from "../../annotate/index.js";
import { plainArticle } from "../../model/index.js";
import { extract } from "../index.js";

const steps = (text: string): [string, string | null][] => {
  const article = plainArticle({ id: "a1", published: "2033-05-20", text });
  return extract(article, annotate(article).output).output.commitments.map((c) => [c.status, c.by]);
};

describe("refusals in somebody's own words", () => {
  it.each([
    ["“We will pay no ransom,” said Ada Roe.", [["refused", "Ada Roe"]]],
    ["“We will give them nothing,” Ada Roe told reporters.", [["refused", "Ada Roe"]]],
    ["“We will attack nobody,” said Ada Roe.", []],
  ])("%s", (text, expected) => {
    expect(steps(text)).toEqual(expected);
  });
});
