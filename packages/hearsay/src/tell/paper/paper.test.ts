import { unzipSync } from "fflate";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { makeReport } from "../index.js";
import { printable } from "../markdown.js";
import { emptyStory, ferryStory } from "../testing/fixture.js";
import { onPaper } from "./index.js";
import { block, type Paper, reportPaper, run } from "./paper.js";

const paper = reportPaper(makeReport(ferryStory));
const words = (text: string): string => text.replace(/\s+/g, "");
const all = paper.blocks.map(({ runs }) => words(runs.map(({ text }) => text).join("")));
const hostile: Paper = {
  title: printable("A <b>\u0000\u202etitle"),
  day: null,
  blocks: [
    block("item", [run("<script>alert(1)</script> &amp; ]]> \u0007 \ud800", "quote")], { depth: 9 }),
    block("paragraph", [
      run("Ελληνικά Тегеран תהרן \ufffe"),
      run("تهران", "quote"),
      run("x".repeat(5000)),
      run("[1]", "ref", "nowhere"),
    ]),
    block("paragraph", []),
    block("source", [run("=cmd()")], { anchor: "source-<a>" }),
  ],
};

async function pdfText(file: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(file), { mergePages: true });
  return words(text);
}

const wordXml = async (text: Paper): Promise<string> =>
  new TextDecoder().decode(unzipSync(await onPaper(text, "docx"))["word/document.xml"]);

describe("a report on paper", () => {
  it("leads every number of its lines to a source that is there", () => {
    const anchors = new Set(paper.blocks.map(({ anchor }) => anchor));
    const links = paper.blocks.flatMap(({ runs }) => runs.filter(({ style }) => style === "ref"));
    expect(links.length).toBeGreaterThan(10);
    for (const { to } of links) expect(anchors.has(to)).toBe(true);
    expect(reportPaper(makeReport(ferryStory), false).blocks.every(({ kind }) => kind !== "source")).toBe(true);
  });
  it("is a PDF that holds every line, page breaks aside", async () => {
    const text = (await pdfText(await onPaper(paper, "pdf"))).replace(/oreskferries·Hearsay·page\d+of\d+/g, "");
    expect(all.filter((line) => !text.includes(line.slice(0, 40)))).toEqual([]);
  });
  it("is a Word file that holds every line", async () => {
    const text = words((await wordXml(paper)).replace(/<[^>]+>/g, ""))
      .replaceAll("&quot;", '"')
      .replaceAll("&apos;", "'")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&");
    for (const line of all) expect(text).toContain(line);
  });
  it("has the same bytes each time", async () => {
    for (const format of ["docx", "pdf"] as const)
      expect(await onPaper(paper, format)).toEqual(await onPaper(paper, format));
  });
  it("takes an empty story and hostile words", async () => {
    for (const format of ["docx", "pdf"] as const) {
      expect((await onPaper(reportPaper(makeReport(emptyStory)), format)).length).toBeGreaterThan(500);
      expect((await onPaper(hostile, format)).length).toBeGreaterThan(500);
    }
    const xml = await wordXml(hostile);
    expect(xml).toContain("&lt;script&gt;");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(/[\u0000-\u0008\u202e\ufffe]/.test(xml)).toBe(false);
    const printed = await pdfText(await onPaper(hostile, "pdf"));
    for (const word of ["Тегеран", "תהרן", "تهران"])
      expect(
        [word, [...word].reverse().join("")].some((one) => printed.includes(one)),
        word,
      ).toBe(true);
  });
});
