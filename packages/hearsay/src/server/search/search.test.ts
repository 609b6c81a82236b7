import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Browser, ferry, type Opened, open } from "../testing/ask.js";
import { wantedIn } from "./query.js";
import { keyOf, wordsIn } from "./words.js";

let opened: Opened;
let ada: Browser;
beforeAll(async () => {
  opened = await open({ ferry });
  ada = await new Browser(opened.app).signIn();
}, 60_000);
afterAll(() => opened.close());

interface Row {
  readonly kind: string;
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly snippet: readonly { readonly text: string; readonly hit: boolean }[];
}
const found = async (q: string, more = ""): Promise<Row[]> =>
  (await ada.json(`/stories/ferry/search?q=${encodeURIComponent(q)}&limit=500${more}`)).rows;

describe("search", () => {
  it("finds other forms of a word", async () => {
    expect(["ships", "said", "denies", "children"].map(keyOf)).toEqual(["ship", "say", "deny", "child"]);
    const [one, many] = [await found("sailing"), await found("sailings")];
    expect(many.length).toBeGreaterThan(0);
    expect(one.map(({ start }) => start)).not.toEqual([]);
  });
  it("finds names without case and accents, and with what belongs to them", async () => {
    expect((await found("LINDQVIST")).length).toBe((await found("lindqvist")).length);
    expect(["Lindqvist's", "São", "Ansel’s"].map(keyOf)).toEqual(["lindqvist", "sao", "ansel"]);
  });
  it("takes a phrase word for word, and other words all together in any place", async () => {
    const phrase = await found('"harbour master"', "&kind=article");
    const words = await found("master harbour", "&kind=article");
    expect(await found('"master harbour"')).toEqual([]);
    expect(words.length).toBeGreaterThanOrEqual(phrase.length);
    expect(await found("harbour zeppelin")).toEqual([]);
  });
  it("marks what was found where it stands, in its sentence", async () => {
    const rows = await found("rosters");
    expect(rows.length).toBeGreaterThan(3);
    const texts = new Map<string, string>();
    for (const { id } of (await ada.json("/stories/ferry/articles")).rows)
      texts.set(id, (await ada.json(`/stories/ferry/articles/${id}`)).text);
    for (const { article, start, end, snippet } of rows) {
      expect(texts.get(article)!.slice(start, end)).toBe("rosters");
      expect(snippet.some(({ text, hit }) => hit && text === "rosters")).toBe(true);
      expect(texts.get(article)).toContain(snippet.map(({ text }) => text).join(""));
    }
  });
  it("is narrowed by kind, outlet and date", async () => {
    expect((await found("strike", "&kind=claim")).every(({ kind }) => kind === "claim")).toBe(true);
    expect(new Set((await found("strike", "&outlet=courier")).map(({ article }) => article)).size).toBe(1);
    expect(await found("strike", "&until=2031-03-13")).toEqual([]);
    expect((await found("strike", "&since=2031-03-15")).length).toBeGreaterThan(0);
  });
  it("of nothing that is a word finds nothing", async () => {
    for (const q of ["—", '""', "...", " "]) expect(await found(q)).toEqual([]);
  });
  it("takes any text for a query", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (q) => {
        const { keys } = wantedIn(q);
        expect(keys.length).toBeLessThanOrEqual(12);
      }),
    );
  });
  it("words lie where they say, in order", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        let at = 0;
        for (const { start, end } of wordsIn(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
      }),
    );
  });
});
