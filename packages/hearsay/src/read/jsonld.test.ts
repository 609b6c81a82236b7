import { expect, test } from "vitest";
import { read } from "./index.js";

const titleOf = (data: string): string | undefined =>
  read({
    id: "a",
    file: "a.html",
    html: `<script type="application/ld+json">${data}</script><article><p>${"The ferry ran aground at dawn on Monday. ".repeat(9)}</p></article>`,
  }).output?.title;
const article = '{"@type":"NewsArticle","headline":"Ferry held in Tolm"}';

test.each([
  article,
  `${article};`,
  `<!-- ${article} -->`,
  `//<![CDATA[${article}//]]>`,
  `<![CDATA[ ${article} ]]> ; `,
  article.replace("}", ",\n}"),
])("a page's data in whatever wrapping: %s", (data) => {
  expect(titleOf(data)).toBe("Ferry held in Tolm");
});

test("a name in a name in a name is none, however deep", () => {
  const deep = `${'{"name":'.repeat(100_000)}"Ferry"${"}".repeat(100_000)}`;
  expect(titleOf(`{"@type":"NewsArticle","headline":${deep}}`)).toBeDefined();
  expect(titleOf('{"@type":"NewsArticle","headline":[{"@value":"Ferry held in Tolm"}]}')).toBe("Ferry held in Tolm");
});

test("a long run of spaces takes no time", () => {
  expect(titleOf(`${article}${" ".repeat(300_000)}`)).toBe("Ferry held in Tolm");
  expect(titleOf(`{"headline":"Ferry",${" ".repeat(300_000)}x`)).toBeDefined();
});
