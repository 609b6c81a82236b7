import { expect, it } from "vitest";
import { inSlices } from "./slices.js";

it("long work in steps lets others have their turn", async () => {
  let turns = 0;
  const other = setInterval(() => turns++, 1);
  function* steps(): Generator<undefined, string, undefined> {
    for (const until = performance.now() + 80; performance.now() < until; ) yield;
    return "done";
  }
  expect(await inSlices(steps())).toBe("done");
  clearInterval(other);
  expect(turns).toBeGreaterThan(1);
});
