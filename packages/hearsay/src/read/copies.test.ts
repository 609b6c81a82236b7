import { expect, test } from "vitest";
import { dropCopies } from "./copies.js";
import { takeApart } from "./markup.js";
import { measureBlocks } from "./measured.js";

const keptOf = (html: string, probabilities: readonly number[]): string[] => {
  const items = measureBlocks(takeApart(html).blocks);
  const kept = items.map(() => true);
  dropCopies(items, probabilities, kept);
  return items.flatMap(({ text }, i) => (kept[i] ? [text] : []));
};

const one = "The council of Tolm will decide on the new ferry in March.";
const two = "Two members have said that they need more time.";

test("of two equal texts the likelier stays", () => {
  expect(keptOf(`<p>${one}</p><p>Yes.</p><p>${one}</p><p>Yes.</p>`, [0.6, 0.9, 0.8, 0.9])).toEqual([
    "Yes.",
    one,
    "Yes.",
  ]);
});

test.each([["hidden"], ['aria-hidden="true"'], ['style="display: none"']])(
  "what %s hides goes where it is shown as well, however it is cut and however likely",
  (attribute) => {
    const html = `<div ${attribute}><p>Ferry</p><p>${one} ${two}</p></div><h2>Ferry</h2><p>${one}</p><p>${two}</p>`;
    expect(keptOf(html, [1, 1, 0.5, 0.5, 0.5])).toEqual(["Ferry", one, two]);
  },
);

test("what is hidden and stands nowhere else stays", () => {
  expect(keptOf(`<p hidden>${one}</p><p>${two}</p>`, [1, 1])).toEqual([one, two]);
});

const word = (i: number): string =>
  `${String.fromCharCode(97 + (i % 26))}${String.fromCharCode(97 + Math.floor(i / 26))}word`;
const paragraphs = Array.from(
  { length: 6 },
  (_, k) => `${Array.from({ length: 50 }, (_, i) => word(50 * k + i)).join(" ")}.`,
);

test("one block that is the source of all the others goes", () => {
  const shown = paragraphs.map((text) => `<p>${text}</p>`).join("");
  expect(keptOf(`${shown}<pre># ${paragraphs.join(" ")}</pre>`, Array(7).fill(0.9))).toEqual(paragraphs);
  const [first, ...rest] = paragraphs;
  expect(keptOf(`<p>${rest.join(" ")}</p><p>${first}</p>`, [0.9, 0.9])).toHaveLength(2);
});
