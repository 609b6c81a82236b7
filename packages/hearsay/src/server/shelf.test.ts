import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { Browser, type Opened, open } from "./testing/ask.js";

const names = Array.from({ length: 12 }, (_, i) => `s${String(i).padStart(2, "0")}`);
let opened: Opened;
let ada: Browser;
beforeAll(async () => {
  opened = await open(Object.fromEntries(names.map((name) => [name, {}])));
  ada = await new Browser(opened.app).signIn();
}, 60_000);
afterAll(() => opened.close());

describe("a shelf", () => {
  it("holds open only the stories asked about last, and those to which somebody listens", async () => {
    const { shelf, live } = opened.house;
    const stop = live.listen(await shelf.room("s00"), () => {});
    for (const name of names) expect((await ada.get(`/stories/${name}`)).statusCode).toBe(200);
    expect(await ada.json("/stories")).toHaveLength(12);
    const isOpen = async (name: string) => (await shelf.room(name)).isIdle;
    const open = await Promise.all(names.map(isOpen));
    expect(names.filter((_, i) => open[i])).toEqual(["s00", ...names.slice(4)]);
    expect((await ada.get("/stories/s01")).statusCode).toBe(200);
    expect([await isOpen("s01"), await isOpen("s04")]).toEqual([true, false]);
    stop();
    await ada.get("/stories");
    expect(await isOpen("s00")).toBe(false);
  });
  it("knows a story by its own name alone, also where a file is found by a name in other case", async () => {
    const fresh = await open({ ferry: {} });
    // What a folder lists on such a file system.
    const names = vi.spyOn(fresh.house.shelf, "names").mockResolvedValue(["Ferry"]);
    await expect(fresh.house.shelf.room("ferry")).rejects.toMatchObject({ code: "story.unknown" });
    names.mockRestore();
    expect((await fresh.house.shelf.room("ferry")).name).toBe("ferry");
    await fresh.close();
  });
  it("forgets a story whose file is gone", async () => {
    const room = await opened.house.shelf.room("s11");
    expect(room.isIdle).toBe(true);
    for (const end of ["", "-wal", "-shm"]) rmSync(join(opened.home, `s11.hearsay${end}`), { force: true });
    await ada.get("/stories");
    expect(room.isIdle).toBe(false);
    expect((await ada.get("/stories/s11")).statusCode).toBe(404);
    expect((await ada.post("/stories", { name: "s11" })).statusCode).toBe(201);
    expect(await opened.house.shelf.room("s11")).not.toBe(room);
  });
});
