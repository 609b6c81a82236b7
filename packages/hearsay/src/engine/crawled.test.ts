import { describe, expect, it } from "vitest";
import { addressIn, contentHash } from "../model/index.js";
import { add, tellStory } from "./engine.js";
import type { Found } from "./ports.js";
import { memoryStore } from "./testing/memory.js";
import { fakeStages } from "./testing/stages.js";

const url = "https://herald.example/ferry";
const texts = ["Two", "Five", "Six"].map((hurt) => `Ferry aground at dawn. ${hurt} people were hurt. Fog is blamed.`);

async function* found(...pages: readonly (readonly [place: string, day: number])[]): AsyncGenerator<Found> {
  for (const [place, day] of pages) {
    const bytes = new TextEncoder().encode(texts[day - 1]);
    yield {
      capture: { hash: contentHash(bytes), place, retrieved: `2026-03-0${day}T08:00:00Z`, bytes },
      diagnostics: [],
    };
  }
}

describe("captures of one page in web archives", () => {
  const [crawl, later] = [`crawl.warc.gz#${url}`, `later.warc#${url}#top`];

  it.each([
    [
      "one archive",
      [
        [crawl, 1],
        [crawl, 2],
        [crawl, 3],
      ],
    ],
    [
      "one archive, not in order",
      [
        [crawl, 3],
        [crawl, 1],
        [crawl, 2],
      ],
    ],
    [
      "two archives and the web",
      [
        [later, 2],
        [url, 3],
        [crawl, 1],
      ],
    ],
  ] as const)("are versions of one article in order of their dates, from %s", async (_, pages) => {
    const shop = { store: memoryStore("harbour"), stages: fakeStages().stages };
    const { diagnostics } = await add(shop, found(...pages));
    expect(diagnostics).toEqual([]);
    const { report } = await tellStory(shop);
    expect(report.articles.map(({ text }) => text)).toEqual([texts[2]]);
    expect(report.versions.map(({ text, first, since }) => [text, first.slice(8, 10), since.slice(8, 10)])).toEqual([
      [texts[0], "01", "03"],
      [texts[1], "02", "03"],
    ]);
  });

  it("are told by their address", () => {
    expect([crawl, later, "HTTPS://Herald.example/ferry"].map(addressIn)).toEqual([url, url, url]);
    const files = [
      "a.html",
      "export.csv#2",
      "-",
      "https://herald.example/all.zip/a.html",
      "https://herald.example/rss#n7",
    ];
    expect(files.map(addressIn)).toEqual(files.map(() => null));
  });
});
