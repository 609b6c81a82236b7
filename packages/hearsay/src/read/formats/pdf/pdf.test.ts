import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDocument } from "../../document.js";
import { convert } from "../index.js";
import { column, makePdf, type PdfOptions, type Run } from "../testing/pdf.js";
import { linesOf } from "./columns.js";
import { rowsOf } from "./lines.js";
import { joined } from "./paragraphs.js";

const left = [
  "The grey seal colony at Lund was counted on Tues-",
  "day and was found to be larger than at any time",
  "since counting began, the coastal office said.",
  "    A second count is planned for the spring, when",
  "the pups leave the beach and the well-known storms",
  "have passed. The office said it would print all of it.",
];
const right = [
  "Fishermen at the harbour of Kelsund said that seals",
  "take a tenth of the catch, a figure that the office",
  "did not confirm on Wednesday.",
  "    “We see them at the nets every night,” said Ana",
  "Novak, who leads the union of the crews, which had",
];
const after = ["asked the ministry for money in January.", "    The ministry did not answer."];

const page = (number: number, runs: readonly Run[]): readonly Run[] => [
  { x: 72, y: 770, size: 8, text: "The Kelsund Review" },
  ...runs,
  { x: 300, y: 30, size: 8, text: `Page ${number} of 3` },
];
const paper = [
  page(1, [
    { x: 72, y: 720, size: 22, text: "Grey seals return to Lund" },
    { x: 72, y: 700, text: "By Ilja Petrov, 4 March 2029" },
    ...column(72, 670, left),
    ...column(345, 670, right),
  ]),
  page(2, column(72, 720, after)),
];

const convertPdf = async (pages: readonly (readonly Run[])[], options: PdfOptions = {}) =>
  convert({ id: "a", file: "seals.pdf", bytes: makePdf(pages, options) });
const paragraphs = async (pages: readonly (readonly Run[])[]) => (await convertPdf(pages)).output!.text!.split("\n\n");

describe("a printed page", () => {
  it("is read without what stands miles beside it, which once took half a minute", async () => {
    const far = { x: 9e8, y: 500, text: "Far" };
    const [paragraph] = await paragraphs([[...column(72, 670, left), far]]);
    expect(paragraph).toContain("The grey seal colony at Lund");
    expect((await paragraphs([[...column(72, 670, left), far]])).join(" ")).not.toContain("Far");
  });

  it("is read column by column, paragraphs put together across them, running heads apart", async () => {
    expect(await paragraphs(paper)).toEqual([
      "Grey seals return to Lund",
      "By Ilja Petrov, 4 March 2029",
      "The grey seal colony at Lund was counted on Tuesday and was found to be larger than at any time since counting began, the coastal office said.",
      "A second count is planned for the spring, when the pups leave the beach and the well-known storms have passed. The office said it would print all of it.",
      "Fishermen at the harbour of Kelsund said that seals take a tenth of the catch, a figure that the office did not confirm on Wednesday.",
      "“We see them at the nets every night,” said Ana Novak, who leads the union of the crews, which had asked the ministry for money in January.",
      "The ministry did not answer.",
    ]);
  });

  it("becomes an article whose running head is kept aside", async () => {
    const info = { Title: "seals.indd", CreationDate: "D:20290305081500+01'00'" };
    const { output } = await readDocument({ id: "a", file: "seals.pdf", bytes: makePdf(paper, { info }) });
    expect(output).toMatchObject({
      title: "Grey seals return to Lund",
      authors: ["Ilja Petrov"],
      published: "2029-03-04",
    });
    expect(output!.removed).toContainEqual(
      expect.objectContaining({ text: "The Kelsund Review", reason: "boilerplate" }),
    );
  });

  it("is dated by its properties where the text says nothing", async () => {
    const info = {
      Title: "Seals at Lund",
      Author: "Ilja Petrov",
      CreationDate: "D:20290305081500+01'00'",
      ModDate: "D:2029030609",
    };
    const bytes = makePdf([column(72, 700, left)], { info });
    expect((await readDocument({ id: "a", file: "x.pdf", bytes })).output).toMatchObject({
      title: expect.stringMatching(/^(?:Seals at Lund|$)/),
      authors: ["Ilja Petrov"],
      published: "2029-03-05T08:15+01:00",
      modified: "2029-03-06",
    });
  });

  it("tells which of its pages are pictures", async () => {
    const { diagnostics } = await convertPdf([column(72, 700, left), [], []]);
    expect(diagnostics).toMatchObject([
      { severity: "warning", code: "read.no-text", message: "2 pages have no text: 2, 3." },
    ]);
  });

  it("is the same in whatever order its lines were drawn", async () => {
    const [runs] = paper;
    const expected = (await paragraphs([runs!])).join("\n");
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...runs!], { minLength: runs!.length }), async (shuffled) => {
        expect((await paragraphs([shuffled])).join("\n")).toBe(expected);
      }),
      { numRuns: 20 },
    );
  });
});

describe("columns", () => {
  const block = (x: number, lines: number, width: number) =>
    Array.from({ length: lines }, (_, i) => ({ text: `${x}.${i}`, x0: x, x1: x + width, y: 100 + 12 * i, size: 10 }));
  const order = (runs: Parameters<typeof rowsOf>[0]) => linesOf(rowsOf(runs), 0).map(({ text }) => text);

  it("are read one after another, three of them too", () => {
    const three = [block(50, 6, 140), block(210, 6, 140), block(370, 6, 140)];
    expect(order(three.flat())).toEqual(three.flat().map(({ text }) => text));
  });

  it("are none in a table of short cells", () => {
    const rows = [block(50, 6, 40), block(300, 6, 40)];
    expect(order(rows.flat())[0]).toBe("50.0 300.0");
  });
});

describe("words parted at line ends", () => {
  it("are put together, unless they are written with a hyphen elsewhere", () => {
    expect(joined(["the sur-", "vey"], new Set())).toBe("the survey");
    expect(joined(["a well-", "known one"], new Set(["well-known"]))).toBe("a well-known one");
    expect(joined(["the Anglo-", "Saxon"], new Set())).toBe("the Anglo-Saxon");
    expect(joined(["soft\u00ad", "ened, sof\u00adter"], new Set())).toBe("softened, softer");
    expect(joined(["1914-", "1918"], new Set())).toBe("1914- 1918");
  });
});
