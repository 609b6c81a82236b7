import { describe, expect, it } from "vitest";
import { linesOf } from "./page-lines.js";

describe("the lines of a page", () => {
  it("end with its blocks, and say where they begin", () => {
    const html = "<style>p{}</style><p>The ferry<b> waits</b> &amp; sails</p><h2>Later</h2>At noon<br>it left";
    const lines = linesOf(html);
    expect(lines.map(({ text }) => text)).toEqual(["The ferry waits & sails", "Later", "At noon", "it left"]);
    expect(lines.map(({ start }) => html.slice(start, start + 2))).toEqual(["Th", "La", "At", "it"]);
  });

  it.each(["<", "<a", "<!--", "<p "])("take no time where %j never closes", (opening) => {
    const html = `<p>The ferry waits</p>${opening}${"a".repeat(1_000_000)}`;
    const began = performance.now();
    expect(linesOf(html)[0]!.text).toBe("The ferry waits");
    linesOf(opening.repeat(1_000_000 / opening.length));
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
