import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeReport } from "../tell/index.js";
import { ferryStory } from "../tell/testing/fixture.js";
import { codePoints, contextOf } from "./places.js";
import { annotationSchema } from "./testing/schemas.js";
import { webannotation } from "./webannotation.js";

const report = makeReport(ferryStory);
const collection = JSON.parse(
  ((await webannotation(report, { graph: "actors" })).files[0] as { content: string }).content,
);
type Place = {
  source: string;
  selector: { exact: string; start: number; end: number; prefix: string; suffix: string }[];
};
const items: { id: string; target: Place | Place[] }[] = collection.first.items;

describe("web annotations", () => {
  it("keep to the W3C model", () => {
    const valid = new Ajv({ strict: false }).compile(annotationSchema);
    expect(valid(collection) ? [] : valid.errors).toEqual([]);
    expect(collection.total).toBe(items.length);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it("point to the same words by quotation and by position", () => {
    const texts = new Map(report.articles.map(({ id, text }) => [`urn:hearsay:article:${id}`, text]));
    for (const { source, selector } of items.flatMap(({ target }) => target)) {
      const text = texts.get(source)!;
      const [quote, position] = selector;
      expect([...text].slice(position!.start, position!.end).join("")).toBe(quote!.exact);
      expect(text).toContain(quote!.prefix + quote!.exact + quote!.suffix);
    }
  });

  it("say of a cause what its source says: not, perhaps, or on a condition", async () => {
    const [cause] = report.causes;
    const saying = async (more: object) => {
      const one = { ...report, causes: [{ ...cause!, sign: "+" as const, by: "Ada", ...more }] };
      const { content } = (await webannotation(one, { graph: "actors" })).files[0]!;
      return /"value": "([^"]+), says Ada"/.exec(content as string)![1];
    };
    const plain = { negated: false, hedged: false, conditional: false };
    expect(await saying(plain)).toBe("brings about");
    expect(await saying({ ...plain, negated: true })).toBe("does not bring about");
    expect(await saying({ ...plain, hedged: true, negated: true, sign: "-" })).toBe("may not prevent");
    expect(await saying({ ...plain, hedged: true, conditional: true })).toBe("may bring about on a condition");
  });

  it("point to the page, and tell the texts that it has had", async () => {
    const articles = report.articles.map((one) => ({ ...one, url: "https://a.example/live" }));
    const { content } = (await webannotation({ ...report, articles }, { graph: "actors" })).files[0]!;
    const { items } = JSON.parse(content as string).first;
    const targets: { source: string; scope: string }[] = items.flatMap(({ target }: { target: never }) => target);
    expect(new Set(targets.map(({ source }) => source))).toEqual(new Set(["https://a.example/live"]));
    expect(new Set(targets.map(({ scope }) => scope)).size).toBeGreaterThan(1);
  });

  it("count in code points and never cut one", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 90 }), fc.nat(), fc.nat(), (text, a, b) => {
        const letters = [...text];
        const [from, to] = [a % (letters.length + 1), b % (letters.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        const start = letters.slice(0, from).join("").length;
        const end = letters.slice(0, to).join("").length;
        expect([codePoints(text, start), codePoints(text, end)]).toEqual([from, to]);
        const { prefix, suffix } = contextOf({ article: "a", start, end, text: "" }, text);
        expect(text.slice(0, start).endsWith(prefix)).toBe(true);
        expect(text.slice(end).startsWith(suffix)).toBe(true);
        expect(Buffer.from(prefix + suffix).toString()).toBe(prefix + suffix);
      }),
      { numRuns: 50 },
    );
  });
});
