import { parse } from "@hearsay/english";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, easter, isoDay, weekOf } from "./calendar.js";
import { findMoments } from "./index.js";

/** A Friday. */
const friday = "2025-06-20";
const find = (text: string, published: string | null = friday) => findMoments("a", text, parse(text), published);
const values = (text: string, published: string | null = friday) =>
  find(text, published).map(({ start, end, value }) => `${text.slice(start, end)} = ${value}`);

describe("dates that name themselves", () => {
  it.each([
    ["The bridge fell on 3 March 2019.", "3 March 2019 = 2019-03-03"],
    ["The bridge fell on Tuesday, March 3rd, 2020.", "Tuesday, March 3rd, 2020 = 2020-03-03"],
    ["Filed 2024-02-29 at the court.", "2024-02-29 = 2024-02-29"],
    ["Filed 17/02/2024 at the court.", "17/02/2024 = 2024-02-17"],
    ["They were wed in late November 2018.", "late November 2018 = 2018-11"],
    ["Prices rose through the mid-1980s.", "the mid-1980s = 198X"],
    ["It was built in the 19th century.", "the 19th century = 18XX"],
    ["Sales fell in the second quarter of 2023.", "the second quarter of 2023 = 2023-Q2"],
    ["The orchard burned in the summer of 2010.", "the summer of 2010 = 2010-SU"],
    ["She was born in nineteen eighty-four.", "nineteen eighty-four = 1984"],
  ])("%s", (text, expected) => expect(values(text)).toEqual([expected]));

  it("finds no date where there is none", () => {
    for (const text of [
      "He may march on the capital.",
      "About 2000 farmers queued.",
      "It costs $2015 in all.",
      "The 52-year-old baker left.",
    ])
      expect(values(text)).toEqual([]);
  });
});

describe("dates counted from publication", () => {
  it.each([
    ["The envoy arrived on Wednesday.", "Wednesday = 2025-06-18"],
    ["The envoy will arrive on Wednesday.", "Wednesday = 2025-06-25"],
    ["Police said on Friday that it was over.", "Friday = 2025-06-20"],
    ["He left last Friday.", "last Friday = 2025-06-13"],
    ["They met two days ago.", "two days ago = 2025-06-18"],
    ["They met last month.", "last month = 2025-05"],
    ["Nothing moved last week.", "last week = 2025-W24"],
    ["It reopened in December.", "December = 2024-12"],
    ["It will reopen in December.", "December = 2025-12"],
    ["The treaty lapsed at the start of the year.", "the start of the year = 2025"],
    ["A decade ago the mill stood idle.", "A decade ago = 2015"],
    ["They talked on Thursday evening.", "Thursday evening = 2025-06-19TEV"],
    ["Shells fell overnight.", "overnight = 2025-06-20TNI"],
    ["They marched on Christmas Day 2022.", "Christmas Day 2022 = 2022-12-25"],
    ["The mayor spoke recently.", "recently = PAST_REF"],
    ["The road is now closed.", "now = PRESENT_REF"],
  ])("%s", (text, expected) => expect(values(text)).toEqual([expected]));

  it("keeps unknown parts when the day of publication is not known", () => {
    expect(values("The envoy arrived on Wednesday, after talks last week.", null)).toEqual([
      "Wednesday = XXXX-WXX-3",
      "last week = XXXX-WXX",
    ]);
    expect(find("The envoy arrived on Wednesday.", null)[0]?.interval).toBeNull();
  });

  it("counts from the date told before", () => {
    expect(values("The dam broke on 30 April 2011. Three days later the village was gone.")[1]).toBe(
      "Three days later = 2011-05-03",
    );
  });
});

describe("times of day", () => {
  it.each([
    ["The train left at 13:27.", "13:27 = 2025-06-20T13:27"],
    ["The train left at 5 p.m. on Thursday.", "5 p.m. on Thursday = 2025-06-19T17:00"],
    ["14.20 Mayor blames the weather", "14.20 = 2025-06-20T14:20"],
    ["It was over by noon.", "noon = 2025-06-20T12:00"],
  ])("%s", (text, expected) => expect(values(text)).toEqual([expected]));

  it("settles a spoken time by the clock time told before it", () => {
    expect(values("The gates shut at 12:50. By half past one they stood open.")[1]).toBe(
      "half past one = 2025-06-20T13:30",
    );
    expect(find("They met at ten past four.")[0]?.interval).toEqual({
      earliest: "2025-06-20T04:10",
      latest: "2025-06-20T16:10",
    });
  });

  it("does not take prices for times", () => expect(values("Bread is at 14.20 dollars.")).toEqual([]));
});

describe("durations and sets", () => {
  it.each([
    ["The siege went on for three days.", "DURATION P3D"],
    ["A two-year plan was agreed.", "DURATION P2Y"],
    ["It has been dry for decades.", "DURATION PXY"],
    ["It was hot in the past two years.", "DURATION P2Y"],
    ["The walk takes an hour and a half.", "DURATION PT1H30M"],
    ["Buses leave every week.", "SET P1W"],
    ["Buses leave every Monday.", "SET XXXX-WXX-1"],
    ["She swims twice a day.", "SET P1D"],
  ])("%s", (text, expected) => expect(find(text).map(({ type, value }) => `${type} ${value}`)).toEqual([expected]));
});

describe("the stretch of time a moment can mean", () => {
  it.each([
    ["in June 2024", "2024-06-01", "2024-06-30"],
    ["at the start of 2024", "2024-01-01", "2024-05-02"],
    ["in the 1990s", "1990-01-01", "1999-12-31"],
    ["last week", "2025-06-09", "2025-06-15"],
    ["in the fourth quarter of 2024", "2024-10-01", "2024-12-31"],
  ])("%s", (text, earliest, latest) => expect(find(`It began ${text}.`)[0]?.interval).toEqual({ earliest, latest }));

  it("is open for durations and vague references", () =>
    expect(find("It lasted three days; he spoke recently.").map((m) => m.interval)).toEqual([null, null]));
});

describe("any text", () => {
  it("gives ordered, separate spans inside the text", () => {
    const word = fc.constantFrom(
      ..."on Monday the last two years ago 5 p.m. 12:30 March 2020 week and quarter every early half past one of".split(
        " ",
      ),
      "\n",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (list) => {
        const text = list.join(" ");
        let end = 0;
        for (const m of find(text)) {
          expect(m.start).toBeGreaterThanOrEqual(end);
          expect(m.end).toBeGreaterThan(m.start);
          end = m.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe("the calendar", () => {
  it("knows Easter and ISO weeks", () => {
    expect([2000, 2024, 2025].map((y) => isoDay(easter(y)))).toEqual(["2000-04-23", "2024-03-31", "2025-04-20"]);
    expect(weekOf(dayOf(2021, 1, 3))).toEqual({ year: 2020, week: 53 });
    expect(weekOf(dayOf(2019, 12, 30))).toEqual({ year: 2020, week: 1 });
  });
});
