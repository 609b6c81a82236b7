import { describe, expect, it } from "vitest";
import { findDates, firstDate, machineDate } from "./dates.js";

const value = (text: string): string | undefined => firstDate(text)?.value;

describe("firstDate", () => {
  it.each([
    ["04.05.2027, 09:15", "2027-05-04T09:15"],
    ["9 tháng 11 năm 2026", "2026-11-09"],
    ["7 Feb 2027", "2027-02-07"],
    ["Published on Feb. 7th, 2027 at 10:15 p.m. EST", "2027-02-07T22:15-05:00"],
    ["March 3, 2028 · Updated March 5", "2028-03-03"],
    ["Tue 4 Mar 2031", "2031-03-04"],
    ["08:05, 4 March 2031", "2031-03-04T08:05"],
    ["4 March 2031 4.45pm", "2031-03-04T16:45"],
    ["Mar 4, 2031, 12:30 AM", "2031-03-04T00:30"],
    ["2027年3月9日", "2027-03-09"],
    ["le 1er mars 2027", "2027-03-01"],
    ["9 de octubre de 2027", "2027-10-09"],
    ["9 октября 2027", "2027-10-09"],
    ["٩ مارس ٢٠٢٧", "2027-03-09"],
    ["2027-03-09T06:15:00+02:00", "2027-03-09T06:15+02:00"],
    ["Dienstag, 9. März 2027, 14:20 Uhr", "2027-03-09T14:20"],
    ["2027/03/09", "2027-03-09"],
    ["4. marts 2031", "2031-03-04"],
    ["4. maaliskuuta 2031", "2031-03-04"],
    ["2031. március 4.", "2031-03-04"],
    ["4 Μαρτίου 2031", "2031-03-04"],
    ["4 юли 2031 г.", "2031-07-04"],
    ["4 de març de 2031", "2031-03-04"],
    ["4 Agustus 2031", "2031-08-04"],
    ["2031 m. kovo 4 d.", "2031-03-04"],
    ["2031. gada 4. martā", "2031-03-04"],
    ["4 במרץ 2031", "2031-03-04"],
    ["४ मार्च २०३१", "2031-03-04"],
    ["৪ মার্চ ২০৩১", "2031-03-04"],
    ["4 сентября 2031 года", "2031-09-04"],
  ])("reads %s", (text, expected) => {
    expect(value(text)).toBe(expected);
  });
  it.each([
    "Posted Tuesday at 7:40 a.m.",
    "3 hours ago",
    "June 19",
    "31 February 2027",
    "version 4.5.12",
    "call 555-2027-11",
    "chapter 12/2027",
  ])("finds no full date in %s", (text) => {
    expect(value(text)).toBeUndefined();
  });
  it("keeps both readings of digits that could be day or month first", () => {
    expect(firstDate("03/04/2027")).toMatchObject({ value: "2027-04-03", otherwise: "2027-03-04" });
    expect(findDates("03/04/2027", "month-first")[0]).toMatchObject({ value: "2027-03-04" });
    expect(firstDate("13/04/2027")).toMatchObject({ value: "2027-04-13", otherwise: null });
    expect(firstDate("04/13/2027")).toMatchObject({ value: "2027-04-13", otherwise: null });
  });
  it("gives offsets into the text that was given", () => {
    const text = "By Ana Novak — 4 March 2031 — Tolm";
    const found = firstDate(text)!;
    expect(text.slice(found.start, found.end)).toBe("4 March 2031");
  });
  it("stays fast on hostile input", () => {
    const started = performance.now();
    findDates("1/".repeat(400_000));
    findDates(`${"january ".repeat(50_000)}`);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe("machineDate", () => {
  it.each([
    ["2027-03-09T06:15:00.123Z", "2027-03-09T06:15Z"],
    ["20270309", "2027-03-09"],
    ["20270309T101500", "2027-03-09"],
    ["Tue, 09 Mar 2027 10:15:00 GMT", "2027-03-09T10:15Z"],
    ["3/9/2027 10:15:00 AM", "2027-03-09T10:15"],
    ["nonsense", null],
  ])("reads %s", (text, expected) => {
    expect(machineDate(text)).toBe(expected);
  });
});
