import { describe, expect, it } from "vitest";
import { type Clocked, inOrder, isNewestFirst, timesOf } from "./entry-days.js";

const at = (clock: string, day: string | null = null): Clocked => {
  const [hours, minutes] = clock.split(":").map(Number) as [number, number];
  return { minutes: hours * 60 + minutes, clock: `T${clock}`, day };
};
const times = (heads: readonly Clocked[], published: string | null, modified: string | null = null) =>
  timesOf(heads, published, modified).map(({ time }) => time);

describe("the days of entries", () => {
  it("begin with the day of publication, and go on over midnight", () => {
    expect(times([at("22:10"), at("23:50"), at("00:20")], "2031-03-09T22:00")).toEqual([
      "2031-03-09T22:10",
      "2031-03-09T23:50",
      "2031-03-10T00:20",
    ]);
    expect(times([at("00:20"), at("23:50"), at("22:10")], "2031-03-09")).toEqual([
      "2031-03-10T00:20",
      "2031-03-09T23:50",
      "2031-03-09T22:10",
    ]);
  });

  it("are those that neighbours name", () => {
    expect(times([at("01:10"), at("23:50", "2031-03-09"), at("20:00")], "2031-03-01")).toEqual([
      "2031-03-10T01:10",
      "2031-03-09T23:50",
      "2031-03-09T20:00",
    ]);
  });

  it("end with the day of the last change where only that is known", () => {
    expect(times([at("00:20"), at("23:50")], null, "2031-03-10")).toEqual(["2031-03-10T00:20", "2031-03-09T23:50"]);
    expect(times([at("10:00"), at("09:00")], null)).toEqual([null, null]);
  });

  it("stay open where they would end after the last change, or the publication is half a day off", () => {
    const beyond = timesOf([at("23:50"), at("00:20")], "2031-03-09", "2031-03-09");
    expect(beyond[0]).toEqual({ time: null, within: { earliest: "2031-03-09", latest: "2031-03-09" } });
    expect(times([at("00:30"), at("01:00")], "2031-03-08T23:31:00Z")).toEqual([null, null]);
  });

  it("stay open where a time would be later than the last change in every zone", () => {
    const shown = [at("20:10"), at("19:55"), at("19:35")];
    expect(timesOf(shown, "2031-03-10T00:30:00Z", "2031-03-10T01:15:00Z")).toEqual(
      shown.map(() => ({ time: null, within: { earliest: "2031-03-10", latest: "2031-03-10" } })),
    );
    expect(times([at("20:10"), at("19:35")], "2031-03-10T00:30", "2031-03-10T07:00")[1]).toBe("2031-03-10T19:35");
    expect(times([at("20:10", "2031-03-10"), at("19:35")], null, "2031-03-10T01:15:00Z")).toEqual([
      "2031-03-10T20:10",
      null,
    ]);
  });

  it("an entry a little out of order is of the same day", () => {
    expect(times([at("10:00"), at("10:30"), at("10:25"), at("11:00")], "2031-03-09")[3]).toBe("2031-03-09T11:00");
  });

  it("order is measured between neighbours", () => {
    expect(inOrder([at("10:00"), at("10:30"), at("11:00")])).toBe(1);
    expect(inOrder([at("10:00"), at("12:30"), at("11:00"), at("12:00"), at("10:10")])).toBe(0.5);
    expect(inOrder([at("10:00"), at("10:00")])).toBe(0);
    expect(isNewestFirst([at("00:10"), at("23:00"), at("22:00")])).toBe(true);
  });
});
