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

describe("a day by its number", () => {
  it("is of the month that is told of, and not of the one in which the article was written", () => {
    const told = "In early March, well before this month's shelling, they asked. The minister signed it on the 4th.";
    expect(values(told).at(-1)).toBe("the 4th = 2025-03-04");
    expect(values("The minister signed it on the 4th.").at(-1)).toBe("the 4th = 2025-06-04");
  });
});

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
    ["He has run the port since the 2011 floods.", "the 2011 = 2011"],
    ["They met in the week of 6 March 2023.", "the week of 6 March 2023 = 2023-W10"],
    ["It opens in the second week of July 2025.", "the second week of July 2025 = 2025-W28"],
    ["It closed on the last weekend of August 2024.", "the last weekend of August 2024 = 2024-W35-WE"],
    ["The plan for 2021-2024 failed.", "2021-2024 = 2021"],
    ["Few pre-1990 boats float.", "pre-1990 = 1990"],
    ["Prices are far below 2005 levels.", "2005 = 2005"],
  ])("%s", (text, expected) => expect(values(text)).toEqual([expected]));

  it.each([
    ["Talks are set for 24 June and 25 July 2026.", ["24 June = 2026-06-24", "25 July 2026 = 2026-07-25"]],
    ["The fair runs from 3 to 5 August.", ["3 = 2025-08-03", "5 August = 2025-08-05"]],
    ["The fair ran June 3-5.", ["June 3 = 2025-06-03", "5 = 2025-06-05"]],
    ["It froze from December to February 2022.", ["December = 2021-12", "February 2022 = 2022-02"]],
    ["It flooded in 1994, 1995 and 1997.", ["1994 = 1994", "1995 = 1995", "1997 = 1997"]],
    [
      "Sales peak in the first and third quarters of 2024.",
      ["the first = 2024-Q1", "third quarters of 2024 = 2024-Q3"],
    ],
    ["They met on 3 May and again on the 17th.", ["3 May = 2025-05-03", "the 17th = 2025-05-17"]],
  ])("shares what is told once: %s", (text, expected) => expect(values(text)).toEqual(expected));

  it("finds no date where there is none", () => {
    for (const text of [
      "Jan Koller and Mar Bailey sing.",
      "He lives on the 17th floor.",
      "She read it in the daily Helmsman.",
      "He told Kelsund News Daily so.",
      "The Sunday Times says so.",
      "He told Kelsund Today so.",
      'He appeared on "This Week".',
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
    ["They have called a strike starting at 05:30 on Monday, the port said.", "05:30 on Monday = 2025-06-23T05:30"],
    ["They talked on Thursday evening.", "Thursday evening = 2025-06-19TEV"],
    ["Shells fell overnight.", "overnight = 2025-06-20TNI"],
    ["They marched on Christmas Day 2022.", "Christmas Day 2022 = 2022-12-25"],
    ["The mayor spoke recently.", "recently = PAST_REF"],
    ["The road is now closed.", "now = PRESENT_REF"],
    ["Nobody knows the future.", "the future = FUTURE_REF"],
    ["The clerk lost Monday's vote.", "Monday's = 2025-06-16"],
    ["The deadline was put off until Monday.", "Monday = 2025-06-23"],
    ["She has been at sea since Monday.", "Monday = 2025-06-16"],
    ["The dock stands next to the mill, and on Monday it burned.", "Monday = 2025-06-16"],
    ["The United Millers met on Monday.", "Monday = 2025-06-16"],
    ["The launch is expected in January.", "January = 2026-01"],
    ["They will come on Tuesday week.", "Tuesday week = 2025-07-01"],
    ["A year ago today the mill burned.", "A year ago today = 2024-06-20"],
    ["Two and a half years ago the mill burned.", "Two and a half years ago = 2022-12"],
    ["The strike will end in ten days.", "ten days = 2025-06-30"],
    ["Over the weekend the river rose.", "the weekend = 2025-W24-WE"],
    ["The river will rise next weekend.", "next weekend = 2025-W26-WE"],
    ["By year-end the bridge should stand.", "year-end = 2025"],
    ["Last summer was dry.", "Last summer = 2024-SU"],
    ["Next quarter will be better.", "Next quarter = 2025-Q3"],
    ["The bill would help Sept. 11 families.", "Sept. 11 = 2001-09-11"],
    ["The September 11th attacks are remembered.", "The September 11th = 2001-09-11"],
    ["On September 11 families will gather.", "September 11 = 2025-09-11"],
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
    const later = (text: string) => values(`The dam broke on 30 April 2011. ${text}`)[1];
    expect(later("The same day the mayor fled.")).toBe("The same day = 2011-04-30");
    expect(later("That night it rained.")).toBe("That night = 2011-04-30TNI");
    expect(later("The next morning it was calm.")).toBe("The next morning = 2011-05-01TMO");
    expect(later("The following week it froze.")).toBe("The following week = 2011-W18");
    expect(later("The following month it thawed.")).toBe("The following month = 2011-05");
    expect(later("A year earlier it had held.")).toBe("A year earlier = 2010");
  });

  it("leaves the day open where only the month was told", () =>
    expect(values("The pact was signed last October. That same day a barge sank.")[1]).toBe(
      "That same day = 2024-10-XX",
    ));

  it("reads the quarter that a report of earnings is about", () => {
    const report = (text: string) => values(`Gullmar Oats lost money in the third quarter of 2024. ${text}`)[1];
    expect(report("A year earlier it had earned some.")).toBe("A year earlier = 2023-Q3");
    expect(report("For six months it had earned more than a year earlier.")).toBe("six months = P6M");
    expect(report("The year-ago quarter was good.")).toBe("The year-ago quarter = 2023-Q3");
    expect(values("Net fell in the quarter ended March 31.")).toEqual([
      "the quarter = 2025-Q1",
      "March 31 = 2025-03-31",
    ]);
    expect(values("Net fell in the year ended March 31.")[0]).toBe("the year = P1Y");
  });
});

