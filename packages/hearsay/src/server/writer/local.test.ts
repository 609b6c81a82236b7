import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStory } from "../../store/index.js";
import { ferry, makeStory } from "../testing/ask.js";
import { localWriter } from "./local.js";

const home = mkdtempSync(join(tmpdir(), "hearsay-writer-"));
const path = join(home, "ferry.hearsay");
beforeAll(() => makeStory(path, ferry), 60_000);
afterAll(() => rmSync(home, { recursive: true }));

const sent = (name: string) => ({
  files: [{ name, bytes: Buffer.from("The ferries of Port Ansel sail again, the harbour master said on Monday.") }],
  urls: [],
});

describe("a writer", () => {
  it("adds when what else it does to the story has ended: two connections of one process would wait for each other", async () => {
    const store = await openStory(path);
    await store.dropDerived();
    await store.close();
    const writer = localWriter(() => "2031-03-20T08:00:00Z");
    const order: string[] = [];
    const { signal } = new AbortController();
    const refreshed = writer.refresh(path).then(() => order.push("refreshed"));
    const added = writer.add(path, sent("a.txt"), () => {}, signal).then(({ kept }) => order.push(kept[0]!.status));
    const began = performance.now();
    await Promise.all([refreshed, added]);
    expect(order).toEqual(["refreshed", "new"]);
    expect(performance.now() - began).toBeLessThan(25_000);
    expect(writer.isBusy(path)).toBe(false);
  }, 60_000);
  it("does not begin what was called off while it waited", async () => {
    const writer = localWriter(() => "2031-03-20T08:00:00Z");
    const stop = new AbortController();
    const refreshed = writer.refresh(path);
    const added = writer.add(path, sent("b.txt"), () => expect.unreachable(), stop.signal);
    stop.abort();
    await refreshed;
    expect(await added).toMatchObject({ kept: [], cut: true });
  });
});
