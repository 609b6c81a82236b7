import { expect, it } from "vitest";
import { sinceOf } from "./since.js";

const now = "2031-03-14T10:30:00.000Z";

it.each([
  ["2031-03", "2031-03"],
  ["2031-03-12T08:15", "2031-03-12T08:15"],
  ["yesterday", "2031-03-13"],
  ["2 days ago", "2031-03-12"],
  ["1 week ago", "2031-03-07"],
  ["3 hours ago", "2031-03-14T07:30"],
])("reads %s", (text, iso) => expect(sinceOf(text, now)).toBe(iso));

it("refuses what is no date", () => {
  for (const text of ["soon", "14.3.2031", "2 moons ago", ""])
    expect(() => sinceOf(text, now), text).toThrow(expect.objectContaining({ code: "usage.date" }));
});
