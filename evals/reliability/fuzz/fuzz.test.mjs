import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCases } from "./cases.mjs";
import { Chance } from "./chance.mjs";
import { csvIsDead, noFault, pageIsDead, spansHold, terminalIsSafe } from "./checks.mjs";
import { add, emptyTally, fuzzTable } from "./tally.mjs";

/** Of a campaign of its own, so many inputs: a few seconds. `fuzz.mjs` runs as many as one likes. */
const few = 80;
let folder = "";
let cases;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-fuzz-"));
  cases = await openCases(2031, folder);
}, 60_000);
afterAll(async () => {
  await cases.close();
  rmSync(folder, { recursive: true });
});

describe("hostile inputs", () => {
  it("are the same for a seed", () => {
    for (const number of [0, 7, 91]) expect(cases.of(number)).toEqual(cases.of(number));
    expect(cases.of(1).input).not.toEqual(cases.of(2).input);
  });
  it(`break no promise: the first ${few} of a campaign`, async () => {
    const failures = [];
    for (let number = 0; number < few; number++)
      await cases.run(number).catch((error) => failures.push(`${number}: ${error.stack}`));
    expect(failures).toEqual([]);
  }, 120_000);
});

describe("what is checked", () => {
  it("finds what it is for", () => {
    expect(() => csvIsDead('a,"\t=1"\n')).toThrow("a formula alive");
    expect(() => csvIsDead("a,＝1\n")).toThrow("a formula alive");
    expect(() => csvIsDead("a,-12.5,'=1\n")).not.toThrow();
    expect(() => pageIsDead("<p onclick=x>")).toThrow("a page alive");
    expect(() => pageIsDead('<a href="javascript:x">')).toThrow("a page alive");
    expect(() => pageIsDead("<p>on a=b, &lt;script&gt;</p>")).not.toThrow();
    expect(() => terminalIsSafe("a\u001b[2J")).toThrow("steers the terminal");
    expect(() => spansHold({ a: [{ article: "a", start: 0, end: 9 }] }, new Map([["a", "short"]]))).toThrow("out of");
    expect(() => spansHold({ article: "a", start: 0, end: 2, text: "so" }, new Map([["a", "short"]]))).toThrow("words");
    expect(() => noFault([{ code: "annotate.failed", message: "" }])).toThrow("annotate.failed");
  });
  it("is counted, and shown as a table", () => {
    const tally = emptyTally(1);
    for (const [number, ms] of [1, 2, 500].entries())
      add(tally, { number, target: "a", ms, size: 2 ** 20, heap: 1, rss: 2 ** 21, failure: ms > 100 ? "slow" : null });
    expect(tally.next).toBe(3);
    expect(fuzzTable(tally)).toMatch(
      /3 inputs, seed 1: 1 failures\. .* 2 MB[\s\S]*\| a \| 3 \| 3 \| ≤ 3 \| ≤ 1000 \| 500 \| 1 \|/,
    );
  });
});

it("chance is even enough, and bounded", () => {
  const chance = new Chance(1);
  const sizes = Array.from({ length: 2000 }, () => chance.size(1000));
  expect([Math.min(...sizes), Math.max(...sizes) <= 1000]).toEqual([1, true]);
  expect(sizes.filter((size) => size <= 30).length).toBeGreaterThan(800);
});
