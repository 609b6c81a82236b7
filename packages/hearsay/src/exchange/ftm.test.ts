import { createRequire } from "node:module";
import { type IEntityDatum, type IModelDatum, Model } from "@alephdata/followthemoney";
import { describe, expect, it } from "vitest";
import { makeReport } from "../tell/index.js";
import { ferryStory } from "../tell/testing/fixture.js";
import { alpha2 } from "./countries.js";
import { ftm } from "./ftm.js";

interface Datum extends IEntityDatum {
  readonly schema: string;
  readonly properties: Record<string, string[]>;
}

const report = makeReport(ferryStory);
const model = new Model(
  createRequire(import.meta.url)("@alephdata/followthemoney/dist/defaultModel.json") as IModelDatum,
);
const [file] = (await ftm(report, { graph: "actors" })).files;
const data = (file!.content as string)
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Datum);

describe("FollowTheMoney entities", () => {
  it("are all of the model's schemata, with properties that these have and all that they require", () => {
    expect(new Set(data.map(({ id }) => id)).size).toBe(data.length);
    for (const datum of data) {
      const schema = model.getSchema(datum.schema);
      const names = [...schema.getProperties().keys()];
      expect(Object.keys(datum.properties).filter((name) => !names.includes(name))).toEqual([]);
      expect((schema.required ?? []).filter((name) => datum.properties[name] === undefined)).toEqual([]);
      expect(() => model.getEntity(datum)).not.toThrow();
    }
  });

  it("refer to entities of the schema that a property asks for", () => {
    const schemata = new Map(data.map(({ id, schema }) => [id, model.getSchema(String(schema))]));
    for (const { schema, properties } of data)
      for (const [name, values] of Object.entries(properties)) {
        const { range } = model.getSchema(String(schema)).getProperty(name) as unknown as { range: string | null };
        if (range === null) continue;
        for (const value of values) expect(schemata.get(String(value))?.isA(range)).toBe(true);
      }
  });

  it("are articles, people, bodies, events, statements and claims, with dates as the model has them", () => {
    expect(new Set(data.map(({ schema }) => schema))).toEqual(
      new Set(["Article", "Person", "Event", "Note", ...others()]),
    );
    const dates = data.flatMap(({ properties }) =>
      ["date", "startDate", "endDate", "publishedAt", "modifiedAt"].flatMap((name) => properties[name] ?? []),
    );
    for (const date of dates) expect(date).toMatch(/^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?)?)?)?$/);
  });

  it("quote exact words", () => {
    const texts = new Map(report.articles.map(({ id, text }) => [id, text]));
    for (const { properties } of data.filter(({ schema }) => ["Event", "Note", "Documentation"].includes(schema)))
      for (const [i, place] of (properties.description ?? []).entries()) {
        const [, article, start, end] = /^(.+):(\d+)-(\d+)$/.exec(place)!;
        expect(texts.get(article!)!.slice(Number(start), Number(end))).toBe(properties.summary![i]);
      }
  });
});

const others = () =>
  ["Organization", "PublicBody", "LegalEntity", "Documentation"].filter((name) =>
    data.some(({ schema }) => schema === name),
  );

describe("countries", () => {
  it("are two letters where they are in the list", () => {
    expect([alpha2("NOR"), alpha2("Vesmara"), alpha2(null)]).toEqual(["no", null, null]);
  });
});
