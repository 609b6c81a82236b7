// Every reader that is installed opens what is written of the rough story; one that is not is named and passed over.
// All of them, and the sample story: npm run exchange.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readers, tried, versionsOf, writeAll } from "./check.mjs";
import { roughReport } from "./stories.mjs";

let folder;
let report;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-readers-"));
  report = await roughReport();
  await writeAll(report, folder);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe("other programs", () => {
  for (const reader of readers) {
    const versions = versionsOf(reader);
    if (versions.length === 0) it.skip(`${reader.format}: ${reader.reader} is not installed, not tried`, () => {});
    for (const version of versions)
      it(`${reader.format}: ${reader.reader} ${version} accepts it`, { timeout: 120_000 }, async () => {
        expect(await tried(reader, version, folder, report)).toMatchObject({ accepted: true });
      });
  }
});
