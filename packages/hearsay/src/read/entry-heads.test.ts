import { describe, expect, it } from "vitest";
import { headOf } from "./entry-heads.js";

const seen = (line: string, year: string | null = "2031") => {
  const head = headOf(line, year);
  return head === null ? null : [head.day, head.clock, head.rest];
};

describe("the time over an entry", () => {
  it.each([
    ["14:32", null, "T14:32", ""],
    ["2.15pm BST", null, "T14:15+01:00", ""],
    ["10:05 AM EDT", null, "T10:05-04:00", ""],
    ["14h32", null, "T14:32", ""],
    ["14.32 Uhr", null, "T14:32", ""],
    ["Posted at 8:018:01", null, "T08:01", ""],
    ["21:22 Ana Novak", null, "T21:22", "Ana Novak"],
    ["14:32 – Harbour master resigns", null, "T14:32", "Harbour master resigns"],
    ["21:22, 6 OCT 2031", "2031-10-06", "T21:22", ""],
    ["9 March 2031, 14:32", "2031-03-09", "T14:32", ""],
    ["9 March, 14:32", "2031-03-09", "T14:32", ""],
    ["Mar 9 at 2:15 pm", "2031-03-09", "T14:15", ""],
  ])("%s", (line, day, clock, rest) => expect(seen(line)).toEqual([day, clock, rest]));

  it("may only be told from the moment of reading", () => {
    expect(headOf("12 minutes ago", null)).toMatchObject({ minutes: null, clock: null, words: "12 minutes ago" });
    expect(headOf("2h ago Ana Novak", null)).toMatchObject({ clock: null, rest: "Ana Novak" });
  });

  it.each([
    "8.18%",
    "27:30",
    "3-2",
    "The vote at the harbour office ended at 14:32",
    "15:00 - 19:00 Uhr",
    "2.206 views",
    "1:0 for Port Ellery after all the long hours",
    "",
  ])("is none of %j", (line) => expect(headOf(line, "2031")?.clock ?? null).toBeNull());
});
