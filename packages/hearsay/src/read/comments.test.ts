import { expect, test } from "vitest";
import { dropComments } from "./comments.js";
import { takeApart } from "./markup.js";
import { measureBlocks } from "./measured.js";

const keptOf = (html: string): string[] => {
  const items = measureBlocks(takeApart(html).blocks);
  const kept = items.map(() => true);
  dropComments(items, kept);
  return items.flatMap(({ text }, i) => (kept[i] ? [text] : []));
};

const story = "The council of Tolm will decide on the new ferry in March, its chair said on Monday evening.";
const reply = "I have waited for this ferry for ten years.";

test.each([["comment-list"], ["comment odd thread-even"], ["disqus_thread"]])("what stands in %s goes", (name) => {
  expect(keptOf(`<p>${story}</p><div class="${name}"><p>${reply}</p></div>`)).toEqual([story]);
});

test("a section of a paper that discusses stays", () => {
  expect(keptOf(`<p>${story}</p><section id="discussion"><p>${reply}</p></section>`)).toEqual([story, reply]);
});

test("comments on a match as it goes on stay", () => {
  const html = `<p>${story}</p><div class="live-match-comment"><p class="match-comment-body comment-text">${reply}</p></div>`;
  expect(keptOf(html)).toEqual([story, reply]);
});

test("an article that its site calls a comment stays", () => {
  expect(keptOf(`<p>${reply}</p><div class="comment-text"><p>${story}</p></div>`)).toEqual([reply, story]);
});

test("many comments go beside an article that is shorter than all of them", () => {
  const article = Array.from({ length: 5 }, (_, i) => `${story} The vote is item ${i} of its list.`);
  const comments = Array.from({ length: 30 }, (_, i) => `<div class="comment_body_${i}"><p>${reply} ${i}</p></div>`);
  expect(keptOf(article.map((text) => `<p>${text}</p>`).join("") + comments.join(""))).toEqual(article);
});
