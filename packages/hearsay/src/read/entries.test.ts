import { describe, expect, it } from "vitest";
import { read } from "./index.js";

const body = [
  "The harbour office said the northern pier would stay closed until engineers had looked at every one of its pillars.",
  "Crews of two ferries were told to wait outside the bay, where the wind had grown to a gale within an hour.",
  "The mayor told reporters that nobody had been hurt, and that the council would meet again in the evening.",
  "Divers found a second crack today, a little longer than the first, close to the old lighthouse steps.",
];
const opening =
  "We follow the closing of the northern pier through the day, with everything that the harbour office and the ferry lines say.";

interface Line {
  readonly clock: string;
  readonly title: string;
}
const lines: readonly Line[] = [
  { clock: "16:40", title: "Pier stays closed" },
  { clock: "15:10", title: "Ferries wait outside the bay" },
  { clock: "14:05", title: "Mayor: nobody hurt" },
  { clock: "11:30", title: "Second crack found" },
];

const block = ({ clock, title }: Line, i: number): string =>
  `<article class="entry" id="e${i}"><time class="stamp">${clock}</time><h3>${title}</h3><p>${body[i]}</p><p>${body[(i + 1) % 4]}</p></article>`;
const page = (blocks: string, more = "", title = "Pier closes – live updates"): string =>
  `<html lang="en-GB"><head><title>${title}</title><meta property="article:published_time" content="2031-03-09T11:00:00Z">${more}</head><body><main><h1>${title}</h1><p>${opening}</p><section class="stream">${blocks}</section><p>The ferry lines thank all those who wrote to us today, and will answer each letter within the coming week.</p></main></body></html>`;
const readPage = (html: string) => read({ id: "a", file: "a", html }).output!;

describe("entries of a live blog", () => {
  it("stand under the times that the page shows, and end where its stream does", () => {
    const article = readPage(page(lines.map(block).join("")));
    expect(article.entries.map(({ time, title }) => [time, title])).toEqual(
      lines.map(({ clock, title }) => [`2031-03-09T${clock}`, title]),
    );
    const [first, , , last] = article.entries;
    expect(article.text.slice(first!.start, first!.end)).toContain(body[0]);
    expect(article.text.slice(last!.end)).toContain("thank all those");
    expect(article.text.slice(0, first!.start)).toContain("through the day");
    expect(article.text).not.toContain("16:40");
    expect(first!.evidence).toEqual({ from: "line", text: "16:40", against: [], confidence: null });
  });

  it("have the times that the page's data state where these list them", () => {
    const updates = lines.map(({ clock, title }, i) => ({
      "@type": "BlogPosting",
      headline: title,
      articleBody: body[i],
      datePublished: `2031-03-09T${clock}:17+01:00`,
    }));
    const data = `<script type="application/ld+json">${JSON.stringify({ "@type": "LiveBlogPosting", headline: "Pier closes", datePublished: "2031-03-09T11:00:00Z", liveBlogUpdate: updates })}</script>`;
    const shown = lines.map(({ title }, i) => `<div class="entry"><h3>${title}</h3><p>${body[i]}</p></div>`).join("");
    const article = readPage(page(shown, data, "Pier closes"));
    expect(article.entries.map(({ time, evidence }) => [time, evidence.from])).toEqual(
      lines.map(({ clock }) => [`2031-03-09T${clock}:17+01:00`, "json-ld"]),
    );
  });

  it("begin with their headings where these stand above the times", () => {
    const above = ({ clock, title }: Line, i: number): string =>
      `<div class="entry"><h3>${title}</h3><div class="when">${clock}</div><p>${body[i]}</p></div>`;
    const expected = lines.map(({ clock, title }) => [`2031-03-09T${clock}`, title]);
    const plain = readPage(page(lines.map(above).join("")));
    expect(plain.entries.map(({ time, title }) => [time, title])).toEqual(expected);
    const updates = lines.map(({ clock, title }) => ({ headline: title, datePublished: `2031-03-09T${clock}` }));
    const data = `<script type="application/ld+json">${JSON.stringify({ "@type": "LiveBlogPosting", liveBlogUpdate: updates.slice(1) })}</script>`;
    const listed = readPage(page(lines.map(above).join(""), data));
    expect(listed.entries.map(({ time, title }) => [time, title])).toEqual(expected);
    expect(listed.entries.map(({ evidence }) => evidence.from)).toEqual(["line", "json-ld", "json-ld", "json-ld"]);
    expect(listed.entries.map(({ start, end }) => listed.text.slice(start, end))).toEqual(
      lines.map(({ title }, i) => `${title}\n\n${body[i]}`),
    );
  });

  it("have a day from the data only where these write the clock that the page shows", () => {
    const listedAs = (datePublished: string) => {
      const data = { "@type": "LiveBlogPosting", liveBlogUpdate: [{ headline: lines[0]!.title, datePublished }] };
      const script = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
      return readPage(page(lines.map(block).join(""), script)).entries.map(({ time }) => time);
    };
    expect(listedAs("2031-03-10T00:40:17Z")).toEqual([
      "2031-03-10T00:40:17Z",
      "2031-03-09T15:10",
      "2031-03-09T14:05",
      "2031-03-09T11:30",
    ]);
    expect(listedAs("2031-03-10T16:40:17+01:00")[1]).toBe("2031-03-10T15:10");
  });

  it("are found in flat text too", () => {
    const text = [
      "Pier closes – live updates",
      "9 March 2031",
      opening,
      ...lines.flatMap(({ clock, title }, i) => [clock, title, body[i]!]),
    ].join("\n\n");
    const article = read({ id: "a", file: "a", text }).output!;
    expect(article.entries.map(({ time, title }) => [time, title])).toEqual(
      lines.map(({ clock, title }) => [`2031-03-09T${clock}`, title]),
    );
  });

  it("need no day to be told apart", () => {
    const html = page(lines.map(block).join("")).replace(/<meta[^>]*>/, "");
    expect(readPage(html).entries.map(({ time, within }) => [time, within])).toEqual(Array(4).fill([null, null]));
  });

  it.each([
    ["a timetable", "Open day at the harbour", [...lines].reverse()],
    ["a page that is not called live, of few entries", "Pier closes", lines],
    ["times in no order", "Pier closes live", [1, 0, 3, 2, 0, 3].map((i) => lines[i]!)],
  ])("are none in %s", (_, title, shown) => {
    expect(readPage(page(shown.map(block).join(""), "", title)).entries).toEqual([]);
  });

  it("are none in comments, nor in a list of other articles' headlines", () => {
    const comments = `<div class="comments">${lines.map(block).join("")}</div>`;
    expect(readPage(page(comments)).entries).toEqual([]);
    const ticker = lines.map(({ clock, title }) => `<li>${clock} ${title}</li>`).join("");
    expect(readPage(page(`<ul>${ticker}</ul>`)).entries).toEqual([]);
  });

  it("cost no more than the page's length, whatever the data list", () => {
    const updates = Array.from({ length: 5_000 }, () => ({
      headline: "Pier stays closed",
      datePublished: "2031-03-09",
    }));
    const data = `<script type="application/ld+json">${JSON.stringify({ "@type": "LiveBlogPosting", liveBlogUpdate: [null, 3, {}, ...updates] })}</script>`;
    const article = readPage(page(lines.map(block).join(""), data));
    expect(article.entries.length).toBeGreaterThan(1);
  });
});
