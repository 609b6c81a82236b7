import { expect, test } from "vitest";
import type { Moment } from "../../model/index.js";
import { openInterval } from "./slots.js";

const interval = { earliest: "2031-05-02", latest: "2031-05-02" };

/** The interval of the one "Friday" in a text. */
function friday(text: string) {
  const start = text.indexOf("Friday");
  return openInterval({ article: "a", start, end: start + 6, interval, type: "DATE" } as Moment, text);
}

test.each([
  "Wheat trades at 251 crowns, up eleven crowns on Friday's close.",
  "Cotton trades at 93 cents, down from Friday.",
  "Power is at 412 crowns, up from 190 on Friday.",
  "Output was higher than on Friday.",
  "The queue was two miles longer, and less orderly than Friday's.",
])("the day of what a value is compared with is not the value's: %s", (text) => {
  expect(friday(text)).toEqual([]);
});

test.each([
  "More than 40 people died on Friday.",
  "The station was shut down on Friday.",
  "A bridge blew up on Friday evening.",
  "More rain fell on Friday.",
  "Fewer than ten of them left on Friday.",
])("the day of what happened is: %s", (text) => {
  expect(friday(text)).toEqual([interval]);
});

test("since, from and until leave one end open", () => {
  expect(friday("Schools are shut since their Friday fire.")).toEqual([{ ...interval, latest: "9999" }]);
  expect(friday("Schools were shut down from Friday.")).toEqual([{ ...interval, latest: "9999" }]);
  expect(friday("Schools stay shut until Friday.")).toEqual([{ ...interval, earliest: "0000" }]);
});
