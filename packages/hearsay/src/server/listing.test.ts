import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { add, type Found, installedStages } from "../engine/index.js";
import { contentHash } from "../model/index.js";
import { openStory, writtenAt } from "../store/index.js";
import { Listing } from "./listing.js";

let home = "";
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "hearsay-listing-"));
});
afterAll(() => rmSync(home, { recursive: true }));

async function* found(text: string): AsyncGenerator<Found> {
  const bytes = Buffer.from(text);
  const capture = { hash: contentHash(bytes), place: "a.txt", retrieved: "2031-03-20T08:00:00Z", bytes };
  yield { capture, diagnostics: [] };
}

async function tell(path: string, text: string): Promise<void> {
  const store = await openStory(path, { create: true });
  await add({ store, stages: installedStages() }, found(text));
  await store.close();
}

/** As if it had been written to then. */
const writtenOn = (path: string, day: string): void => utimesSync(path, new Date(day), new Date(day));

describe("the list of stories", () => {
  it("is read again of a story that was written to, and only then", async () => {
    const path = join(home, "ferry.hearsay");
    await tell(path, "Ferry strike\n\nThe union said on Friday that crews in Karst would walk out for three days.\n");
    writtenOn(path, "2021-03-01");
    const listing = new Listing();
    const first = await listing.row("ferry", path, await writtenAt(path));
    expect(first).toMatchObject({ name: "ferry", articles: 1, modified: "2021-03-01T00:00:00.000Z" });
    expect(await listing.row("ferry", path, await writtenAt(path))).toBe(first);
    await tell(path, "Strike over\n\nThe ministry said on Sunday that the crews in Karst were back at work.\n");
    writtenOn(path, "2021-03-02");
    const second = await listing.row("ferry", path, await writtenAt(path));
    expect(second.articles).toBe(2);
    expect(second.revision).not.toBe(first.revision);
    listing.keepOnly(new Set());
    expect(await listing.row("ferry", path, await writtenAt(path))).not.toBe(second);
  }, 60_000);

  it("does not trust the time of what has just been written", async () => {
    const path = join(home, "fresh.hearsay");
    await (await openStory(path, { create: true })).close();
    const [listing, modified] = [new Listing(), await writtenAt(path)];
    expect(await listing.row("fresh", path, modified)).not.toBe(await listing.row("fresh", path, modified));
  });

  it("names what cannot be opened, too", async () => {
    const path = join(home, "torn.hearsay");
    writeFileSync(path, "no story");
    const row = await new Listing().row("torn", path, await writtenAt(path));
    expect(row).toMatchObject({ name: "torn", articles: 0, revision: null });
  });

  it("opening a story is no writing to it", async () => {
    const path = join(home, "opened.hearsay");
    await (await openStory(path, { create: true })).close();
    writtenOn(path, "2021-03-03");
    const store = await openStory(path);
    await store.captures();
    expect(await writtenAt(path)).toBe("2021-03-03T00:00:00.000Z");
    await store.close();
  });
});
