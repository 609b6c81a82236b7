import { describe, expect, it } from "vitest";
import { columnsIn } from "./columns.js";

describe("--columns", () => {
  it("names the column of each field, in one option or in several", () => {
    expect(columnsIn(["text=Body,title=Headline"])).toEqual({ text: "Body", title: "Headline" });
    expect(columnsIn(["text=Body", "date = Posted on , link=Where"])).toEqual({
      text: "Body",
      published: "Posted on",
      url: "Where",
    });
  });

  it("takes commas and equals signs in names", () => {
    expect(columnsIn(["text=Body, full,title=a=b"])).toEqual({ text: "Body, full", title: "a=b" });
  });

  it("says what is wrong", () => {
    const said = (...given: readonly string[]) => {
      expect(() => columnsIn(given)).toThrow(expect.objectContaining({ code: "usage.columns" }));
      try {
        return columnsIn(given);
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(said("Body")).toContain('"Body" is none');
    expect(said("text=")).toContain("takes pairs like text=Body");
    expect(said("colour=Red")).toMatch(/no field "colour": there are text, html, title/);
    expect(said("text=A", "body=B")).toContain('twice what holds text: "A" and "B"');
  });
});
