import { describe, expect, it } from "vitest";
import { annotate } from "../annotate/index.js";
import { type Article, type Commitment, plainArticle } from "../model/index.js";
import { findCommitments } from "./commitments.js";
import { findEvents } from "./events.js";
import { findStatements } from "./statements.js";

function commitmentsIn(text: string): readonly Commitment[] {
  const article: Article = plainArticle({ id: "a1", published: "2033-05-20", text, file: "a1.txt" });
  const annotation = annotate(article).output;
  const statements = findStatements(article, annotation);
  return findCommitments(article, annotation, statements, findEvents(article, annotation, statements));
}

describe("steps of commitments", () => {
  it.each([
    ["Ghana asked Brazil to send engineers.", "requested"],
    ["Ghana demanded the release of two sailors from Brazil.", "demanded"],
    ["Ghana offered to host talks with Brazil.", "offered"],
    ["Ghana promised to return the ships to Brazil.", "promised"],
    ["Ghana threatened to attack Brazil.", "threatened"],
    ["Ghana and Brazil signed a treaty.", "signed"],
    ["Ghana rejected the proposal from Brazil.", "refused"],
    ["Ghana will send doctors to Brazil.", "announced"],
    ["The agreement entered into force on Monday.", "in-force"],
    ["The ceasefire expired on Monday.", "expired"],
  ])("%s → %s", (text, status) => {
    expect(commitmentsIn(text).map((one) => one.status)).toContain(status);
  });

  it("says who asks whom for what, and on what condition", () => {
    const text = "Ghana threatened to impose sanctions on Brazil unless the ships are returned.";
    const found = commitmentsIn(text).find((one) => one.status === "threatened");
    expect(found).toMatchObject({ by: "Ghana", to: "Brazil" });
    expect(text.slice(found?.condition?.start, found?.condition?.end)).toBe("unless the ships are returned");
    expect(text.slice(found?.object?.start, found?.object?.end)).toContain("impose sanctions on Brazil");
  });

  it.each([
    ["“We will pay for every bridge,” Minister Ada Roe said on Monday.", "promised"],
    ["“If they fire on us, we will leave the treaty,” Minister Ada Roe told reporters.", "threatened"],
    ["“We will pay the fees,” Minister Ada Roe said on Monday.", "promised"],
    ["“It was our fault, and we will no doubt pay for it,” Minister Ada Roe said on Monday.", "promised"],
    ["Minister Ada Roe said that “we will pay the fees”.", "promised"],
    ["“No, we will pay the fees,” Minister Ada Roe said on Monday.", "promised"],
  ])("takes what a speaker undertakes: %s", (text, status) => {
    expect(commitmentsIn(text)).toMatchObject([{ status, by: "Ada Roe" }]);
  });

  it.each([
    "“We will see what happens,” Minister Ada Roe said on Monday.",
    "“We will not pay for every bridge,” Minister Ada Roe said on Monday.",
    "We will pay for every bridge.",
    "“We will no longer pay the fees,” Minister Ada Roe said on Monday.",
    "“We will hardly pay for that,” Minister Ada Roe said on Monday.",
    "“We will in no way pay for that,” Minister Ada Roe said on Monday.",
    "“Nor will we pay the ransom,” Minister Ada Roe said on Monday.",
    "“Neither will we release the prisoners,” Minister Ada Roe said on Monday.",
    "“Under no circumstances will we pay them,” Minister Ada Roe said on Monday.",
    "“Will we pay the families? That is for the court,” Minister Ada Roe said on Monday.",
    "“I doubt we will pay them,” Minister Ada Roe said on Monday.",
    "“Nobody thinks we will attack the port,” Minister Ada Roe said on Monday.",
    "“That we will close the hospital is false,” Minister Ada Roe said on Monday.",
    "“It is false that we will close the hospital,” Minister Ada Roe said on Monday.",
  ])("takes no undertaking from: %s", (text) => {
    expect(commitmentsIn(text)).toEqual([]);
  });

  it("finds none where nothing is promised or asked", () => {
    expect(commitmentsIn("The river is low this year. Farmers grow cotton.")).toEqual([]);
  });
});
