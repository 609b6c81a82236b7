import { describe, expect, it } from "vitest";
import { day } from "./model.js";

describe("times in lists of accounts", () => {
  it("are those of the reader's own zone", () => {
    expect(day("2031-03-14T23:05:59Z", "UTC")).toBe("2031-03-14 23:05");
    expect(day("2031-03-14T23:05:59Z", "Asia/Tokyo")).toBe("2031-03-15 08:05");
  });
});
