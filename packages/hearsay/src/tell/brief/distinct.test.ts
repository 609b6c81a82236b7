import { expect, it } from "vitest";
import { memory } from "./distinct.js";

it("knows again what it has seen in nearly the same words", () => {
  const seen = memory();
  expect(seen("The ferry sank off Oresk on Friday morning")).toBe(false);
  expect(seen("On Friday morning the ferry sank, off Oresk")).toBe(true);
  expect(seen("The ferry sank off Oresk on Friday")).toBe(true);
  expect(seen("The tug was towed to Port Salm on Friday")).toBe(false);
});

it("tells short texts apart unless they are equal", () => {
  const seen = memory();
  expect(seen("Nobody slowed down on purpose that evening")).toBe(false);
  expect(seen("Nobody slowed")).toBe(false);
  expect(seen("nobody slowed!")).toBe(true);
});
