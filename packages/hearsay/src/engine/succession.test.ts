import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentHash, type Diagnostic, type Judgement, type Version } from "../model/index.js";
import { add, judge, tellStory, type Workshop } from "./engine.js";
import type { Found } from "./ports.js";
import { articleId } from "./readings.js";
import { sharingHints } from "./succession.js";
import { memoryStore } from "./testing/memory.js";
import { fakeStages } from "./testing/stages.js";

const url = "https://herald.example/ferry";
const old = "Ferry aground at dawn. Two people were hurt. Fog is blamed.";
const now = "Ferry aground at dawn. Five people were hurt. Fog is blamed.";
const idOf = (text: string) => articleId(contentHash(new TextEncoder().encode(text)));

async function* at(day: number, ...pages: readonly (readonly [place: string, text: string])[]): AsyncGenerator<Found> {
  for (const [place, text] of pages) {
    const bytes = new TextEncoder().encode(text);
    const retrieved = `2026-03-0${day}T08:00:00Z`;
    yield { capture: { hash: contentHash(bytes), place, retrieved, bytes }, diagnostics: [] };
  }
}

async function told(workshop: Workshop) {
  const { report } = await tellStory(workshop);
  const { versions } = report as unknown as { readonly versions: readonly Version[] };
  return { report, ids: report.articles.map(({ id }) => id), versions, origins: report.origins };
}
const workshop = (): Workshop => ({ store: memoryStore("harbour"), stages: fakeStages().stages });

describe("a page fetched again and changed", () => {
  it("is one article, as it is now, with the version before and what changed", async () => {
    const shop = workshop();
    await add(shop, at(1, [url, old]));
    const added = await add(shop, at(2, [url, now]));
    expect(added.diagnostics.map(({ code }) => code)).toEqual(["source.changed"]);
    const { ids, versions, origins } = await told(shop);
    expect(ids).toEqual([idOf(now)]);
    expect(origins.flatMap(({ articles }) => articles)).toEqual(ids);
    expect(versions).toHaveLength(1);
    expect(versions[0]).toMatchObject({
      ...{ id: idOf(old), article: idOf(now), file: url, text: old },
      ...{ first: "2026-03-01T08:00:00Z", since: "2026-03-02T08:00:00Z" },
      added: [{ article: idOf(now), text: "Five people were hurt." }],
      dropped: [{ article: idOf(old), text: "Two people were hurt." }],
    });
  });

  it("comes out the same whichever was added first", async () => {
    const [one, other] = [workshop(), workshop()];
    await add(one, at(1, [url, old]));
    await add(one, at(2, [url, now]));
    await add(other, at(2, [url, now]));
    await add(other, at(1, [url, old]));
    expect((await tellStory(other)).report).toEqual((await tellStory(one)).report);
  });

  it("and changed back is the first version again", async () => {
    const shop = workshop();
    for (const [day, text] of [old, now, old].entries()) await add(shop, at(day + 1, [url, text]));
    const { ids, versions } = await told(shop);
    expect(ids).toEqual([idOf(old)]);
    expect(versions.map(({ id }) => id)).toEqual([idOf(now)]);
  });

  it("keeps every earlier version, each compared with the article as it is now", async () => {
    const shop = workshop();
    const texts = [old, now, `${now} The master was questioned.`];
    for (const [day, text] of texts.entries()) await add(shop, at(day + 1, [url, text]));
    const { ids, versions } = await told(shop);
    expect(ids).toEqual([idOf(texts[2]!)]);
    expect(versions.map(({ id, added }) => [id, added.length])).toEqual([
      [idOf(old), 2],
      [idOf(now), 1],
    ]);
  });

  it("into a page without an article leaves the article that was there", async () => {
    const shop = workshop();
    await add(shop, at(1, [url, old]));
    await add(shop, at(2, [url, "! log in to read on"]));
    expect(await told(shop)).toMatchObject({ ids: [idOf(old)], versions: [] });
  });

  it("into a few words that have nothing to do with it leaves the article too, and says so", async () => {
    const shop = workshop();
    await add(shop, at(1, [url, old]));
    const added = await add(shop, at(2, [url, "Enable cookies."]));
    expect(added.diagnostics.map(({ code, file }) => `${code} ${file}`)).toEqual([`source.replaced ${url}`]);
    expect(added.diagnostics[0]?.message).toContain("“Enable cookies.”");
    expect(await told(shop)).toMatchObject({ ids: [idOf(old)], versions: [] });
    await add(shop, at(3, [url, now]));
    expect(await told(shop)).toMatchObject({ ids: [idOf(now)], versions: [{ id: idOf(old) }] });
  });

  it("stays an article where its bytes still stand elsewhere", async () => {
    const shop = workshop();
    await add(shop, at(1, [url, old], ["saved.html", old]));
    await add(shop, at(2, [url, now]));
    expect((await told(shop)).ids).toEqual([idOf(old), idOf(now)].sort());
  });

  it("keeps what a feed said of it before", async () => {
    const shop = workshop();
    for await (const { capture } of at(1, [url, old]))
      await shop.store.keep(
        capture === null
          ? []
          : [{ ...capture, hints: { feeds: { f: { published: "2026-02-28" } }, charset: "koi8-r" } }],
      );
    await add(shop, at(2, [url, now]));
    const places = sharingHints(await shop.store.captures()).flatMap((capture) => capture.places);
    expect(places.find(({ last }) => last.startsWith("2026-03-02"))?.hints).toEqual({
      feeds: { f: { published: "2026-02-28" } },
    });
  });

  it("stays set aside when an earlier version was rejected", async () => {
    const shop = workshop();
    const rejection: Judgement = {
      ...{ id: "judgement-1", kind: "reject", subjects: [idOf(old)], value: null },
      ...{ who: "Ada", when: "2026-03-01T10:00:00Z", why: "satire" },
    };
    await add(shop, at(1, [url, old]));
    await judge(shop, rejection);
    await add(shop, at(2, [url, now]));
    expect(await told(shop)).toMatchObject({ ids: [], versions: [] });
  });
});

