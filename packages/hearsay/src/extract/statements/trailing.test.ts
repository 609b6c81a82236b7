import { describe, expect, it } from "vitest";
import { annotate } from "../../annotate/index.js";
import { plainArticle } from "../../model/index.js";
import { findStatements } from "../statements.js";

const said = (text: string): [string, string][] => {
  const article = plainArticle({ id: "a", text });
  return findStatements(article, annotate(article).output).map((s) => [
    s.speaker.name ?? s.speaker.description,
    s.content.map((c) => text.slice(c.start, c.end)).join(" … "),
  ]);
};

describe("a report after its content", () => {
  it.each([
    [
      "Northern guns opened fire at dawn without warning, army spokesman Tom Reed told reporters in Lorne on Monday.",
      "Tom Reed",
    ],
    ["Rebel boats rammed the ferry at anchor off the pier, harbour master Ada Brenn said.", "Ada Brenn"],
    [
      "The owner will post a bond within ten days, and the port will then let the ship and its crew go, the commission's secretary general, Tom Reed, announced on Friday evening.",
      "Tom Reed",
    ],
  ])("%s", (text, speaker) => {
    expect(said(text)).toEqual([[speaker, text.slice(0, text.search(/, (?:army|harbour|the comm)/))]]);
  });
  it("reads an aside with the verb before the speaker", () => {
    const text = "The theatre, say friends close to its owner, has warned the council that it will shut in May.";
    expect(said(text)[0]![0]).toBe("friends close to its owner");
  });
  it("takes no clause for a report", () => {
    expect(said("The guns fell silent at dawn, and the men went home.")).toEqual([]);
  });
});
