import { expect, test } from "vitest";
import { articles } from "../testing/articles.js";
import { publishedKey } from "./parts.js";

const article = { ...articles[0]!, label: "Salm Wire", origin: "wire" };
const entry = (start: number, time: string | null, latest: string | null) => ({
  start,
  end: start + 10,
  title: null,
  time,
  within: latest === null ? null : { earliest: "2031-03-08", latest },
  evidence: { from: "line", text: "14:32", against: [], confidence: null },
});

test("words sort by their entry's time, by the end of its days where that is open, else by their article", () => {
  const entries = [entry(10, "2031-03-09T14:32", "2031-03-09"), entry(20, null, "2031-03-10"), entry(30, null, null)];
  const dated = { ...article, published: "2031-03-08", entries };
  const keys = (one: typeof dated | undefined) =>
    [5, 12, 25, 35].map((start) => publishedKey({ article: () => one }, { article: "a", start }));
  expect(keys(dated)).toEqual(["2031-03-08", "2031-03-09T14:32", "2031-03-10", "2031-03-08"]);
  expect(keys(undefined)).toEqual(["~", "~", "~", "~"]);
});

test("what an article says of its last change alone makes it neither the first nor undated", () => {
  const publishedWithin = { earliest: "0001-01-01", latest: "2031-03-09" };
  const changed = { ...article, published: null, publishedWithin };
  expect(publishedKey({ article: () => changed }, { article: "a", start: 0 })).toBe("2031-03-09");
});