describe("pages that change, come back and share their bytes", () => {
  const walled = "Enable cookies.";
  const texts = [old, now, walled, "! log in", "Grain prices rose on Monday. Wheat led."];
  const visit = fc.record({
    day: fc.integer({ min: 1, max: 9 }),
    place: fc.constantFrom(url, `${url}?page=2`, "ferry.txt", "-"),
    text: fc.constantFrom(...texts),
  });

  it("make the same story in any order of adding, and lose nothing", async () => {
    const visits = fc.uniqueArray(visit, {
      minLength: 1,
      maxLength: 8,
      selector: ({ day, place }) => `${day} ${place}`,
    });
    const twice = visits.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    await fc.assert(
      fc.asyncProperty(twice, async ([list, shuffled]) => {
        const [one, other] = [workshop(), workshop()];
        for (const { day, place, text } of list) await add(one, at(day, [place, text]));
        for (const { day, place, text } of shuffled) await add(other, at(day, [place, text]));
        const { ids, versions, report } = await told(one);
        expect(await told(other)).toMatchObject({ ids, versions });
        const readable = new Set(list.flatMap(({ text }) => (text.startsWith("!") ? [] : idOf(text))));
        const walls = report.diagnostics.filter(({ code }) => code === "source.replaced").map(({ article }) => article);
        expect(new Set([...ids, ...versions.map(({ id }) => id), ...walls])).toEqual(readable);
        expect(versions.every(({ id, article }) => !ids.includes(id) && ids.includes(article))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe("a file that holds other words now", () => {
  it("is a new version when most of it still stands", async () => {
    const shop = workshop();
    await add(shop, at(1, ["ferry.txt", old]));
    await add(shop, at(2, ["ferry.txt", now]));
    expect(await told(shop)).toMatchObject({ ids: [idOf(now)], versions: [{ id: idOf(old) }] });
  });

  it("is another article when nothing does; so is everything piped in", async () => {
    const shop = workshop();
    const grain = "Grain prices rose on Monday.";
    await add(shop, at(1, ["clip.txt", old], ["-", `${old} Once more.`]));
    await add(shop, at(2, ["clip.txt", grain], ["-", `${now} Once more.`]));
    const { ids, versions } = await told(shop);
    expect(ids).toHaveLength(4);
    expect(versions).toEqual([]);
  });

  it.each(["-#1", "-/a.html", "https://herald.example/all.csv#4", "mail.mbox#3"])(
    "at %s is another article: what is there is not one thing's own",
    async (place) => {
      const shop = workshop();
      await add(shop, at(1, [place, old]));
      await add(shop, at(2, [place, now]));
      expect(await told(shop)).toMatchObject({ ids: { length: 2 }, versions: [] });
    },
  );
});

describe("what was noted about a file", () => {
  const diagnostic = (code: string): Diagnostic => ({
    ...{ severity: "warning", code, stage: "source", file: "a.zip", message: code, remedy: "" },
  });
  const noted = (...codes: readonly string[]): Found => ({
    capture: null,
    file: "a.zip",
    diagnostics: codes.map(diagnostic),
  });
  async function* these(...found: readonly Found[]): AsyncGenerator<Found> {
    yield* found;
  }

  it("adds up while it is added, and is replaced the next time", async () => {
    const shop = workshop();
    await add(shop, these(noted("source.password"), noted("source.skipped")));
    expect((await shop.store.notes()).map(({ code }) => code)).toEqual(["source.password", "source.skipped"]);
    await add(shop, these(noted()));
    expect(await shop.store.notes()).toEqual([]);
  });
});
