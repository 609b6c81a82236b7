import { describe, expect, it } from "vitest";
import { stageVersions } from "./versions.js";

describe("stage versions", () => {
  it("are the same each time and differ between stages", () => {
    const versions = stageVersions();
    expect(stageVersions()).toEqual(versions);
    expect(new Set(Object.values(versions)).size).toBeGreaterThanOrEqual(6);
  });
});
