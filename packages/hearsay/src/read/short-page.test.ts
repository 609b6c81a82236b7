import { describe, expect, it } from "vitest";
import type { Article } from "../model/index.js";
import { type ReadInput, read } from "./index.js";

interface Case {
  readonly name: string;
  readonly input: Partial<ReadInput>;
  /** The article's text: paragraphs joined by a blank line. */
  readonly stays: readonly string[];
  readonly is?: Partial<Article>;
}

const strike = ["The strike began at dawn on Monday.", "Dockers in Tolm locked the gates and lit fires in oil drums."];
const blast = "Two people were hurt when a boiler exploded in the fish market of Tolm on Friday, police said.";
const second = "The cause is not yet known.";

const frame = (
  main: string,
): string => `<!doctype html><html lang=en><head><title>Dockers walk out in Tolm</title></head>
<body><nav><ul><li><a href=/>Home</a><li><a href=/s>Sport</a></ul></nav><div class=cookie-banner><p>We use cookies to improve your experience.</p></div>
<main><h1>Dockers walk out in Tolm</h1>${main}</main><aside class=related><p><a href=/a>Ferry fares to rise again in spring, says minister.</a></p></aside>
<footer><p>© 2031 Courier Holdings. All rights reserved.</p></footer></body></html>`;
const paragraphs = (lines: readonly string[]): string => lines.map((line) => `<p>${line}</p>`).join("");

const pages: readonly Case[] = [
  {
    name: "a page of two short paragraphs",
    input: { html: frame(paragraphs([strike[0]!, second])) },
    stays: [strike[0]!, second],
    is: { title: "Dockers walk out in Tolm", published: null, publishedWithin: null },
  },
  {
    name: "a page of one sentence",
    input: { html: frame(paragraphs([blast])) },
    stays: [blast],
    is: { title: "Dockers walk out in Tolm" },
  },
  {
    name: "a page with a date that can be read both ways",
    input: { html: frame(`<p class=date>03/04/2027</p>${paragraphs([strike[1]!, second])}`) },
    stays: [strike[1]!, second],
    is: { published: null, publishedWithin: { earliest: "2027-03-04", latest: "2027-04-03" } },
  },
  {
    name: "a page whose language says which comes first",
    input: {
      html: frame(`<p class=date>03/04/2027</p>${paragraphs([strike[1]!, second])}`).replace("lang=en", "lang=en-GB"),
    },
    stays: [strike[1]!, second],
    is: { published: "2027-04-03", publishedWithin: { earliest: "2027-04-03", latest: "2027-04-03" } },
  },
  {
    name: "a page of two sentences of three words",
    input: { html: frame(paragraphs(["The pier fell.", "Nobody was hurt."])) },
    stays: ["The pier fell.", "Nobody was hurt."],
  },
  {
    name: "a statement with a list on a page",
    input: {
      html: frame(
        "<p>The authority has decided:</p><ul><li>to keep the pier closed<li>to refund all tickets</ul><p>We thank our passengers.</p>",
      ),
    },
    stays: [
      "The authority has decided:",
      "to keep the pier closed",
      "to refund all tickets",
      "We thank our passengers.",
    ],
  },
  {
    name: "an interview on a page",
    input: { html: frame(paragraphs(["Did you sign it?", "No.", "Why not?", "Nobody asked me to."])) },
    stays: ["Did you sign it?", "No.", "Why not?", "Nobody asked me to."],
  },
  {
    name: "a bare fragment",
    input: { html: paragraphs([strike[0]!, second]) },
    stays: [strike[0]!, second],
  },
  { name: "a bare fragment of one sentence", input: { html: "<p>The pier fell.</p>" }, stays: ["The pier fell."] },
];

describe("read, short pages", () => {
  it.each(pages)("$name", ({ input, stays, is }) => {
    const { output, diagnostics } = read({ id: "s", file: "s.html", ...input });
    expect(diagnostics).toEqual([]);
    expect(output?.text).toBe(stays.join("\n\n"));
    if (is !== undefined) expect(output).toMatchObject(is);
  });

  it("takes no error message for an article", () => {
    const html = frame("<p>The page was moved.</p>").replaceAll("Dockers walk out in Tolm", "404 Not found");
    expect(read({ id: "s", file: "s.html", html }).output).toBeNull();
  });
});
