import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMatrix, writeMatrix } from "./matrix.js";
import type { MentalMap } from "./mental-map.js";
import { readMmp, writeMmp } from "./mmp.js";

const old = `\uFEFF<?xml version="1.0"?>
<mentalModeler>
  <info><name><![CDATA[Harbour]]></name><version>1.0</version></info>
  <concepts>
    <concept><id>1</id><name><![CDATA[Storm & wind]]></name><x>604</x><y>2.5</y>
      <relationships><relationship><id>7</id><confidence>0</confidence><influence><![CDATA[M-]]></influence></relationship></relationships>
    </concept>
    <concept><id>7</id><name>Ferries</name><x>0</x><y>0</y></concept>
  </concepts>
  <scenarios><scenario><name>calm</name><concepts>
    <concept><selected>True</selected><id>1</id></concept>
    <concept><selected>False</selected><id>7</id><influence>L+</influence></concept>
  </concepts></scenario></scenarios>
</mentalModeler>`;

describe("Mental Modeler files", () => {
  it("are read in the old form with letters", () => {
    const map = readMmp(old);
    expect(map.info).toEqual({ name: "Harbour", version: "1.0" });
    expect(map.concepts[0]).toMatchObject({ id: "1", name: "Storm & wind", x: 604, y: 2.5, group: "0" });
    expect(map.concepts[0]!.arrows).toEqual([{ to: "7", notes: "", confidence: 0, weight: -0.62 }]);
    expect(map.scenarios[0]!.concepts.map(({ selected, value }) => [selected, value])).toEqual([
      [true, null],
      [false, 0.25],
    ]);
  });

  const text = fc.string({ maxLength: 12 }).map((s) => s.replace(/[^\t\n\u0020-\u007e]/g, ""));
  const tricky = fc.oneof(text, fc.constantFrom("]]>", "<b>&amp;</b>", "Öl & Gas", "=1+1", " "));
  const weight = fc.integer({ min: -100, max: 100 }).map((n) => n / 100);
  const maps: fc.Arbitrary<MentalMap> = fc.integer({ min: 0, max: 5 }).chain((size) => {
    const to = fc.integer({ min: 1, max: Math.max(1, size) }).map(String);
    const arrows = fc.array(fc.record({ to, notes: tricky, confidence: fc.integer({ min: -3, max: 3 }), weight }), {
      maxLength: size === 0 ? 0 : 3,
    });
    const at = fc.integer({ min: 0, max: 900 }).map((n) => n / 2);
    const concepts = Array.from({ length: size }, (_, i) =>
      fc.record({
        ...{ id: fc.constant(String(i + 1)), name: tricky, notes: tricky, units: tricky, group: fc.constant("0") },
        ...{ x: at, y: at, preferred: fc.integer({ min: -1, max: 1 }), arrows },
      }),
    );
    return fc.record({
      info: fc.record({ name: tricky, author: tricky }),
      groups: fc.record({ "0": tricky, "1": tricky }),
      concepts: fc.tuple(...concepts),
      scenarios: fc.array(
        fc.record({
          name: tricky,
          concepts: fc.array(
            fc.record({ id: to, selected: fc.boolean(), value: fc.option(weight.map((w) => w || 0)) }),
            { maxLength: size === 0 ? 0 : 3 },
          ),
        }),
        { maxLength: 2 },
      ),
    });
  });

  it("give the same map again in both forms", () => {
    fc.assert(
      fc.property(maps, fc.constantFrom("xml" as const, "json" as const), (map, form) => {
        expect(JSON.stringify(readMmp(writeMmp(map, form)))).toBe(JSON.stringify(readMmp(writeMmp(map, "json"))));
        expect(readMmp(writeMmp(map, form))).toEqual(JSON.parse(JSON.stringify(map)));
      }),
    );
  });

  it("are refused where they are none, or too much", () => {
    const concept = '{"id":"1","name":"a"}';
    for (const [bad, message] of [
      ["", /neither XML nor JSON/],
      ["<html></html>", /first element/],
      ["[]", /no record/],
      ["{}", /no list of concepts/],
      ['{"concepts":[1]}', /A concept is no record/],
      [`{"concepts":[${concept},${concept}]}`, /same id/],
      ['{"concepts":[{"id":"1","relationships":[{"id":"2","influence":"1"}]}]}', /not there/],
      ['{"concepts":[{"id":"1","relationships":[{"id":"1","influence":"2"}]}]}', /no influence/],
      ['{"concepts":[{"id":"1","x":"ten"}]}', /no number/],
      ['{"concepts":[{"id":"1","name":["x"]}]}', /no text/],
      [`<mentalmodeler>${"<a>".repeat(50)}`, /too deep/],
      [`{"concepts":[${Array(20_001).fill("1").join()}]}`, /more than 20000/],
    ] as const)
      expect(() => readMmp(bad)).toThrow(message);
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><mentalmodeler><concepts><concept><id>1</id><name>&b;</name></concept></concepts></mentalmodeler>`;
    expect(readMmp(bomb).concepts[0]!.name).toBe("&b;");
  });

  it("never fail in another way", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.string().map((s) => `<mentalmodeler><concepts>${s}`),
        ),
        (s) => {
          try {
            readMmp(s);
          } catch (error) {
            expect((error as { code?: string }).code).toBe("exchange.map");
          }
        },
      ),
    );
  });
});

describe("the adjacency matrix", () => {
  it("has names across and down and gives the map again, formulas kept dead", () => {
    const map = {
      names: ["2024 vote", "=SUM(A1)", 'a "b", c'],
      arrows: [
        { from: 0, to: 1, weight: -0.5 },
        { from: 2, to: 0, weight: 1 },
      ],
    };
    const csv = writeMatrix(map);
    expect(csv.split("\n")[0]).toBe(',2024 vote,\'=SUM(A1),"a ""b"", c"');
    expect(csv.split("\n")[1]).toBe("2024 vote,0,-0.5,0");
    expect(readMatrix(csv)).toEqual(map);
  });

  it("is refused where it is no square of weights", () => {
    for (const bad of ["", ",a\n", ",a\na,7\n", ",a\nb,0\n", ',a\n"a,0\n', ",a,b\na,0\nb,0,0\n"])
      expect(() => readMatrix(bad)).toThrow(/No cognitive map/);
  });
});

const peers = join(process.env.HEARSAY_SHARED ?? "../shared", "peers/cognitive-maps");
describe.skipIf(!existsSync(peers))("samples (skipped where they are not beside the project)", () => {
  it("of Mental Modeler are all read, and written in both forms without loss", () => {
    const files = readdirSync(peers).filter((name) => name.endsWith(".mmp"));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const map = readMmp(readFileSync(join(peers, file), "utf8"));
      expect(map.concepts.length, file).toBeGreaterThan(2);
      expect(readMmp(writeMmp(map, "xml")), file).toEqual(map);
      expect(readMmp(writeMmp(map, "json")), file).toEqual(map);
    }
  });
});
