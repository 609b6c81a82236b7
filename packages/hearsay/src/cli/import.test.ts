import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runIn } from "./testing/run.js";

let folder: string;
const articles = [
  {
    ...{ title: "Bridge closed", outlet: "Vale Herald", published: "2031-03-04", url: "https://vale.example/bridge" },
    text: "The bridge at Tarn was closed on Monday after cracks were found, the county said.\n\n“We will not risk a single car,” the engineer Ada Holm told reporters on the spot.",
  },
  {
    ...{ title: "Bridge open", outlet: "Tarn Echo", published: "2031-03-05" },
    text: "The bridge at Tarn was not closed on Monday, the mayor, Per Lund, said. Lund accused the county of spreading panic.",
  },
];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-import-"));
  writeFileSync(join(folder, "bridge.jsonl"), articles.map((article) => JSON.stringify(article)).join("\n"));
  await hearsay("add", "-s", "bridge", join(folder, "bridge.jsonl"));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const hearsay = (...args: readonly string[]) => runIn(join(folder, "stories"), "2031-03-06T08:00:00.000Z", args);

/** The articles of a story, without where they were found. */
async function textsOf(story: string) {
  const { out } = await hearsay("export", "-s", story, "--as", "ndjson", "--table", "texts");
  const lines = out.trim().split("\n");
  const read = lines.map((line) => JSON.parse(line)).map(({ id: _, file: __, ...known }) => known);
  return read.sort((a, b) => (a.title < b.title ? -1 : 1));
}

describe("hearsay import", () => {
  for (const [as, name, more] of [
    ["ndjson", "texts.ndjson", ["--table", "texts"]],
    ["jsonld", "story.jsonld", []],
    ["ftm", "entities.ftm.json", []],
  ] as const)
    it(`takes back what was exported as ${as}`, async () => {
      const file = join(folder, name);
      await hearsay("export", "-s", "bridge", "--as", as, ...more, "-o", file);
      const { status, out } = await hearsay("import", "-s", as, file);
      expect({ status, out }).toMatchObject({ status: 0, out: expect.stringMatching(/^2 added\. /) });
      expect(await textsOf(as)).toEqual(await textsOf("bridge"));
    });

  it("takes a table by its map", async () => {
    const file = join(folder, "table.csv");
    writeFileSync(file, `Headline,Body\nBridge closed,"${articles[0]!.text}"\n`);
    const { status } = await hearsay("import", "-s", "table", file, "--map", "title=Headline,text=Body");
    expect(status).toBe(0);
    expect((await textsOf("table"))[0]).toMatchObject({ title: "Bridge closed", text: articles[0]!.text });
  });

  it("says what has no place here, and exits 1 where there is nothing", async () => {
    const [library, bundle] = [join(folder, "library.ris"), join(folder, "bundle.json")];
    writeFileSync(
      library,
      `TY  - NEWS\nTI  - Bridge\nAB  - ${articles[1]!.text}\nER  - \nTY  - NEWS\nTI  - B\nUR  - https://e.example/b\nER  - \n`,
    );
    const mixed = await hearsay("import", "-s", "library", library);
    expect(mixed).toMatchObject({ status: 0, out: expect.stringMatching(/^1 added/) });
    expect(mixed.err).toMatch(
      /RIS: 1 entries have no text\. .*\n {2}Add their pages: hearsay add 'https:\/\/e\.example\/b'/,
    );
    await hearsay("export", "-s", "bridge", "--as", "stix", "-o", bundle);
    expect(readFileSync(bundle, "utf8")).toContain("bundle--");
    const none = await hearsay("import", "-s", "none", bundle);
    expect(none.status).toBe(1);
    expect(none.err).toMatch(/STIX holds places in articles and not their texts/);
  });
});
