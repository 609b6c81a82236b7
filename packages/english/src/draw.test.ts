import { expect, test } from "vitest";
import { drawSentence } from "./draw.js";
import { parse, parseTokens } from "./parse.js";

test("a picture has every word, tag and relation of the tree", () => {
  const [sentence] = parse("The mayor of the old port said the ferry had left.");
  const picture = drawSentence(sentence!);
  for (const { form, deprel } of sentence!.tokens) {
    expect(picture).toContain(`>${form}</text>`);
    expect(picture).toContain(`>${deprel}</text>`);
  }
  expect(picture.match(/class="arc"/g)).toHaveLength(sentence!.tokens.length);
});

test("text stays text, and nothing draws nothing", () => {
  const [sentence] = parseTokens([["<script>alert(1)</script>", "said", '"&\u0000\uD800']]);
  const picture = drawSentence(sentence!);
  expect(picture).not.toContain("<script");
  expect(picture).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(picture).toContain("&quot;&amp;\uFFFD\uFFFD");
  expect(drawSentence({ start: 0, end: 0, tokens: [] })).toMatch(/^<svg[\s\S]*<\/svg>\n$/);
});
