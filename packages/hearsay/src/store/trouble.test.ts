import { describe, expect, it } from "vitest";
import { HearsayError } from "../model/index.js";
import { fileTrouble, isConflict, isLost, servedTrouble } from "./trouble.js";

const failing = (code: string, message = "it says") => Object.assign(new Error(message), { code });
const codeOf = (error: unknown) => (error instanceof HearsayError ? error.code : error);

describe("what goes wrong with a store", () => {
  it.each([
    [13, "store.full"],
    [8, "store.read-only"],
    [8 + (6 << 8), "store.read-only"],
    [5, "store.busy"],
    [11, "store.damaged"],
    [10 + (1 << 8), "store.failed"],
    [20, "store.failed"],
  ])("in a file, %s, is told as %s", (rawCode, told) => {
    const error = fileTrouble("/a/dune.hearsay", Object.assign(failing("SQLITE_SOMETHING"), { rawCode }));
    expect(codeOf(error)).toBe(told);
    expect((error as Error).message).toContain("/a/dune.hearsay");
  });
  it.each([
    ["28P01", "store.refused"],
    ["3D000", "store.refused"],
    ["53100", "store.full"],
    ["25006", "store.read-only"],
    ["23503", "store.missing"],
    ["57P01", "store.lost"],
    ["08006", "store.lost"],
    ["ECONNREFUSED", "store.lost"],
    ["XX000", "store.failed"],
  ])("in a database, %s, is told as %s", (code, told) => {
    const error = servedTrouble("postgres://db.example.org/news", failing(code));
    expect(codeOf(error)).toBe(told);
    expect((error as Error).message).toMatch(/^postgres:\/\/db\.example\.org\/news: /);
  });
  it("is told once, and a mistake of ours stays one", () => {
    const coded = new HearsayError("store.missing", "gone");
    const mistake = new TypeError("x is undefined");
    for (const told of [fileTrouble, servedTrouble]) {
      expect(told("a", coded)).toBe(coded);
      expect(told("a", mistake)).toBe(mistake);
    }
  });
  it("is worth another attempt when the connection was lost, or two were in each other's way", () => {
    expect(isLost(new Error("Connection terminated unexpectedly"))).toBe(true);
    expect(isLost(new AggregateError([failing("ECONNREFUSED")]))).toBe(true);
    expect(isLost(failing("23505"))).toBe(false);
    expect([isConflict(failing("40P01")), isConflict(failing("23505"))]).toEqual([true, false]);
  });
});
