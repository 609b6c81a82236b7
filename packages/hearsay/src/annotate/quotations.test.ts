import { describe, expect, it } from "vitest";
import { findQuotations } from "./quotations.js";

const quoted = (text: string) => findQuotations("a", text).map(({ start, end }) => text.slice(start, end));

describe("findQuotations", () => {
  it.each([
    ['"Not today," the clerk said. "Come back."', ["Not today,", "Come back."]],
    ["“Not today,” the clerk said.", ["Not today,"]],
    ["The ‘reform’ failed.", ["reform"]],
    ["The 'reform' failed.", ["reform"]],
    ["“He told me ‘never’ and left,” she said.", ["He told me ‘never’ and left,", "never"]],
    ["«Nous partons», she said.", ["Nous partons"]],
  ])("%s", (text, expected) => expect(quoted(text)).toEqual(expected));

  it("does not take apostrophes for marks", () => {
    expect(quoted("It's the farmers' market of the '90s, don't you see? The dogs’ owners aren’t here.")).toEqual([]);
    expect(quoted("He called it ‘the farmers’ revenge’ and left.")).toEqual(["the farmers’ revenge"]);
    expect(quoted("A board 6' by 4' was missing.")).toEqual([]);
  });

  it("goes on in the next paragraph when the mark is repeated", () => {
    const text = "“We waited.\n\n“Nobody came,” he said.";
    expect(findQuotations("a", text).map((q) => [text.slice(q.start, q.end), q.continues])).toEqual([
      ["We waited.", false],
      ["Nobody came,", true],
    ]);
  });

  it("bounds a mark that is never closed", () => {
    expect(quoted('He said: "We wait for rain.\nThe next day it rained.')).toEqual(["We wait for rain."]);
    const [long] = findQuotations("a", `“${"word ".repeat(5000)}`);
    expect((long?.end ?? 0) - (long?.start ?? 0)).toBeLessThanOrEqual(5000);
  });

  it("is quick on a long line of marks", () => {
    const started = performance.now();
    findQuotations("a", "“'\" a’".repeat(100_000));
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
