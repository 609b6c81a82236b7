import { expect, it } from "vitest";
import { Counts, passedOver } from "./passed.js";

it("what was passed over is counted, bounded in kinds and in length", () => {
  const few = new Counts();
  for (const kind of [".js", ".css", ".js"]) few.add(kind);
  expect(few.list).toBe("1 .css, 2 .js");
  const many = new Counts();
  for (let i = 0; i < 100_000; i++) many.add(`.${i}${"x".repeat(100)}`);
  for (let i = 0; i < 3; i++) many.add(".css");
  const { message } = passedOver("x.zip", many);
  expect(message).toMatch(/, 9\d{4} others\.$/);
  expect(message.length).toBeLessThan(800);
});
