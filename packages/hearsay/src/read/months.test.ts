import { describe, expect, it } from "vitest";
import { findDates } from "./dates.js";
import { monthOf } from "./months.js";

const languages =
  "en de de-AT fr es pt pt-BR it nl sv da nb nn fi is et lv lt pl cs sk sl hr bs sr sr-Latn mk bg ru uk be ro hu el tr az kk uz ka hy he ar ar-SY ar-MA ar-DZ fa ur hi bn mr gu pa ta te kn th lo vi id ms fil sw am zh ja ko ca gl cy ga sq af mt lb ne";
/** As Node's own data write it, in the Gregorian calendar: what a site that formats its dates by program shows. */
const written = (language: string, day: Date): string =>
  new Intl.DateTimeFormat(language, { dateStyle: "long", calendar: "gregory", timeZone: "UTC" }).format(day);
const days = Array.from({ length: 12 }, (_, month) =>
  [9, 23].map((day) => new Date(Date.UTC(2031, month, day))),
).flat();

describe("the months of a date", () => {
  it.each(languages.split(" "))("are known in %s", (language) => {
    const read = days.filter((day) =>
      findDates(written(language, day), "day-first").some(({ value }) => value === day.toISOString().slice(0, 10)),
    );
    // Names may change with the data: one month may.
    expect(read.length).toBeGreaterThanOrEqual(22);
  });
  it.each([
    ["9. listopada 2031.", "2031-10-09"],
    ["9 listopada 2031", "2031-11-09"],
    ["9. listopadu 2031", "2031-11-09"],
    ["9 листопада 2031 р.", "2031-11-09"],
    ["23 MARS 2031", "2031-03-23"],
    ["9 Ιαν 2031", "2031-01-09"],
    ["9 İyun 2031", "2031-06-09"],
    ["9 ม.ค. 2574", "2031-01-09"],
    ["วันพฤหัสบดีที่ 9 มกราคม พ.ศ. 2574", "2031-01-09"],
    ["9. 1. 2031", "2031-01-09"],
    ["2031. 1. 9.", "2031-01-09"],
    ["٩ كانون الثاني ٢٠٣١", "2031-01-09"],
    ["2031. gada 9. janvāris", "2031-01-09"],
    ["July 9, 2031Updated: July 23, 2031", "2031-07-09"],
  ])("are told apart where languages share a word: %s", (text, day) => {
    expect(findDates(text)[0]?.value).toBe(day);
  });
  it.each(["9. srp 2031.", "9 people 2031", "Pier 9, 2031", "12 ships, 2031", "31 June 2031"])(
    "are no other words: %s",
    (text) => {
      expect(findDates(text)).toEqual([]);
    },
  );
  it("take any word as a question", () => {
    expect(["", "constructor", "__proto__", "ב", "".padEnd(10_000, "a")].map((word) => monthOf(word))).toEqual(
      Array(5).fill(undefined),
    );
  });
});
