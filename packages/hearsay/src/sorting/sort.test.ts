import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { articleId, bringUpToDate, type Found, type StoryStore, tellStory } from "../engine/index.js";
import { fakeStages } from "../engine/testing/stages.js";
import { contentHash, stableId, standing } from "../model/index.js";
import { openStory, storyPath } from "../store/index.js";
import { filesIn, streamPath } from "../store/places.js";
import { articleMeant, placing, type Sorting, sort, sorter } from "./index.js";

const subjects = [
  (n: number) =>
    `Brannoc Weir burst on Tuesday and the Lower Sallow flooded ${300 + n} homes in Port Ellery, mayor Ines Tolland said.`,
  (n: number) =>
    `Tram drivers in Carrow will stop work over night shifts, their union leader Piotr Vasey announced in letter ${n}.`,
  (n: number) => `Fenmoor's observatory lost its mirror to a fire; astronomer Lea Quist counted ${n} broken segments.`,
  (n: number) => `A court in Dalby jailed banker Oskar Rehn for ${n} years over forged mortgages of Westmark Savings.`,
];
const text = (event: number, n: number): string => subjects[event]!(n + 2);
const mixed = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, i) => text((i + from) % 4, Math.floor((i + from) / 4)));

let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "hearsay-sort-"));
});
afterEach(() => rmSync(home, { recursive: true }));

async function* found(
  texts: readonly string[],
  placeOf = (one: string) => `in/${contentHash(one).slice(0, 6)}.txt`,
  day = 1,
) {
  for (const one of texts) {
    const bytes = Buffer.from(one);
    const capture = { hash: contentHash(bytes), place: placeOf(one), retrieved: `2031-03-0${day}T08:00:00Z`, bytes };
    yield { capture, diagnostics: [] } satisfies Found;
  }
}

/** Sorts in a home, `breaks` told before each thing that is done to a story. */
async function sorted(
  texts: readonly string[],
  how: Partial<Sorting> & { place?: (one: string) => string; day?: number } = {},
) {
  const { stages } = fakeStages();
  const store = await openStory(streamPath("inbox", home), { create: true });
  const open = (story: string) => openStory(storyPath(story, home), { create: true });
  const bringUp = async (story: string) => {
    const own = await open(story);
    await bringUpToDate({ store: own, stages }).finally(() => own.close());
  };
  const names = async () => filesIn(home).map(({ name }) => name);
  const { place, day, ...over } = how;
  const sorting = {
    stream: { store, stages },
    open,
    bringUp,
    storyNames: names,
    now: () => "2031-03-09T08:00:00Z",
    least: 2,
  };
  return sort({ ...sorting, ...over }, found(texts, place, day)).finally(() => store.close());
}

const inStory = async <T>(name: string, look: (store: StoryStore) => Promise<T>): Promise<T> => {
  const store = await openStory(name === "inbox" ? streamPath(name, home) : storyPath(name, home));
  return look(store).finally(() => store.close());
};
/** The articles that each story tells of. */
async function told(): Promise<Record<string, readonly string[]>> {
  const stories: Record<string, readonly string[]> = {};
  for (const { name } of filesIn(home))
    stories[name] = await inStory(name, async (store) => {
      const { report } = await tellStory({ store, stages: fakeStages().stages });
      const out = standing(await store.judgements()).filter(({ kind }) => kind === "reject");
      const aside = new Set(out.flatMap((one) => one.subjects));
      return report.articles
        .map((one) => one.text.trim())
        .filter((_, i) => !aside.has(report.articles[i]!.id))
        .sort();
    });
  return stories;
}

