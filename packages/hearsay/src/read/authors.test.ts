import { describe, expect, it } from "vitest";
import type { Article } from "../model/index.js";
import { read } from "./index.js";

const prose =
  "Port officials closed the old ferry pier on Tuesday after a third boat struck its rotten piles, the harbour master said, and nobody was hurt.";

interface Parts {
  readonly head?: string;
  readonly author?: unknown;
  readonly line?: string;
  readonly below?: string;
}

function pageOf({ head = "", author, line = "", below = "" }: Parts): Article {
  const json = JSON.stringify({ "@type": "NewsArticle", author, publisher: { name: "Ferry Courier" } });
  const html = `<!doctype html><html lang=en><head><title>Pier closes</title>${head}
    <script type="application/ld+json">${json}</script></head><body><article>
    <h1>Rotten pier closes after third ferry strikes it</h1><div>${line}</div><p>${prose}</p>
    <p>${prose.replace("Tuesday", "Monday")}</p><p>${prose.replace("third", "fourth")}</p></article>${below}</body></html>`;
  return read({ id: "a", file: "a.html", html }).output!;
}
const person = (name: string) => ({ "@type": "Person", name });

describe("the authors of a page", () => {
  it("are the persons its data name, with the by-line to back them", () => {
    const article = pageOf({ author: [person("Ana Novak"), person("Per Holm")], line: "By Ana Novak and Per Holm" });
    expect(article.authors).toEqual(["Ana Novak", "Per Holm"]);
    expect(article.evidence.authors).toMatchObject({ against: [] });
  });
  it("are those of the by-line, where the data name who put it there", () => {
    const article = pageOf({ author: person("Ida Berg"), line: "By: Ana Novak" });
    expect(article.authors).toEqual(["Ana Novak"]);
    expect(article.evidence.authors).toMatchObject({ from: "byline", against: ["json-ld: Ida Berg"] });
  });
  it("are the longer list of two", () => {
    const line = "Written by Dr Ana Novak, Per Holm, Ida Berg";
    expect(pageOf({ author: person("Ana Novak"), line }).authors).toEqual(["Dr Ana Novak", "Per Holm", "Ida Berg"]);
    expect(pageOf({ author: person("Ana Novak"), line: "By Ana Novak, Harbour Farmer" }).authors).toEqual([
      "Ana Novak",
    ]);
  });
  it("are persons before the outlet's own name", () => {
    expect(
      pageOf({ author: { name: "Ferry Courier" }, line: "by Ana Novak ● 4 March 2031 ● 6 min read" }).authors,
    ).toEqual(["Ana Novak"]);
    expect(pageOf({ author: { name: "Ferry Courier" } }).authors).toEqual(["Ferry Courier"]);
  });
  it("are a desk that the data name before a line that only looks like a name", () => {
    expect(
      pageOf({ author: { name: "News Desk" }, line: "<p>4 March 2031</p><p>Harbour Masters</p>" }).authors,
    ).toEqual(["News Desk"]);
  });
  it.each([
    ["4 March 2031 by Ana Novak", ["Ana Novak"]],
    ["By Ana Novak Updated on 4 March 2031", ["Ana Novak"]],
    ["Posted by gull42 on Friday 4 March 2031", ["gull42"]],
    ["4 March 2031 • Ana Novak in Harbours", ["Ana Novak"]],
    ["<p>Ana Novak</p><p>4 March 2031</p>", ["Ana Novak"]],
    ["<p>4 March 2031</p><p>Contributors: Ana Novak</p>", ["Ana Novak"]],
    ["<p>4 March 2031</p><p>Photo by Ana Novak</p>", []],
    ["<p>By the end of this guide you will know how piers rot</p>", []],
    ["<p>Share by email</p>", []],
    ["<p>4 March 2031</p><p>Rotten Piles</p>", []],
  ])("are read from a line under the headline: %s", (line, names) => {
    expect(pageOf({ line }).authors).toEqual(names);
  });
  it("are found below the text", () => {
    expect(pageOf({ below: "<p>Written by Ana Novak</p>" }).authors).toEqual(["Ana Novak"]);
    expect(pageOf({ below: "<div class=author-name>Ana Novak</div>" }).authors).toEqual(["Ana Novak"]);
    const two =
      "<p>Ferries, boats and piers are what this town lives by, and it always has.</p>".repeat(12) +
      "<div class=author-name>Ana Novak</div><div class=author-name>Per Holm</div>";
    expect(pageOf({ below: two }).authors).toEqual([]);
  });
  it("are turned round from a citation", () => {
    const head = '<meta name=citation_author content="Novak, Ana"><meta name=citation_author content="Holm, Per">';
    expect(pageOf({ head }).authors).toEqual(["Ana Novak", "Per Holm"]);
  });
});
