import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { read } from "./index.js";
import { vagueDate } from "./vague-dates.js";

/** A Sunday. */
const now = "2031-03-09T12:00:00Z";
const days = (line: string, retrieved: string | null = now, latest: string | null = null) => {
  const found = vagueDate(line, retrieved, latest);
  return found === null ? null : [found.within.earliest, found.within.latest];
};

describe("days that a page does not name in full", () => {
  it.each([
    ["3 days ago", "2031-03-05", "2031-03-06"],
    ["Posted 2 hours ago by Ana Novak", "2031-03-09", "2031-03-09"],
    ["Published 13 hours ago", "2031-03-08", "2031-03-08"],
    ["a week ago", "2031-02-23", "2031-03-02"],
    ["vor 2 Tagen", "2031-03-06", "2031-03-07"],
    ["il y a 3 jours", "2031-03-05", "2031-03-06"],
    ["Yesterday, 14:20", "2031-03-07", "2031-03-09"],
    ["Hier à 14h20", "2031-03-07", "2031-03-09"],
    ["Ayer, 14:20", "2031-03-07", "2031-03-09"],
    ["Posted today by Ana Novak", "2031-03-08", "2031-03-10"],
    ["Heute um 9 Uhr", "2031-03-08", "2031-03-10"],
    ["Wednesday, 14:22", "2031-03-05", "2031-03-05"],
    ["Sunday", "2031-03-02", "2031-03-09"],
    ["Mittwoch", "2031-03-05", "2031-03-05"],
    ["5 March", "2031-03-05", "2031-03-05"],
    ["March 12, 14:00", "2030-03-12", "2030-03-12"],
    ["Tuesday 12 March", "2030-03-12", "2030-03-12"],
    ["Wednesday 12 March", "2025-03-12", "2025-03-12"],
  ])("%s", (line, earliest, latest) => expect(days(line)).toEqual([earliest, latest]));

  it("are seen from the last change where nobody knows when the page was read; then 'ago' means nothing", () => {
    expect(days("Friday", null, "2031-03-09T08:00:00Z")).toEqual(["2031-03-07", "2031-03-07"]);
    expect(days("3 days ago", null, "2031-03-09")).toBeNull();
    expect(days("Friday", null)).toBeNull();
    expect(days("Friday", "no date")).toBeNull();
  });

  it.each([
    "31 February",
    "5 March 12pm-1pm, meeting room 217",
    "5 March 2029",
    "Sunday morning at the pier",
    "3 ferries ago",
    "Today's vote decides",
    "Today’s ferry",
    "Yesterday, all the ferries were still at sea",
    "10 days ago the pier broke, and nobody said why",
    "Hier lesen Sie mehr",
    "Hier 10 Tipps",
    "Hoy más barcos",
    "Maybe 5",
    "4 Marches",
    "",
  ])("are none in %j", (line) => expect(days(line)).toBeNull());

  it("are none after the last change that the page states", () => {
    expect(days("Yesterday, 14:20", now, "2029-03-09T10:00:00Z")).toBeNull();
    expect(days("Friday", now, "2031-03-05")).toBeNull();
    expect(days("Friday", now, "2031-03-06T23:00:00Z")).toEqual(["2031-03-07", "2031-03-07"]);
  });

  it("never lie after the day of retrieval, but for zones of time", () => {
    const line = fc.constantFrom("Friday", "30 December", "Monday 1 May", "12 months ago", "Sunday", "an hour ago");
    const time = fc.date({ min: new Date("2001-01-01"), max: new Date("2090-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(line, time, (line, at) => {
        const found = vagueDate(line, at.toISOString(), null);
        if (found === null) return;
        expect(found.within.earliest <= found.within.latest).toBe(true);
        expect(Date.parse(found.within.latest)).toBeLessThanOrEqual(at.getTime() + 86_400_000);
      }),
    );
  });

  it("give no date of publication, but the days it lies between", () => {
    const prose =
      "Port officials closed the old ferry pier on Tuesday after a third boat struck its rotten piles, the harbour master said.";
    const page = (when: string) =>
      `<html lang="en"><body><main><h1>Rotten pier closes</h1><p class="when">${when}</p><p>${prose}</p><p>${prose} Nobody was hurt.</p></main></body></html>`;
    const article = (when: string) => read({ id: "a", file: "a", html: page(when), retrieved: now }).output!;
    expect(article("3 days ago")).toMatchObject({
      published: null,
      publishedWithin: { earliest: "2031-03-05", latest: "2031-03-06" },
      evidence: { published: { from: "line", text: "3 days ago", against: [] } },
    });
    expect(article("4 March 2031").published).toBe("2031-03-04");
    const flat = read({
      id: "a",
      file: "a",
      text: `Rotten pier closes\n\nFriday\n\n${prose}\n\n${prose}`,
      retrieved: now,
    });
    expect(flat.output!.publishedWithin).toEqual({ earliest: "2031-03-07", latest: "2031-03-07" });
  });
});
