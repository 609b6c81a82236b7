import { describe, expect, it } from "vitest";
import { readableDate, readableInterval } from "./dates.js";

describe("readableInterval", () => {
  const cases: readonly (readonly [earliest: string, latest: string, words: string])[] = [
    ["2031-06-03", "2031-06-03", "3 June 2031"],
    ["2031-06-03T14:22", "2031-06-03T14:22", "3 June 2031, 14:22"],
    ["2031-06-03T14:22:05+02:00", "2031-06-03T14:22:05+02:00", "3 June 2031, 14:22"],
    ["2031-06-03T05:00", "2031-06-03T11:59", "3 June 2031, 05:00–11:59"],
    ["2031-06-03T00:00", "2031-06-03T23:59", "3 June 2031"],
    ["2031-06-03", "2031-06-05", "3–5 June 2031"],
    ["2031-05-28", "2031-06-03", "28 May – 3 June 2031"],
    ["2031-12-28", "2032-01-03", "28 December 2031 – 3 January 2032"],
    ["2031-06-01", "2031-06-30", "June 2031"],
    ["2031-06", "2031-06", "June 2031"],
    ["2032-02-01", "2032-02-29", "February 2032"],
    ["2031-04-01", "2031-06-30", "April – June 2031"],
    ["2031-01-01", "2031-12-31", "2031"],
    ["2031", "2031", "2031"],
    ["2018-01-01", "2020-12-31", "2018–2020"],
    ["0001-01-01", "2031-06-03", "until 3 June 2031"],
    ["2031-06-03", "9999-12-31", "from 3 June 2031"],
    ["soon", "later", "soon – later"],
  ];
  it.each(cases)("%s to %s is %s", (earliest, latest, words) => {
    expect(readableInterval({ earliest, latest })).toBe(words);
  });
});

describe("readableDate", () => {
  it("leaves alone what is no date", () => {
    expect(readableDate("unknown")).toBe("unknown");
    expect(readableDate("2031-13-01")).toBe("2031-13-01");
  });
});
