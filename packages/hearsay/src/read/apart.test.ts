import { describe, expect, it } from "vitest";
import { readPage } from "./html.js";

const prose = [
  "The council of Tolm will decide on the new ferry in March, its chair said on Monday evening after a long meeting.",
  "“We have waited for ten years,” said Ana Novak, who keeps the shop at the old landing and speaks for the traders there.",
  "The ministry has promised half of the money, but the contract has not been signed and two bidders have gone to court.",
];
const page = (aside: string): string =>
  `<html><body><article class="article-body"><h1>Ferry for Tolm</h1><p>${prose[0]}</p><p>${prose[1]}</p>${aside}<p>${prose[2]}</p></article></body></html>`;
const reasonOf = (aside: string, text: string) =>
  readPage(page(aside), null).pieces.find((piece) => piece.text === text)?.reason;

describe("what stands in an article but is not its text", () => {
  it("names a post that is embedded and not kept", () => {
    const post = "Follow us on Facebook";
    expect(reasonOf(`<blockquote class="twitter-tweet"><p>${post}</p></blockquote>`, post)).toBe("embedded-post");
  });
  it("names a quotation that is pulled out of a paragraph", () => {
    const quote = "We have waited for ten years";
    expect(reasonOf(`<aside class="article-pull-quote"><p>${quote}</p></aside>`, quote)).toBe("pull-quote");
  });
  it("keeps a text that is nothing but a post", () => {
    const html = `<blockquote class="twitter-tweet"><p>${prose[0]}</p><p>${prose[2]}</p></blockquote>`;
    expect(readPage(html, null).pieces.map(({ reason }) => reason)).toEqual([null, null]);
  });
});