describe("times of day", () => {
  it.each([
    ["The train left at 13:27.", "13:27 = 2025-06-20T13:27"],
    ["The train left at 5 p.m. on Thursday.", "5 p.m. on Thursday = 2025-06-19T17:00"],
    ["14.20 Mayor blames the weather", "14.20 = 2025-06-20T14:20"],
    ["It was over by noon.", "noon = 2025-06-20T12:00"],
    ["The permit expires at midnight on Friday.", "midnight on Friday = 2025-06-20T24:00"],
    ["It began at 10:35 a.m. (0735 GMT) on Thursday.", "10:35 a.m. (0735 GMT) on Thursday = 2025-06-19T10:35"],
    ["They sang on the night of 3 March 2024.", "the night of 3 March 2024 = 2024-03-03TNI"],
    ["Grain rose at mid-afternoon yesterday.", "mid-afternoon yesterday = 2025-06-19TAF"],
    ["He fled in the small hours of Monday.", "the small hours of Monday = 2025-06-16TMO"],
    ["It rained this morning.", "this morning = 2025-06-20TMO"],
    ["They met at lunchtime on Monday; it was a fine evening.", "Monday = 2025-06-16"],
  ])("%s", (text, expected) => expect(values(text)).toEqual([expected]));

  it("leaves a clock time on the day that the sentence before told of", () => {
    const time = (text: string) => values(text).at(-1);
    expect(time("The bridge was hit on Wednesday. The guns opened fire at 04:10.")).toBe("04:10 = 2025-06-18T04:10");
    expect(time("The bridge was hit on Wednesday. The hearing is at 14:10.")).toBe("14:10 = 2025-06-20T14:10");
    expect(values("The bridge was hit on Wednesday. The gates closed at 18:00 daily.")).toContain(
      "18:00 = 2025-06-20T18:00",
    );
    expect(time("The bridge was hit on 3 May. The guns opened fire at 04:10.")).toBe("04:10 = 2025-06-20T04:10");
  });

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
    ["It went on for several months.", "DURATION PXM"],
    ["He waited half an hour.", "DURATION PT30M"],
    ["It was the first time in 20 years.", "DURATION P20Y"],
    ["It is hot in the first nine months.", "DURATION P9M"],
    ["Buses leave every other day.", "SET P2D"],
    ["Rents are paid monthly.", "SET P1M"],
    ["The fair is held every summer.", "SET XXXX-SU"],
    ["She swims on weekends.", "SET XXXX-WXX-WE"],
    ["He sang each morning.", "SET XXXX-XX-XXTMO"],
  ])("%s", (text, expected) => expect(find(text).map(({ type, value }) => `${type} ${value}`)).toEqual([expected]));
});

