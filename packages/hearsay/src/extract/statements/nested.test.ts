import { describe, expect, it } from "vitest";
import { annotate } from "../../annotate/index.js";
import { plainArticle } from "../../model/index.js";
import { extract } from "../index.js";
import { readStatements } from "../statements.js";

const article = (text: string) => plainArticle({ id: "A", published: "2031-03-08", text });
const within = (text: string): string[][] => {
  const a = article(text);
  return readStatements(a, annotate(a).output)
    .filter((f) => f.nested)
    .map(({ statement: s }) => [
      s.speaker.name ?? s.speaker.description,
      s.act,
      s.content.map((c) => text.slice(c.start, c.end)).join(" … "),
    ]);
};

describe("statements within statements", () => {
  it.each([
    [
      "Minister Ilya Brandt said that Anna Roe had told the council that the bridge was unsafe.",
      [["Anna Roe", "speech", "the bridge was unsafe"]],
    ],
    [
      "Brandt claimed that the union had said that workers told it the gates were shut.",
      [
        ["union", "speech", "workers told it the gates were shut"],
        ["workers", "speech", "the gates were shut"],
      ],
    ],
    [
      "Anna Roe told the Herald that Vesmar had denied that its troops crossed the river.",
      [["Vesmar", "denial", "its troops crossed the river"]],
    ],
  ])("finds in %j who is said to have said what", (text, expected) => {
    expect(within(text)).toEqual(expected);
  });

  it.each([
    "Minister Ilya Brandt said that Anna Roe had not told the council that the bridge was unsafe.",
    "Minister Ilya Brandt said that he did not know if Anna Roe told the council that the bridge was unsafe.",
    "Minister Ilya Brandt said Anna Roe would say that the bridge was unsafe.",
    "“I told them that the bridge was unsafe,” said Minister Ilya Brandt.",
    "Anna Roe told the council that the bridge was unsafe.",
  ])("takes nothing for said in %j", (text) => {
    expect(within(text)).toEqual([]);
  });

  it("gives the inner words to the inner speaker, and to nobody else", () => {
    const text = "Minister Ilya Brandt said that Anna Roe had told the council that the bridge was closed on Friday.";
    const a = article(text);
    const { assertions, statements } = extract(a, annotate(a).output).output;
    const closed = assertions.find((c) => text.slice(c.start, c.end).includes("closed"))!;
    const by = statements.find((s) => s.id === closed.statement)!;
    expect(by.speaker.name).toBe("Anna Roe");
  });
});

describe("forms that are certain", () => {
  const read = (text: string) => {
    const a = article(text);
    return readStatements(a, annotate(a).output).map(({ statement: s }) => ({
      act: s.act,
      who: s.speaker.name ?? s.speaker.description,
      words: s.content.map((c) => text.slice(c.start, c.end)).join(" … "),
    }));
  };
  it("knows who asks from who is asked", () => {
    expect(read("“Did anybody count the boats?” asked Anna Roe.")).toEqual([
      { act: "question", who: "Anna Roe", words: "Did anybody count the boats?" },
    ]);
  });
  it("keeps all that was asked out of the answer", () => {
    const found = read(
      "When asked by the Gazette how the island saw its treaty with the mainland, and how it would keep the reef open — the harbour office said that talks went on.",
    );
    expect(found.map(({ act }) => act)).toEqual(["question", "speech"]);
    expect(found[0]!.words).toMatch(/how the island.*how it would keep the reef open$/);
    expect(found[1]!.words).toBe("talks went on");
  });
  it("takes who would not be drawn for who keeps silent", () => {
    expect(read("The harbour board would not be drawn on whether the pilot had been warned.")).toEqual([
      { act: "refusal", who: "harbour board", words: "whether the pilot had been warned" },
    ]);
  });
  it("is sure of a name that reports that something is so, however its words were tagged", () => {
    const text =
      "15.40 Article 9? World Harbour Digest reports that Norland has asked the league to begin talks under Article 9, the help clause.";
    const a = article(text);
    const [found] = readStatements(a, annotate(a).output);
    expect(found!.statement.speaker.description).toBe("World Harbour Digest");
    expect(found!.statement.score).toBeGreaterThanOrEqual(0.8);
  });
});
