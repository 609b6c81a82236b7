import { expect, it } from "vitest";
import { inBritish } from "./spelling.js";

it.each([
  ["harbor", "harbour"],
  ["advisor", "adviser"],
  ["defence", "defence"],
  ["door", "door"],
])("%s is spelt %s", (word, british) => expect(inBritish(word)).toBe(british));
