import { expect, test } from "vitest";
import { dropThread } from "./flat-comments.js";
import { measureLines } from "./measured.js";

const article = Array.from(
  { length: 6 },
  (_, i) => `Paragraph ${i} tells how the ferry to Tolm ran aground and what the harbour office said about it at noon.`,
);
const keptOf = (lines: readonly string[]): string[] => {
  const kept = lines.map(() => true);
  dropThread(measureLines(lines), kept);
  return lines.filter((_, i) => kept[i]);
};
const says = (name: string): string[] => [
  `${name} says:`,
  `I was on board and ${name} was too, it was no fun.`,
  "Reply",
];

test("comments go from their heading to the last", () => {
  const lines = [...article, "3 Comments", ...["Mara", "Jo Berg", "Ines"].flatMap(says), "All about ferries."];
  expect(keptOf(lines)).toEqual([...article, "All about ferries."]);
});

test("where names stand above them, the last one's words go as well", () => {
  const lines = [...article, ...["Mara", "Jo", "Ines"].flatMap((name) => says(name).slice(0, 2))];
  expect(keptOf(lines)).toEqual(article);
});

test("where only buttons stand below them, they begin at a date", () => {
  const comment = ["2 March 2031", "What a story, I am glad that nobody was hurt.", "Reply"];
  expect(keptOf([...article, ...comment, ...comment, ...comment])).toEqual(article);
});

test.each([
  ["two marks are no thread", [...article, "Mara says:", "I was on board.", "Reply"]],
  ["nothing stands before it", ["Mara", "Jo", "Ines"].flatMap(says)],
  [
    "what people say in a report is no mark",
    [...article, "The minister says: no.", "Who says so?", "It says nothing."],
  ],
])("stays: %s", (_, lines) => {
  expect(keptOf(lines)).toEqual(lines);
});

test("a hundred thousand lines take no time", () => {
  const lines = measureLines([...article, ...Array(100_000).fill("Reply")]);
  const began = performance.now();
  dropThread(lines, Array(lines.length).fill(true));
  expect(performance.now() - began).toBeLessThan(1_000);
});