describe("sorting", () => {
  it("files each article into its story, and the same articles again change nothing", async () => {
    const first = await sorted(mixed(12));
    expect(first.carried.map(({ articles }) => articles.length)).toEqual([3, 3, 3, 3]);
    expect(first.begun).toHaveLength(4);
    const stories = await told();
    expect(Object.keys(stories)).toContain("tram");
    expect(stories.tram).toEqual([0, 1, 2].map((n) => text(1, n)).sort());
    const again = await sorted(mixed(12));
    expect([again.carried, again.begun, again.alone]).toEqual([[], [], 0]);
    expect(await told()).toEqual(stories);
    expect((await sorted([text(1, 7)])).carried).toMatchObject([{ from: null, to: "tram" }]);
  });

  it("begins no story of fewer than it is told, and takes what is no article into none", async () => {
    const first = await sorted([text(0, 0), text(1, 0), "! no article", "A comet was seen over Lund."], { least: 3 });
    expect([first.begun, first.alone]).toEqual([[], 3]);
    const then = await sorted([text(1, 5), text(1, 6)], { least: 3 });
    expect(then.carried.map(({ from, to, articles }) => [from, to, articles.length])).toEqual([[null, "tram", 3]]);
    expect(then.alone).toBe(2);
  });

  it("takes what a place shows next for the same article", async () => {
    const place = (one: string) =>
      one.includes("Carrow") ? "https://news.example/tram" : `in/${contentHash(one).slice(0, 6)}`;
    await sorted([text(0, 0), text(0, 1), text(1, 0)], { place, least: 1 });
    const { carried } = await sorted(["Correction. Everything in Carrow was different and nobody wrote letters."], {
      place,
      day: 2,
      least: 1,
    });
    expect(carried.map(({ to, articles }) => [to, articles.length])).toEqual([["tram", 1]]);
  });

  it("is finished by the next run wherever it ended, with the same result", async () => {
    await sorted(mixed(9), { least: 1 });
    await sorted(mixed(9, 9), { least: 1 });
    const whole = await told();
    rmSync(home, { recursive: true });
    home = mkdtempSync(join(tmpdir(), "hearsay-sort-"));
    for (let at = 1; at < 200; at++) {
      let left = at;
      const step = () => {
        if (left-- === 0) throw new Error("killed");
      };
      const open = async (story: string) => {
        step();
        const store = await openStory(storyPath(story, home), { create: true });
        const broken = { keep: store.keep.bind(store), judge: store.judge.bind(store) };
        return Object.assign(store, {
          keep: (captures: never) => {
            step();
            return broken.keep(captures);
          },
          judge: (one: never) => {
            step();
            return broken.judge(one);
          },
        });
      };
      const texts = at % 2 === 1 ? mixed(9) : mixed(9, 9);
      const ended = await sorted(at < 3 ? texts : [...mixed(9), ...mixed(9, 9)], { least: 1, open }).then(
        () => true,
        () => false,
      );
      if (ended && at > 3) break;
    }
    expect(
      Object.values(await told())
        .flat()
        .sort(),
    ).toEqual(Object.values(whole).flat().sort());
    expect((await sorted([], { least: 1 })).carried).toEqual([]);
  }, 60_000);

  it("leaves an article in one story when it is wanted elsewhere after a run that was ended", async () => {
    await sorted(mixed(8));
    const bringUp = () => Promise.reject(new Error("killed"));
    await expect(sorted([text(1, 5)], { bringUp })).rejects.toThrow("killed");
    expect((await told()).tram).toContain(text(1, 5));
    const article = articleId(contentHash(text(1, 5)));
    const place = (to: string, when: string) =>
      inStory("inbox", (store) => store.judge(placing([article], to, "ada", null, when)));
    await place("strikes", "2031-03-10T08:00:00Z");
    await expect(sorted([], { bringUp })).rejects.toThrow("killed");
    await place("letters", "2031-03-11T08:00:00Z");
    await sorted([]);
    const stories = await told();
    expect([stories.letters, stories.strikes]).toEqual([[text(1, 5)], []]);
    expect(stories.tram).not.toContain(text(1, 5));
    expect((await sorted([])).carried).toEqual([]);
  });

  it("tells again what moved when that could not be kept, in a process that stays", async () => {
    const memory = { kept: null };
    const first = mixed(15);
    await sorted(first, { memory });
    expect(memory.kept).not.toBeNull();
    const { stages } = fakeStages();
    const store = await openStory(streamPath("inbox", home));
    const derive = store.derive.bind(store);
    store.derive = (records) =>
      records.some(({ stage }) => stage === "finder") ? Promise.reject(new Error("full")) : derive(records);
    await expect(sorted([text(3, 3)], { memory, stream: { store, stages } })).rejects.toThrow("full");
    await store.close();
    // What it has worked out is more than what is kept: it is not gone on with.
    expect(memory.kept).toBeNull();
    await sorted([text(3, 3)], { memory });
    expect(memory.kept).not.toBeNull();
    expect(Object.values(await told()).flat()).toHaveLength(16);
  });

  it("brings back what a story has lost, with the next article", async () => {
    await sorted(mixed(12));
    rmSync(storyPath("tram", home));
    expect((await sorted(mixed(12))).carried).toEqual([]);
    await sorted([text(1, 5)]);
    expect((await told()).tram).toHaveLength(4);
  });

  it("takes an analyst's word on one version of an article for all of them", async () => {
    const place = (one: string) =>
      /Carrow.*(?:2|different)/.test(one) ? "https://news.example/tram" : `in/${contentHash(one).slice(0, 6)}`;
    await sorted(mixed(8), { place });
    const changed = "Correction. Everything in Carrow was different and nobody wrote letters.";
    await sorted([changed], { place, day: 2 });
    const captures = await inStory("inbox", (store) => store.captures());
    const article = articleMeant(captures, "news.example/tram");
    expect(article).toBe(articleId(contentHash(changed)));
    await inStory("inbox", (store) => store.judge(placing([article], "strikes", "ada", null, "2031-03-10T08:00:00Z")));
    expect((await sorted([])).carried).toMatchObject([{ from: "tram", to: "strikes", articles: { length: 2 } }]);
    const left = (await told()).tram;
    expect(left).toContain(text(1, 1));
    expect(left).not.toContain(text(1, 0));
  });

  it("takes as many versions of a page as come", async () => {
    await sorted([text(0, 0)]);
    const filed = Array.from({ length: 20_000 }, (_, i) => ({
      ...{ stage: "filed", key: `v${i}`, version: "1" },
      body: JSON.stringify({ story: i === 0 ? 1 : 0, follows: i === 0 ? null : `v${i - 1}`, in: null }),
    }));
    await inStory("inbox", (store) => store.derive(filed));
    expect((await sorted([])).carried).toEqual([]);
  }, 30_000);

  it("shows in a story what an analyst put there, also when another story had it rejected", async () => {
    await sorted(mixed(8));
    const article = articleId(contentHash(text(1, 0)));
    const said = { subjects: [article], value: null, who: "bea", why: "off topic" };
    const reject = (name: string, id: string) =>
      inStory(name, (store) => store.judge({ id, kind: "reject", when: "2031-03-10T08:00:00Z", ...said }));
    await reject("tram", "judgement-1");
    await inStory("inbox", (store) => store.judge(placing([article], "strikes", "ada", null, "2031-03-11T08:00:00Z")));
    await sorted([]);
    expect((await told()).strikes).toEqual([text(1, 0)]);
    const judged = () => inStory("strikes", (store) => store.judgements());
    expect((await judged()).map(({ kind, who }) => [kind, who])).toEqual([
      ["reject", "bea"],
      ["accept", "ada"],
    ]);
    // What is rejected there stays rejected.
    await reject("strikes", "judgement-2");
    await sorted([text(1, 5)]);
    expect((await told()).strikes).toEqual([]);
  });

  it("puts an article where an analyst wants it, and back", async () => {
    await sorted(mixed(12));
    const before = await told();
    const article = articleId(contentHash(text(1, 0)));
    const judgement = placing([article], "strikes", "ada", "same strike", "2031-03-10T08:00:00Z");
    await inStory("inbox", (store) => store.judge(judgement));
    expect((await sorted([])).carried).toMatchObject([{ from: "tram", to: "strikes", whole: false }]);
    expect(await told()).toEqual({ ...before, strikes: [text(1, 0)], tram: [text(1, 1), text(1, 2)] });
    expect((await sorted(mixed(40))).carried.filter(({ articles }) => articles.includes(article))).toEqual([]);
    const id = stableId("judgement", "withdraw");
    const back = { ...judgement, id, kind: "withdraw", subjects: [judgement.id], value: null } as const;
    await inStory("inbox", (store) => store.judge(back));
    await sorted([]);
    const stories = await told();
    expect(stories.strikes).toEqual([]);
    expect(stories.tram).toContain(text(1, 0));
    // And once more, at the same moment by the clock.
    await inStory("inbox", (store) => store.judge({ ...judgement, id: "judgement-again" }));
    await sorted([]);
    expect((await told()).strikes).toEqual([text(1, 0)]);
  });

  it("keeps what was judged in a story that few may see there, and names it in no other", async () => {
    await sorted(mixed(8));
    const [article, other] = [0, 1].map((n) => articleId(contentHash(text(1, n)))) as [string, string];
    const said = {
      subjects: [article],
      value: "told in confidence",
      who: "ada",
      when: "2031-03-10T08:00:00Z",
      why: null,
    };
    const of = (name: string) => inStory(name, (store) => store.judgements());
    const move = async (articles: readonly string[], to: string, few: readonly string[], day: number) => {
      const judgement = placing(articles, to, "ada", null, `2031-03-${day}T08:00:00Z`);
      await inStory("inbox", (store) => store.judge(judgement));
      await sorted([], { few: new Set(few) });
    };
    await move([article], "closed", ["closed"], 11);
    expect((await of("tram")).map(({ kind, why }) => [kind, why])).toEqual([
      ["reject", "sorted: now in another story"],
    ]);
    await inStory("closed", (store) => store.judge({ id: "judgement-1", kind: "note", ...said }));
    await move([article, other], "strikes", ["closed"], 12);
    expect(await of("strikes")).toEqual([]);
    expect((await of("closed")).map(({ kind, why }) => [kind, why])).toEqual([
      ["note", null],
      ["reject", "sorted: now in the story strikes"],
    ]);
    expect(await told()).toMatchObject({ closed: [], strikes: [text(1, 0), text(1, 1)] });
  });

  it("carries what analysts judged along, once, and what sorting judged not at all", async () => {
    await sorted(mixed(8));
    const [article, other] = [0, 1].map((n) => articleId(contentHash(text(1, n)))) as [string, string];
    const said = { subjects: [article], value: "asked the union", who: "ada", when: "2031-03-10T08:00:00Z", why: null };
    const story = "tram";
    await inStory(story, (store) => store.judge({ id: "judgement-1", kind: "note", ...said }));
    const judged = async (articles: readonly string[], to: string, when: string) => {
      await inStory("inbox", (store) => store.judge(placing(articles, to, "ada", null, when)));
      await sorted([]);
    };
    await judged([article], "strikes", "2031-03-11T08:00:00Z");
    await judged([other], "strikes", "2031-03-12T08:00:00Z");
    const of = (name: string) => inStory(name, (store) => store.judgements());
    expect(await of("strikes")).toEqual([{ id: "judgement-1", kind: "note", ...said }]);
    expect((await of(story)).map(({ who }) => who)).toEqual(["ada", sorter, sorter]);
  });

  it("places everything whatever comes when, each article in one story or none", async () => {
    const piece = fc.array(fc.tuple(fc.nat(3), fc.nat(9)), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 3 }), async (pieces) => {
        rmSync(home, { recursive: true });
        home = mkdtempSync(join(tmpdir(), "hearsay-sort-"));
        const all = new Set<string>();
        let alone = 0;
        for (const texts of pieces.map((one) => one.map(([event, n]) => text(event, n)))) {
          for (const one of texts) all.add(one);
          alone = (await sorted(texts)).alone;
        }
        const placed = Object.values(await told()).flat();
        expect(new Set(placed).size).toBe(placed.length);
        expect(placed.length + alone).toBe(all.size);
      }),
      { numRuns: 8 },
    );
  }, 60_000);
});
