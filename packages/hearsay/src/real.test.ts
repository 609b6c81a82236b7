// Five real articles as a scraper left them (Moscow and Tehran, beside the project, never in it): what a reader finds.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { analyse, makeReport, type Report } from "./index.js";

const shared = process.env.HEARSAY_SHARED ?? fileURLToPath(new URL("../../../../shared", import.meta.url));
const folder = join(shared, "stories/moscow-tehran");
const there = existsSync(folder);

describe.skipIf(!there)(`five real articles${there ? "" : " (skipped: they are not beside the project)"}`, () => {
  let report: Report;
  beforeAll(async () => {
    const files = readdirSync(folder).filter((file) => file.endsWith(".txt"));
    const inputs = files.map((file) => ({ id: file, file, bytes: readFileSync(join(folder, file)) }));
    report = makeReport(await analyse("real", inputs));
  }, 120_000);

  it("contradict each other in a number and in a date, and in nothing else", () => {
    const kinds = report.claims.flatMap(({ relations }) => relations.map(({ kind }) => kind));
    expect([...new Set(kinds)].sort()).toEqual(["date", "number"]);
    expect(report.claims.filter(({ verdict }) => verdict === "contradicted")).toHaveLength(4);
  });

  it("are five origins, none of them a copy of another", () => {
    expect(report.origins).toHaveLength(5);
    expect(report.derivations.filter(({ kind, source }) => kind === "copy" && source !== null)).toEqual([]);
  });
});
