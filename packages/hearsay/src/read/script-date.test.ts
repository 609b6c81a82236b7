import { describe, expect, it } from "vitest";
import { scriptDate } from "./script-date.js";

const title = "Rotten pier closes after third boat";
const record = (headline: string, day: string): string => `{"headline":"${headline}","publishedAt":"${day}T10:00:00Z"}`;
const state = (...records: readonly string[]): string =>
  `<script>window.__STATE__={"items":[${records.join(",")}]}</script>`;
const other = (day: string): string => `${record("Lighthouse lit again for the winter", day)}${" ".repeat(7_000)}`;

describe("the date in a page's scripts", () => {
  it("is the only one, escaped or not", () => {
    expect(scriptDate(state(record(title, "2031-03-09")), "")?.value).toBe("2031-03-09T10:00Z");
    expect(scriptDate('<script>"{\\"published_at\\":\\"2031-03-09\\"}"</script>', "")?.value).toBe("2031-03-09");
    expect(scriptDate('<div data-x="{&quot;datePublished&quot;:&quot;2031-03-09&quot;}">', "")?.value).toBe(
      "2031-03-09",
    );
    expect(scriptDate(state(record(title, "2031-03-09"), record("Else", "2031-03-09")), "")?.from).toBe("script");
  });

  it("is of several the one by the headline, and none where that does not tell", () => {
    const several = state(
      other("2031-02-01"),
      `${record(title, "2031-03-09")}${" ".repeat(7_000)}`,
      other("2031-01-05"),
    );
    expect(scriptDate(several, title)?.value).toBe("2031-03-09T10:00Z");
    expect(scriptDate(several, "Ferries wait outside the bay")).toBeNull();
    expect(scriptDate(several, "")).toBeNull();
  });

  it("is none where there is no date, and found in a moment in much of it", () => {
    expect(scriptDate("<script>{}</script>", title)).toBeNull();
    const began = performance.now();
    scriptDate(`"publishedAt":"2031-03-09x`.repeat(100_000), title);
    scriptDate('"publishedAt'.repeat(300_000), title);
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
