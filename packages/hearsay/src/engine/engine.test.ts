import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { contentHash, type Judgement, type Statement } from "../model/index.js";
import { add, judge, rebuild, tellBrief, tellStory, type Workshop } from "./engine.js";
import type { Found, Progress, StoryStore } from "./ports.js";
import { articleId } from "./readings.js";
import { MemoryState, memoryStore } from "./testing/memory.js";
import { fakeStages } from "./testing/stages.js";

let state: MemoryState;
let store: StoryStore;
beforeEach(() => {
  state = new MemoryState();
  store = memoryStore("harbour", state);
});

const files = {
  "a.txt": "Alpha The quay is closed.",
  "b.txt": "Alpha The quay is closed, they say.",
  "c.txt": "Bravo Cranes stand still.\nSecond line.",
  "d.txt": "! nothing here",
};

async function* found(texts: Readonly<Record<string, string>>): AsyncGenerator<Found> {
  for (const [place, text] of Object.entries(texts)) {
    const bytes = new TextEncoder().encode(text);
    yield {
      capture: { hash: contentHash(bytes), place, retrieved: "2026-03-01T08:00:00Z", bytes },
      diagnostics: [],
    };
  }
}

const rejection = (subject: string): Judgement => ({
  id: `judgement-${subject}`,
  kind: "reject",
  subjects: [subject],
  value: null,
  who: "Ada",
  when: "2026-03-02T10:00:00Z",
  why: "satire",
});

