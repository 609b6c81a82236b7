import { expect, it } from "vitest";
import { type Arrow, saidBy, titleOf } from "./model.js";

it("says that someone denies an arrow where they do", () => {
  const saying: Arrow["sayings"][number] = {
    ...{ cause: "c", article: "a", origin: null, by: "Ines Kallo", entity: null, side: null, voice: "v" },
    ...{ hedged: false, conditional: true, denied: true },
  };
  expect(saidBy(saying)).toBe("Ines Kallo, denies it, if");
  expect(titleOf("rain", 1, saying)).toBe("Ines Kallo denies that rain brings about this");
  expect(titleOf("rain", -1, { ...saying, denied: false })).toBe("Ines Kallo says that rain prevents or lowers this");
});
