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

const withSubheads = (heads: readonly string[]): string[] => [
  ...article,
  ...heads.flatMap((head, i) => [head, `The pier was unsafe, and ${i + 2} boats had struck it before this one.`]),
];

test("comments go from their heading to the last", () => {
  const lines = [...article, "3 Comments", ...["Mara", "Jo Berg", "Ines"].flatMap(says), "All about ferries."];
  expect(keptOf(lines)).toEqual([...article, "All about ferries."]);
});

test("where names stand above them, the last one's words go as well", () => {
  const lines = [...article, ...says("Mara"), ...says("Jo"), ...says("Ines").slice(0, 2)];
  expect(keptOf(lines)).toEqual(article);
});

test("where only names stand, nothing goes below the last one", () => {
  const lines = [...article, ...["Mara", "Jo", "Ines"].flatMap((name) => says(name).slice(0, 2))];
  expect(keptOf(lines)).toEqual([...article, says("Ines")[1]]);
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
  ["subheads name whose view follows", withSubheads(["What the port says", "What the crew says", "What the law says"])],
  ["subheads announce it", withSubheads(["What the port says:", "How the crew says:", "As the law says:"])],
  ["and in other languages", withSubheads(["Was der Hafen sagt:", "Ce que la ville dit:", "Lo que el puerto dice:"])],
])("stays: %s", (_, lines) => {
  expect(keptOf(lines)).toEqual(lines);
});

test("a hundred thousand lines take no time", () => {
  const lines = measureLines([...article, ...Array(100_000).fill("Reply")]);
  const began = performance.now();
  dropThread(lines, Array(lines.length).fill(true));
  expect(performance.now() - began).toBeLessThan(1_000);
});
