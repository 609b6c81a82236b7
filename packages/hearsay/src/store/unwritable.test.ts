import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contentHash } from "../model/index.js";
import { openStory } from "./index.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-unwritable-"));
});
afterEach(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true });
});
const bytes = new TextEncoder().encode("words");
const capture = { hash: contentHash(bytes), place: "a.txt", retrieved: "2026-03-01", bytes };

/** What is forbidden to others is not forbidden to root: `evals/reliability/kill.mjs` mounts a disk read-only instead. */
describe.skipIf(process.getuid?.() === 0)("a story in a folder that cannot be written", () => {
  it("is read as it stands, under any name, and says what is the matter when it is to be changed", async () => {
    const path = join(folder, "a #b %41 ä.hearsay");
    const before = await openStory(path, { create: true });
    await before.keep([capture]);
    await before.close();
    chmodSync(path, 0o444);
    chmodSync(folder, 0o555);
    const store = await openStory(path);
    expect((await store.captures()).map(({ hash }) => hash)).toEqual([capture.hash]);
    const error = await store.keep([{ ...capture, place: "b.txt" }]).catch((thrown: unknown) => thrown);
    expect((error as { code: string }).code).toBe("store.read-only");
    await store.close();
  });
  it("is not made there", async () => {
    chmodSync(folder, 0o555);
    const refused = await openStory(join(folder, "new.hearsay"), { create: true }).catch((error) => error.code);
    expect(refused).toBe("store.read-only");
  });
});
