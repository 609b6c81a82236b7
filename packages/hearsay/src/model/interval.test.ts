import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compatible, type Interval } from "./interval.js";

const interval = (earliest: string, latest = earliest): Interval => ({ earliest, latest });

describe("compatible", () => {
  it("is true of stretches that share a day, ends included", () => {
    expect(compatible(interval("2031-03-01", "2031-03-31"), interval("2031-03-31", "2031-04-02"))).toBe(true);
    expect(compatible(interval("2031-03-01", "2031-03-31"), interval("2031-04-01"))).toBe(false);
  });

  it("compares by what both sides say", () => {
    expect(compatible(interval("2031-03-14"), interval("2031-03-14T18:40"))).toBe(true);
    expect(compatible(interval("2031-03-14T07:30"), interval("2031-03-14T18:40"))).toBe(false);
    expect(compatible(interval("2031"), interval("2031-03-14"))).toBe(true);
    expect(compatible(interval("2030"), interval("2031-03-14"))).toBe(false);
  });

  it("knows open ends", () => {
    const since = interval("2029-06-01", "9999");
    expect(compatible(since, interval("2031-03-14"))).toBe(true);
    expect(compatible(since, interval("2028"))).toBe(false);
    expect(compatible(interval("0000", "2031-03-14"), interval("2031-03-15", "9999"))).toBe(false);
  });

  it("says what the days themselves say, whichever side is asked", () => {
    const iso = (day: number): string => new Date(Date.UTC(2031, 0, 1 + day)).toISOString().slice(0, 10);
    const stretch = fc.tuple(fc.nat(700), fc.nat(40));
    fc.assert(
      fc.property(stretch, stretch, ([a, lengthA], [b, lengthB]) => {
        const [x, y] = [interval(iso(a), iso(a + lengthA)), interval(iso(b), iso(b + lengthB))];
        expect(compatible(x, y)).toBe(a <= b + lengthB && b <= a + lengthA);
        expect(compatible(y, x)).toBe(compatible(x, y));
      }),
    );
  });
});
