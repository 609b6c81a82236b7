import { describe, expect, it } from "vitest";
import { HearsayError } from "../model/index.js";
import { storeTrouble } from "./trouble.js";

const withCode = (code: string) => Object.assign(new Error("database says so"), { code });

describe("trouble with a story's file", () => {
  it.each([
    ["SQLITE_FULL", "store.full"],
    ["ENOSPC", "store.full"],
    ["SQLITE_READONLY_DBMOVED", "store.read-only"],
    ["EROFS", "store.read-only"],
    ["SQLITE_BUSY_SNAPSHOT", "store.busy"],
    ["SQLITE_CORRUPT_VTAB", "store.damaged"],
    ["SQLITE_IOERR_FSYNC", "store.io"],
  ])("%s is %s, with what to do on a line of its own", (code, ours) => {
    const trouble = storeTrouble(withCode(code), "dune.hearsay")!;
    expect(trouble.code).toBe(ours);
    expect(trouble.message).toMatch(/^dune\.hearsay: .+\n.+/);
  });
  it("is not what has other reasons", () => {
    for (const error of [
      withCode("EACCES"),
      withCode("ENOENT"),
      withCode("SQLITE_ERROR"),
      new Error("x"),
      null,
      { code: 5 },
    ])
      expect(storeTrouble(error)).toBeNull();
    expect(storeTrouble(new HearsayError("store.newer", "x"))).toBeNull();
  });
});
