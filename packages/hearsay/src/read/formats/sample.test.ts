import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Article } from "../../model/index.js";
import { read } from "../index.js";
import { makeWord, paragraph } from "./testing/office.js";
import { makePdf, type Run } from "./testing/pdf.js";
import { articleOf } from "./testing/reading.js";

const folder = new URL("../../../../../stories/cable/articles/", import.meta.url);
const articles = readdirSync(folder)
  .sort()
  .map((file) => read({ id: file, file, bytes: readFileSync(new URL(file, folder)) }).output!);

/** Letters that Helvetica has; white space folded. */
const plain = (text: string): string =>
  text
    .replace(/[‘’]/g, "'")
    .replace(/[–—]/g, "-")
    .replace(/[^\u0020-\u00ff“”\n]/g, "?")
    .replace(/\s+/g, " ");

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const byline = ({ authors, published }: Article): string =>
  `By ${authors[0] ?? "Ilja Petrov"}, ${published?.slice(0, 10) ?? "2029-02-05"}`;

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [""];
  for (const word of plain(text).trim().split(" ")) {
    const last = lines[lines.length - 1]!;
    if (`${last} ${word}`.length > width && last !== "") lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`.trim();
  }
  return lines;
}

/** An article set in two columns under its headline, with running heads and page numbers. */
function printed(article: Article): Uint8Array {
  const pages: Run[][] = [];
  let [top, y, column] = [730, 730, 2];
  const turn = () => {
    if (++column > 1) {
      const number = { x: 300, y: 30, size: 8, text: String(pages.length + 1) };
      pages.push([{ x: 60, y: 770, size: 8, text: "The Printed Paper" }, number]);
      column = 0;
      top = 730;
    }
    y = top;
  };
  const put = (text: string, size: number, leading: number, indent = 0) => {
    if (y < 60) turn();
    pages[pages.length - 1]!.push({ x: (column === 0 ? 60 : 320) + indent, y, size, text });
    y -= leading;
  };
  turn();
  for (const text of wrapped(article.title, 45)) put(text, 20, 24);
  put(byline(article), 10, 24);
  top = y;
  for (const block of article.text.split("\n\n"))
    for (const [i, text] of wrapped(block, 46).entries()) put(text, 9.5, 12, i === 0 ? 12 : 0);
  return makePdf(pages);
}

describe("the articles of the sample story", () => {
  it.each(articles)("are read from two printed columns as they were: $file", async (article) => {
    const again = await articleOf("paper.pdf", printed(article));
    expect(plain(again.text)).toBe(plain(article.text));
    expect(again.title).toBe(plain(article.title));
  });

  it("are read from Word as they were, but for lines that name author and day", async () => {
    for (const article of articles) {
      const title = paragraph(escaped(article.title), "Title");
      const body = article.text.split("\n\n").map((text) => paragraph(escaped(text)));
      const again = await articleOf("paper.docx", makeWord(title + paragraph(byline(article)) + body.join("")));
      expect(again.title).toBe(article.title);
      expect(article.text.endsWith(again.text)).toBe(true);
      expect(article.text.length - again.text.length).toBeLessThan(120);
    }
  });
});
