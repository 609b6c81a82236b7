import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { makeReport, type Report } from "../tell/index.js";
import { emptyStory, ferryStory, singleStory } from "../tell/testing/fixture.js";
import { stix } from "./stix.js";
import { stixSchema } from "./testing/stix.js";
import { uuid } from "./uuid.js";

const report = makeReport(ferryStory);
const valid = new Ajv({ discriminator: true, allErrors: true }).compile(stixSchema);

interface Bundle {
  readonly objects: readonly ({ readonly type: string; readonly id: string; readonly labels?: readonly string[] } & {
    readonly external_references?: readonly { readonly external_id: string; readonly description: string }[];
  })[];
}
async function bundleOf(of: Report): Promise<Bundle> {
  const [file] = (await stix(of, { graph: "actors" })).files;
  return JSON.parse(file!.content as string);
}

describe("a STIX bundle", () => {
  for (const [name, story] of Object.entries({ ferryStory, singleStory, emptyStory }))
    it(`of ${name} keeps to STIX 2.1, and refers to nothing that is not in it`, async () => {
      const bundle = await bundleOf(makeReport(story));
      expect(valid(bundle) ? [] : valid.errors).toEqual([]);
      const ids = new Set(bundle.objects.map(({ id }) => id));
      expect(ids.size).toBe(bundle.objects.length);
      const referred = JSON.stringify(bundle.objects).matchAll(/"((?:identity|report|note)--[^"]+)"/g);
      expect([...referred].map(([, id]) => id!).filter((id) => !ids.has(id))).toEqual([]);
    });

  it("has exact words for every note", async () => {
    const texts = new Map(report.articles.map(({ id, text }) => [id, text]));
    const notes = (await bundleOf(report)).objects.filter(({ type }) => type === "note");
    expect(new Set(notes.flatMap(({ labels }) => labels))).toEqual(
      new Set(["claim", "statement", "event", "commitment", "contradiction", "revision"]),
    );
    for (const { external_id, description } of notes.flatMap(({ external_references }) => external_references!)) {
      const [, article, start, end] = /^(.+):(\d+)-(\d+)$/.exec(external_id)!;
      expect(texts.get(article!)!.slice(Number(start), Number(end))).toBe(description);
    }
  });

  it("is the same whenever it is written", async () => {
    expect(await bundleOf(report)).toEqual(await bundleOf(report));
  });
});

describe("a UUID of a name", () => {
  it("is of version 5, and another for another kind or name", () => {
    expect(uuid("note", "a")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set([uuid("note", "a"), uuid("note", "b"), uuid("report", "a"), uuid("note", "a")]).size).toBe(3);
  });
});