describe("adding", () => {
  it("makes anew what another process left beside a newer report, and nothing else", async () => {
    const { stages, runs } = fakeStages();
    await add({ store, stages }, found(files));
    const kept = [await store.derived("trace"), await store.derived("weigh"), await store.versions("trace")];
    for (const stage of ["trace", "weigh"])
      await store.derive([{ stage, key: "story", version: "of fewer articles", body: "{}" }]);
    await add({ store, stages }, found(files));
    expect([await store.derived("trace"), await store.derived("weigh"), await store.versions("trace")]).toEqual(kept);
    expect(runs).toEqual({ read: 4, annotate: 3, fingerprint: 3, extract: 3, trace: 2, weigh: 2, tell: 2 });
  });

  it("runs every stage once over each article and once over the story", async () => {
    const { stages, runs } = fakeStages();
    const added = await add({ store, stages }, found(files));
    expect(added.kept.map(({ status }) => status)).toEqual(["new", "new", "new", "new"]);
    expect(added.diagnostics.map(({ code, file }) => `${code} ${file}`)).toEqual(["read.no-article d.txt"]);
    expect(runs).toEqual({ read: 4, annotate: 3, fingerprint: 3, extract: 3, trace: 1, weigh: 1, tell: 1 });
  });

  it("lets others in the process have a turn between articles", async () => {
    let [waited, heard] = [false, 0];
    const onProgress = ({ step, done }: Progress) => {
      if (step !== "read") return;
      if (done === 0) setTimeout(() => (waited = true), 1);
      if (waited) heard++;
      for (const began = performance.now(); performance.now() - began < 60; );
    };
    await add({ store, stages: fakeStages().stages, onProgress }, found(files));
    expect(heard).toBeGreaterThan(2);
  });

  it("the same again runs nothing and changes nothing", async () => {
    const { stages, runs } = fakeStages();
    await add({ store, stages }, found(files));
    const [before, counts] = [await tellStory({ store, stages }), { ...runs }];
    const added = await add({ store, stages }, found(files));
    expect(added.kept.every(({ status }) => status === "known")).toBe(true);
    expect(await tellStory({ store, stages })).toEqual(before);
    expect((await tellBrief({ store, stages })).digest.articles).toEqual(before.report.articles);
    expect(runs).toEqual(counts);
  });

  it("a report that is dropped while it is asked for is made again, and comes with its own revision", async () => {
    const { stages } = fakeStages();
    await add({ store, stages }, found(files));
    const [report, brief] = [await tellStory({ store, stages }), await tellBrief({ store, stages })];
    const others = (): StoryStore => {
      let dropped = false;
      const derived = async (stage: string, keys?: readonly string[]) => {
        // Between the look at what is current and the look at it.
        if (!dropped && stage === "tell") await store.dropDerived();
        dropped ||= stage === "tell";
        return store.derived(stage, keys);
      };
      return new Proxy(store, {
        get: (of, key) => {
          const own: unknown = key === "derived" ? derived : Reflect.get(of, key);
          return typeof own === "function" ? own.bind(of) : own;
        },
      });
    };
    expect(await tellStory({ store: others(), stages })).toEqual(report);
    expect(await tellBrief({ store: others(), stages })).toEqual(brief);
    expect(report.revision).toBe((await store.versions("tell", ["digest"])).get("digest"));
  });

  it("one more article does not redo the others", async () => {
    const { stages, runs } = fakeStages();
    await add({ store, stages }, found(files));
    await add({ store, stages }, found({ "e.txt": "Charlie New words." }));
    expect([runs.read, runs.annotate, runs.extract]).toEqual([5, 4, 4]);
    expect((await tellStory({ store, stages })).report.articles).toHaveLength(4);
  });

  it("keeps one article of two files with the same bytes, and says so", async () => {
    const { stages } = fakeStages();
    const added = await add({ store, stages }, found({ "z.txt": files["a.txt"], "a.txt": files["a.txt"] }));
    expect(added.diagnostics.map(({ code }) => code)).toEqual(["source.duplicate"]);
    const { report } = await tellStory({ store, stages });
    expect(report.articles.map(({ file }) => file)).toEqual(["a.txt"]);
    expect(report.diagnostics.map(({ code, file }) => `${code} ${file}`)).toEqual(["source.duplicate z.txt"]);
  });

  it("reports an article on which a stage throws, and goes on", async () => {
    const { stages } = fakeStages();
    const added = await add({ store, stages }, found({ "q.txt": "? what", ...files }));
    expect(added.diagnostics.map(({ code }) => code)).toContain("annotate.failed");
    expect((await tellStory({ store, stages })).report.articles).toHaveLength(4);
  });

  it("analyses the beginning of what is too long for an article, keeps the whole, and says so", async () => {
    const { stages } = fakeStages();
    const whole = `Alpha ${"and then some ".repeat(20_000)}`;
    const added = await add({ store, stages }, found({ "long.txt": whole }));
    expect(added.diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual(["warning annotate.too-long"]);
    const { report } = await tellStory({ store, stages });
    expect(report.articles[0]?.text).toBe(whole);
    const { end } = (report.statements as unknown as readonly Statement[])[0]!.content[0]!;
    expect(end).toBeGreaterThan(199_000);
    expect(end).toBeLessThanOrEqual(200_000);
  });

  it("keeps what took long to get before it waits for more", async () => {
    const keptBefore: number[] = [];
    const slowly = async function* (): AsyncGenerator<Found> {
      for await (const one of found(files)) {
        keptBefore.push((await store.captures()).length);
        yield { ...one, slow: true };
      }
    };
    await add({ store, stages: fakeStages().stages }, slowly());
    expect(keptBefore).toEqual([0, 1, 2, 3]);
  });

  it("tells how far it is", async () => {
    const steps: Progress[] = [];
    const { stages } = fakeStages();
    await add({ store, stages, onProgress: (progress) => steps.push(progress) }, found(files));
    expect([...new Set(steps.map(({ step }) => step))]).toEqual(["collect", "read", "trace", "weigh", "tell"]);
    expect(steps.filter(({ step }) => step === "read").at(-1)).toMatchObject({ done: 4, total: 4 });
  });
});

describe("the same story", () => {
  it("comes out of any order and grouping of adding", async () => {
    const reports = new Set<string>();
    const entries = Object.entries(files);
    const orders = fc.tuple(fc.shuffledSubarray(entries, { minLength: entries.length }), fc.nat(entries.length));
    await fc.assert(
      fc.asyncProperty(orders, async ([order, cut]) => {
        const workshop: Workshop = { store: memoryStore("harbour"), stages: fakeStages().stages };
        await add(workshop, found(Object.fromEntries(order.slice(0, cut))));
        await add(workshop, found(Object.fromEntries(order.slice(cut))));
        reports.add(JSON.stringify((await tellStory(workshop)).report));
      }),
      { numRuns: 50 },
    );
    expect(reports.size).toBe(1);
  });

  it("comes out of rebuilding", async () => {
    const { stages, runs } = fakeStages();
    await add({ store, stages }, found(files));
    const before = await tellStory({ store, stages });
    await rebuild({ store, stages });
    expect(await tellStory({ store, stages })).toEqual(before);
    expect(runs.read).toBe(8);
  });
});

describe("a stage's new version", () => {
  it("redoes that stage and not the ones before it", async () => {
    await add({ store, stages: fakeStages().stages }, found(files));
    const { stages, runs } = fakeStages({ extract: "e2", weigh: "w2", tell: "s2" });
    await tellStory({ store, stages });
    expect(runs).toEqual({ read: 0, annotate: 0, fingerprint: 0, extract: 3, trace: 0, weigh: 1, tell: 1 });
  });
});

describe("an interrupted run", () => {
  it("is completed by whoever asks next", async () => {
    const { stages } = fakeStages();
    for await (const { capture } of found(files)) await store.keep(capture === null ? [] : [capture]);
    const { report, behind } = await tellStory({ store, stages });
    expect(report.articles).toHaveLength(3);
    expect(behind).toBe(false);
  });

  it("is not raced while the one at work is alive: the last report is given, and called behind", async () => {
    const { stages } = fakeStages();
    await add({ store, stages }, found(files));
    state.othersWorking = true;
    for await (const { capture } of found({ "e.txt": "Charlie." })) await store.keep(capture === null ? [] : [capture]);
    const told = await tellStory({ store, stages });
    expect(told.behind).toBe(true);
    expect(told.report.articles).toHaveLength(3);
  });
});

describe("judgements", () => {
  it("set an article aside, survive rebuilding, and do not redo the reading", async () => {
    const { stages, runs } = fakeStages();
    await add({ store, stages }, found(files));
    const id = articleId(contentHash(new TextEncoder().encode(files["a.txt"])));
    await judge({ store, stages }, rejection(id));
    const ids = async () => (await tellStory({ store, stages })).report.articles.map((article) => article.id);
    expect(await ids()).not.toContain(id);
    expect(runs.read).toBe(4);
    await rebuild({ store, stages });
    expect(await ids()).toHaveLength(2);
  });
});
