import { describe, expect, it } from "vitest";
import { type Article, plainArticle } from "../model/index.js";
import { decode } from "./decode.js";
import { read } from "./index.js";
import { statedOf, withStated } from "./stated.js";

/** "Туман" in windows-1251: too short to be guessed. */
const fog = Uint8Array.of(0xd2, 0xf3, 0xec, 0xe0, 0xed);

describe("a character set declared beside the bytes", () => {
  it("decides where the bytes do not", () => {
    expect(decode(fog, "windows-1251")).toMatchObject({ text: "Туман", guessed: false });
    expect(decode(fog, "koi8-r").text).not.toBe("Туман");
  });

  it("goes before the page's own, and behind a byte order mark and valid UTF-8", () => {
    const page = Uint8Array.of(...new TextEncoder().encode('<meta charset="iso-8859-1">'), ...fog);
    expect(decode(page, "windows-1251").text).toContain("Туман");
    expect(decode(new TextEncoder().encode("Туман"), "windows-1251").text).toBe("Туман");
    expect(decode(Uint8Array.of(0xff, 0xfe, 0x22, 0x04), "windows-1251").text).toBe("Т");
  });

  it("is passed over when it is unknown or does not fit", () => {
    expect(decode(fog, "x-klingon")).toEqual(decode(fog));
    expect(decode(fog, "utf-8")).toEqual(decode(fog));
    expect(decode(fog, "shift_jis")).toBeTruthy();
  });

  it("reaches reading", () => {
    const bytes = Uint8Array.of(...fog, ...new TextEncoder().encode(" 1. 2. 3."));
    const { output } = read({ id: "a", file: "a.txt", bytes, hints: { charset: "windows-1251" } });
    expect(output?.text).toContain("Туман");
  });
});

describe("what a feed says of a page", () => {
  const hints = { title: "Ferry aground", authors: ["Ada Berg"], published: "2026-03-01T09:00Z" };
  const bare: Article = plainArticle({ id: "a", text: "Fog." });

  it("fills what the page leaves open", () => {
    const filled = withStated(bare, statedOf({ feeds: { f: hints } }, null));
    expect(filled).toMatchObject({ ...hints, publishedWithin: { earliest: "2026-03-01", latest: "2026-03-01" } });
    expect(filled.evidence.title).toEqual({ from: "feed", text: "Ferry aground", against: [], confidence: null });
    expect(withStated(bare, statedOf({}, null))).toEqual(bare);
  });

  it("names no account, and takes lists apart", () => {
    const authors = (...given: string[]) =>
      withStated(bare, statedOf({ feeds: { f: { authors: given } } }, null)).authors;
    expect(authors("admin")).toEqual([]);
    expect(authors("By Ada Berg and Bo Lind, Reuters")).toEqual(["Ada Berg", "Bo Lind"]);
    expect(authors("Ada Berg", "ada@herald.example")).toEqual(["Ada Berg"]);
  });

  it("is believed behind the page", () => {
    const own = {
      ...bare,
      title: "Fog",
      authors: ["Bo Lind"],
      published: "2026-02-28",
      publishedWithin: { earliest: "2026-02-28", latest: "2026-02-28" },
    };
    expect(withStated(own, statedOf({ feeds: { f: hints } }, null))).toEqual(own);
  });
});