describe("the stretch of time a moment can mean", () => {
  it.each([
    ["in June 2024", "2024-06-01", "2024-06-30"],
    ["at the start of 2024", "2024-01-01", "2024-05-02"],
    ["in the 1990s", "1990-01-01", "1999-12-31"],
    ["last week", "2025-06-09", "2025-06-15"],
    ["in the fourth quarter of 2024", "2024-10-01", "2024-12-31"],
    ["on 3 March 2024", "2024-03-03", "2024-03-03"],
    ["over the weekend", "2025-06-14", "2025-06-15"],
    ["by year-end", "2025-12-01", "2025-12-31"],
    ["earlier this month", "2025-06-01", "2025-06-20"],
    ["later this year", "2025-06-20", "2025-12-31"],
    ["in mid-June", "2025-06-11", "2025-06-20"],
    ["in the summer of 2024", "2024-06-01", "2024-08-31"],
    ["in the first half of 2024", "2024-01-01", "2024-06-30"],
    ["in fiscal 2024", "2023-02-01", "2025-03-31"],
    ["in the 2024/25 season", "2024-01-01", "2025-12-31"],
    ["in the second week of July 2024", "2024-07-05", "2024-07-17"],
    ["in the early 1990s", "1990-01-01", "1993-05-02"],
    ["at the turn of the century", "1995-01-01", "2004-12-31"],
    ["at midnight on Thursday", "2025-06-19T00:00", "2025-06-20T00:00"],
    ["in the early hours of Thursday", "2025-06-19T00:00", "2025-06-19T08:59"],
    ["on Thursday evening", "2025-06-19T17:00", "2025-06-19T23:59"],
  ])("%s", (text, earliest, latest) => expect(find(`It began ${text}.`)[0]?.interval).toEqual({ earliest, latest }));

  it("is open for durations and vague references", () =>
    expect(find("It lasted three days; he spoke recently of post-2015 rules.").map((m) => m.interval)).toEqual([
      null,
      null,
      null,
    ]));
});

describe("any text", () => {
  it("is read the same among words that tell no time", () => {
    const filler = "The old mill stood idle by the river bank as it had always done. ".repeat(5);
    for (const [text, count] of [
      ["On at least three and a half straight trading days they met.", 1],
      ["It fell in the first half of 2015, the year-ago period and 3Q 2014.", 3],
      ["He came at half past one on the morning of Tuesday, March 3rd, 2020.", 2],
      ["Since the mid-1980s, every summer, at Easter and overnight, it floods.", 4],
      ["Recently, now, someday, once a week and for a while, it is hot.", 5],
    ] as const) {
      expect(values(text)).toHaveLength(count);
      expect(values(filler + text + filler)).toEqual(values(text));
    }
  });

  it("gives ordered, separate spans inside the text", () => {
    const word = fc.constantFrom(
      ..."on Monday the last two years ago 5 p.m. 12:30 March 2020 1994, 3-5 June to week and quarter every early morning half past one of".split(
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
          expect(text.slice(m.start, m.end)).toBe(text.slice(m.start, m.end).trim());
          end = m.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe("in a live blog", () => {
  const entries = (text: string) =>
    ["2025-06-21T14:32+02:00", "2025-06-20T23:50", null].map((time, i) => {
      const start = text.indexOf(`${i + 1}:`);
      const end = i < 2 ? text.indexOf(`${i + 2}:`) : text.length;
      const evidence = { from: "line", text: "", against: [], confidence: null };
      return { start, end, title: null, time, within: null, evidence };
    });
  const inEntries = (text: string) => {
    const found = findMoments("a", text, parse(text), friday, entries(text));
    return found.map((m) => `${text.slice(m.start, m.end)} = ${m.value}`);
  };

  it("each entry's own day counts, and the article's outside and where an entry has none", () => {
    const text = "It began today.\n\n1: The bridge fell at 9 a.m.\n\n2: It stood yesterday.\n\n3: Boats came today.";
    expect(inEntries(text)).toEqual([
      "today = 2025-06-20",
      "9 a.m. = 2025-06-21T09:00",
      "yesterday = 2025-06-19",
      "today = 2025-06-20",
    ]);
  });

  it("hours are counted from an entry's time, over midnight too", () => {
    const text =
      "1: The bridge fell two hours ago.\n\n2: A boat sank half an hour ago, and 24 hours ago one burnt.\n\n3: One left an hour ago.";
    const found = findMoments("a", text, parse(text), friday, entries(text));
    expect(found.map((m) => m.value)).toEqual([
      "2025-06-21T12:32",
      "2025-06-20T23:20",
      "2025-06-19T23:50",
      "2025-06-20",
    ]);
    expect(found[0]!.interval).toEqual({ earliest: "2025-06-21T12:02", latest: "2025-06-21T13:02" });
  });

  it("what one entry told of is nothing that the next one leans on", () => {
    const text = "1: The bridge was built on 3 May 1998.\n\n2: It fell the same day.\n\n3: Nothing.";
    expect(inEntries(text).at(-1)).toBe("the same day = 2025-06-20");
  });
});

describe("the calendar", () => {
  it("knows Easter and ISO weeks", () => {
    expect([2000, 2024, 2025].map((y) => isoDay(easter(y)))).toEqual(["2000-04-23", "2024-03-31", "2025-04-20"]);
    expect(weekOf(dayOf(2021, 1, 3))).toEqual({ year: 2020, week: 53 });
    expect(weekOf(dayOf(2019, 12, 30))).toEqual({ year: 2020, week: 1 });
  });
});
