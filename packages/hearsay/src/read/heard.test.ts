import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { heard } from "./heard.js";

describe("what several feeds say of a page", () => {
  it("is the earliest date, with its time, the shortest whole title, the longest list of authors", () => {
    expect(
      heard({
        a: { title: "Ferry aground - The Herald", published: "2026-03-02T10:00Z", authors: ["Ada Berg"] },
        b: { title: "Ferry…", published: "2026-03-01", authors: ["Ada Berg", "Bo Lind"] },
        c: { title: "Ferry aground", published: "2026-03-01T22:00+01:00" },
        d: {},
      }),
    ).toEqual({ title: "Ferry aground", published: "2026-03-01T22:00+01:00", authors: ["Ada Berg", "Bo Lind"] });
    expect(heard()).toEqual({});
  });

  it("is the same in any order", () => {
    const hint = fc.record(
      {
        title: fc.string(),
        published: fc.constantFrom("2026-03-01", "2026-03-01T09:00Z", "x", ""),
        authors: fc.array(fc.string()),
        sections: fc.array(fc.string()),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(hint), (hints) => {
        const feeds = (list: typeof hints) => Object.fromEntries(list.map((one, i) => [String(i), one]));
        expect(heard(feeds(hints))).toEqual(heard(feeds([...hints].reverse())));
      }),
    );
  });
});
