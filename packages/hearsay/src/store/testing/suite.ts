import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { StoryStore } from "../../engine/ports.js";
import { type Capture, contentHash, type Diagnostic, type Judgement } from "../../model/index.js";

/** How the suite makes the store it tests: a fresh story, and the same story once more as another process would open it. */
export interface StoreMaker {
  fresh(): Promise<StoryStore>;
  again(): Promise<StoryStore>;
  /** Removes the story. */
  remove(): Promise<void>;
}

const capture = (text: string, place: string, retrieved = "2026-03-01T08:00:00Z"): Capture => {
  const bytes = new TextEncoder().encode(text);
  return { hash: contentHash(bytes), place, retrieved, bytes };
};
const seen = (place: string, first = "2026-03-01T08:00:00Z", last = first) => ({ place, first, last, hints: {} });
const diagnostic = (file: string, code: string): Diagnostic => ({
  severity: "error",
  code,
  message: `${file}: ${code}`,
  stage: "source",
  file,
});
const judgement = (id: string, why: string): Judgement => ({
  id,
  kind: "note",
  subjects: ["claim-1"],
  value: null,
  who: "Ada",
  when: "2026-03-01T09:00:00Z",
  why,
});

/** What every story store must do. Run it against each implementation. */
export function storeSuite(name: string, maker: StoreMaker): void {
  describe(`${name} as a story store`, () => {
    let store: StoryStore;
    beforeEach(async () => {
      store = await maker.fresh();
    });
    afterEach(async () => {
      await store.close();
      await maker.remove();
    });

    describe("captures", () => {
      it("keeps bytes as they are", async () => {
        const bytes = Uint8Array.from({ length: 512 }, (_, index) => index % 256);
        const hash = contentHash(bytes);
        await store.keep([{ hash, place: "a.txt", retrieved: "2026-03-01T08:00:00Z", bytes }]);
        expect(await store.bytes(hash)).toEqual(bytes);
        expect(await store.bytes("no such hash")).toBeNull();
      });

      it("keeps an empty capture", async () => {
        const empty = capture("", "empty.txt");
        await store.keep([empty]);
        expect(await store.bytes(empty.hash)).toEqual(new Uint8Array());
        expect(await store.captures()).toEqual([{ hash: empty.hash, size: 0, places: [seen("empty.txt")] }]);
      });

      it("says what keeping did", async () => {
        const statuses = async (...captures: Capture[]) => (await store.keep(captures)).map(({ status }) => status);
        expect(await statuses(capture("one", "a.txt"), capture("two", "b.txt"))).toEqual(["new", "new"]);
        expect(await statuses(capture("one", "a.txt"))).toEqual(["known"]);
        expect(await statuses(capture("one", "c.txt"))).toEqual(["duplicate"]);
        expect(await statuses(capture("three", "a.txt"))).toEqual(["changed"]);
      });

      it("changes nothing when the same is added twice", async () => {
        await store.keep([capture("one", "a.txt"), capture("two", "b.txt")]);
        const before = await store.captures();
        await store.keep([capture("one", "a.txt"), capture("two", "b.txt")]);
        expect(await store.captures()).toEqual(before);
      });

      it("remembers when something was found first and last, in any order of adding", async () => {
        const times = ["2026-03-05T00:00:00Z", "2026-04-01T00:00:00Z", "2026-03-20T00:00:00Z", "2026-03-01T00:00:00Z"];
        for (const time of times) await store.keep([capture("one", "a.txt", time)]);
        expect((await store.captures())[0]?.places).toEqual([seen("a.txt", times[3], times[1])]);
      });

      it("keeps what was said of the bytes, and what the server tells them by as it said last", async () => {
        const url = "https://example.org/a";
        const page = { ...capture("one", url), hints: { charset: "koi8-r", feeds: { b: { authors: ["Ada Berg"] } } } };
        await store.keep([{ ...page, validators: { url, etag: '"1"', modified: null } }]);
        const titled = { charset: "utf-8", feeds: { a: { title: "Ferry" } } };
        await store.keep([{ ...page, hints: titled, validators: { url, etag: '"2"', modified: null } }]);
        const hints = { charset: "utf-8", feeds: { a: { title: "Ferry" }, b: { authors: ["Ada Berg"] } } };
        expect((await store.captures())[0]?.places[0]?.hints).toEqual(hints);
        expect(await store.lastFound(url)).toEqual({
          hash: page.hash,
          hints,
          validators: { url, etag: '"2"', modified: null },
        });
        expect(await store.lastFound("https://example.org/b")).toBeNull();
      });

      it("knows what a place held last, also when it came back", async () => {
        const days = ["one", "two", "one"].map((text, day) => capture(text, "a.txt", `2026-03-0${day + 1}T00:00:00Z`));
        const statuses: string[] = [];
        for (const one of days) statuses.push(...(await store.keep([one])).map(({ status }) => status));
        expect(statuses).toEqual(["new", "changed", "changed"]);
        expect(await store.lastFound("a.txt")).toEqual({ hash: days[0]?.hash, hints: {}, validators: null });
      });

      it("takes places of any length and of any characters for what they are", async () => {
        const long = `https://example.org/${"a".repeat(4000)}`;
        const odd = ["b\u0000c.txt", "half \ud83d.txt", "😀.txt", "\ufffd.txt", `${long}1`, `${long}2`, "' or 1=1 --"];
        await store.keep(odd.map((place) => capture("one", place)));
        const kept = (await store.captures())[0]?.places.map(({ place }) => place);
        expect(kept).toEqual([...odd].sort());
        for (const place of odd) {
          expect((await store.keep([capture("one", place)]))[0]?.status).toBe("known");
          expect((await store.keep([capture(place, place, "2026-03-02T08:00:00Z")]))[0]?.status).toBe("changed");
          expect((await store.lastFound(place))?.hash).toBe(capture(place, place).hash);
          await store.note([{ file: place, diagnostics: [diagnostic(place, "source.missing")] }]);
        }
        expect((await store.notes()).map(({ file }) => file).sort()).toEqual([...odd].sort());
        await store.derive(odd.map((key) => ({ stage: "list", key, version: key, body: JSON.stringify(key) })));
        expect([...(await store.versions("list")).values()].sort()).toEqual([...odd].sort());
        const found = await store.derived("list", odd);
        expect(odd.map((key) => found.get(key))).toEqual(odd.map((key) => JSON.stringify(key)));
      });

      it("keeps many at once as it keeps them one by one", async () => {
        const all = [
          ...[capture("one", "a.txt"), capture("two", "a.txt", "2026-03-02"), capture("one", "b.txt")],
          ...[capture("one", "a.txt", "2026-03-03"), capture("one", "b.txt"), capture("three", "-")],
        ];
        const statuses = (await store.keep(all)).map(({ status }) => status);
        expect(statuses).toEqual(["new", "changed", "duplicate", "changed", "known", "new"]);
        const many = Array.from({ length: 1200 }, (_, i) => capture(`text ${i}`, `place ${i}`));
        expect((await store.keep(many)).every(({ status }) => status === "new")).toBe(true);
        expect(await store.captures()).toHaveLength(1203);
      });

      it("takes nothing piped in for a new version of what was piped in before", async () => {
        await store.keep([capture("one", "-")]);
        expect((await store.keep([capture("two", "-")])).map(({ status }) => status)).toEqual(["new"]);
      });

      it("lists them by hash, places in order, whatever the order of adding", async () => {
        const all = ["delta", "alpha", "charlie", "bravo"].map((text) => capture(text, `${text}.txt`));
        await store.keep(all);
        await store.keep([capture("delta", "another.txt")]);
        const listed = await store.captures();
        expect(listed.map(({ hash }) => hash)).toEqual(all.map(({ hash }) => hash).sort());
        expect(listed.find(({ places }) => places.length === 2)?.places.map(({ place }) => place)).toEqual([
          "another.txt",
          "delta.txt",
        ]);
      });
    });

    describe("notes", () => {
      it("replaces what was noted about a file, and clears it", async () => {
        await store.note([
          { file: "b.pdf", diagnostics: [diagnostic("b.pdf", "source.not-yet")] },
          { file: "a.txt", diagnostics: [diagnostic("a.txt", "source.missing")] },
        ]);
        expect((await store.notes()).map(({ file }) => file)).toEqual(["a.txt", "b.pdf"]);
        await store.note([{ file: "a.txt", diagnostics: [diagnostic("a.txt", "source.unreadable")] }]);
        expect((await store.notes()).map(({ code }) => code)).toEqual(["source.unreadable", "source.not-yet"]);
        await store.note([{ file: "a.txt", diagnostics: [] }]);
        expect((await store.notes()).map(({ file }) => file)).toEqual(["b.pdf"]);
      });
    });

    describe("judgements", () => {
      it("appends in order and never replaces", async () => {
        await store.judge(judgement("judgement-2", "first"));
        await store.judge(judgement("judgement-1", "second"));
        await store.judge(judgement("judgement-2", "rewritten"));
        expect((await store.judgements()).map(({ why }) => why)).toEqual(["first", "second"]);
      });
    });

    describe("derived records", () => {
      it("replaces by stage and key", async () => {
        await store.derive([
          { stage: "read", key: "k2", version: "1", body: '{"n":2}' },
          { stage: "read", key: "k1", version: "1", body: '{"n":1}' },
          { stage: "extract", key: "k1", version: "1", body: '{"n":3}' },
        ]);
        await store.derive([{ stage: "read", key: "k1", version: "2", body: '{"n":4}' }]);
        expect([...(await store.versions("read"))]).toEqual([
          ["k1", "2"],
          ["k2", "1"],
        ]);
        expect([...(await store.versions("read", ["k1", "k9"]))]).toEqual([["k1", "2"]]);
        expect([...(await store.derived("read")).values()]).toEqual(['{"n":4}', '{"n":2}']);
        expect([...(await store.derived("read", ["k2", "k9"])).keys()]).toEqual(["k2"]);
      });

      it("gives bulky bodies back as they were", async () => {
        const body = JSON.stringify({ text: "Übergabe — 過去 😀 ".repeat(5000) });
        await store.derive([{ stage: "annotate", key: "k", version: "1", body, bulky: true }]);
        expect((await store.derived("annotate", ["k"])).get("k")).toBe(body);
        await store.derive([{ stage: "annotate", key: "k", version: "2", body: "{}" }]);
        expect((await store.derived("annotate", ["k"])).get("k")).toBe("{}");
      });

      it("takes the last of those that have the same key", async () => {
        const record = (body: string) => ({ stage: "read", key: "k", version: "1", body });
        await store.derive([record("1"), record("2")]);
        expect([...(await store.derived("read")).values()]).toEqual(["2"]);
      });

      it("takes more keys than one query holds", async () => {
        const keys = Array.from({ length: 1200 }, (_, index) => `key-${String(index).padStart(5, "0")}`);
        await store.derive(keys.map((key) => ({ stage: "read", key, version: "1", body: "{}" })));
        expect([...(await store.derived("read", keys)).keys()]).toEqual(keys);
      });

      it("is all or nothing", async () => {
        const broken = { stage: "read", key: "k2", version: null as unknown as string, body: "{}" };
        await expect(store.derive([{ stage: "read", key: "k1", version: "1", body: "{}" }, broken])).rejects.toThrow();
        expect((await store.versions("read")).size).toBe(0);
      });

      it("can all be dropped; captures, notes and judgements stay", async () => {
        await store.keep([capture("one", "a.txt")]);
        await store.judge(judgement("judgement-1", "kept"));
        await store.note([{ file: "x", diagnostics: [diagnostic("x", "source.missing")] }]);
        await store.derive([{ stage: "read", key: "k", version: "1", body: "{}" }]);
        await store.dropDerived();
        expect((await store.versions("read")).size).toBe(0);
        expect(await store.captures()).toHaveLength(1);
        expect(await store.judgements()).toHaveLength(1);
        expect(await store.notes()).toHaveLength(1);
      });
    });

    describe("opened twice", () => {
      it("shows each what the other wrote", async () => {
        const other = await maker.again();
        await store.keep([capture("one", "a.txt")]);
        await other.keep([capture("two", "b.txt")]);
        expect(await store.captures()).toEqual(await other.captures());
        expect(await store.captures()).toHaveLength(2);
        await other.close();
      });

      it("survives being closed", async () => {
        await store.keep([capture("one", "a.txt")]);
        await store.close();
        store = await maker.again();
        expect(await store.captures()).toHaveLength(1);
      });
    });

    it("does not take its own work for another's", async () => {
      expect(await store.working(() => store.othersWorking())).toBe(false);
    });
  });
}
