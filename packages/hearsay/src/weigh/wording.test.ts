import { expect, test } from "vitest";
import { tellingWords, wordingOf, wordsInOrder } from "./wording.js";

const telling = (text: string) => tellingWords(wordingOf(text));

test("a title tells nothing: one person named at one place is not yet one fact", () => {
  const a = telling("At Northern Hospital Dr Ada Roe has blood for five days");
  const b = telling("At the hospital Dr Ada Roe has stopped counting bags of blood");
  expect(a).not.toContain("dr");
  expect(wordsInOrder(a, b)).toBe(4);
});

test("words in order, whatever stands between them, whichever comes first", () => {
  const [a, b] = [
    telling("Ellery signed a pact with Lorne in May"),
    telling("In May Ellery and Lorne signed the pact"),
  ];
  expect(wordsInOrder(a, b)).toBe(wordsInOrder(b, a));
  expect(wordsInOrder(a, b)).toBe(3);
  expect(wordsInOrder(a, [])).toBe(0);
});
