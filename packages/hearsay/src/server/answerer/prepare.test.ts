import { afterAll, beforeAll, expect, it } from "vitest";
import { ferry, type Opened, open } from "../testing/ask.js";
import { preparer } from "./prepare.js";

let opened: Opened;
beforeAll(async () => {
  opened = await open({ ferry, empty: {} });
}, 60_000);
afterAll(() => opened.close());

it("what views ask for is made ready once for a report, and of an empty story too; who asks goes first", async () => {
  const faults: unknown[] = [];
  let asked = true;
  const prepare = preparer(
    () => asked,
    (error) => faults.push(error),
  );
  for (const name of ["ferry", "empty"]) {
    const room = await opened.house.shelf.room(name);
    const view = await room.view();
    const has = (what: string): boolean => view.once<unknown>(what, () => null) !== null;
    prepare(room);
    prepare(room);
    await new Promise((done) => setTimeout(done, 500));
    expect(room.isIdle).toBe(false);
    asked = false;
    while (!room.isIdle) await new Promise((done) => setTimeout(done, 20));
    expect(["matrix", "happenings", "graph", "search", "map", "rows statements "].filter(has)).toHaveLength(6);
    asked = true;
  }
  expect(faults).toEqual([]);
}, 60_000);
