import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { makeReport } from "../tell/index.js";
import { ferryStory } from "../tell/testing/fixture.js";
import { claimreview } from "./claimreview.js";
import { jsonld } from "./jsonld.js";
import { narrowed } from "./narrowed.js";

/** It comes without types. */
const processor = createRequire(import.meta.url)("jsonld");
const report = makeReport(ferryStory);
const writing = { graph: "actors" } as const;
const read = async (writer: typeof jsonld) => JSON.parse((await writer(report, writing)).files[0]!.content as string);
/** schema.org's own context maps every term to its vocabulary; nothing is fetched here. */
const documentLoader = async (url: string) => {
  if (url !== "https://schema.org") throw new Error(`asks for ${url}`);
  return { document: { "@context": { "@vocab": "https://schema.org/" } }, documentUrl: url };
};
type Node = Record<string, unknown>;

describe("linked data", () => {
  it("expands without a network to terms of schema.org and PROV", async () => {
    const expanded = (await processor.expand(await read(jsonld), {
      documentLoader: async (url: string) => Promise.reject(new Error(url)),
    })) as Node[];
    const types = new Set(expanded.flatMap((node) => node["@type"] as string[]));
    for (const type of ["schema.org/NewsArticle", "schema.org/ClaimReview", "schema.org/Quotation", "schema.org/Event"])
      expect(types).toContain(`https://${type}`);
    expect(types).toContain("http://www.w3.org/ns/prov#Activity");
    const derived = expanded.filter((node) => node["http://www.w3.org/ns/prov#wasDerivedFrom"]);
    expect(derived.map((node) => node["@id"])).toEqual(["urn:hearsay:article:copy", "urn:hearsay:article:spun"]);
  });

  it("tells articles apart that stand at one address", async () => {
    const articles = report.articles.map((one) => ({ ...one, url: "https://a.example/live" }));
    const { "@graph": graph } = JSON.parse(
      (await jsonld({ ...report, articles }, writing)).files[0]!.content as string,
    );
    const nodes: Node[] = graph.filter((node: Node) => node.articleBody !== undefined);
    expect(nodes.map((node) => node["@id"])).toEqual(articles.map(({ id }) => `urn:hearsay:article:${id}`));
    for (const { url } of nodes) expect(url).toBe("https://a.example/live");
    const reviews = (await claimreview({ ...report, articles }, writing)).files[0]!.content as string;
    expect(reviews).not.toMatch(/"@id": "https:/);
    expect(reviews).toMatch(/"url": "https:\/\/a\.example\/live"/);
  });

  it("is whole also when narrowed", async () => {
    const some = narrowed(report, { outlet: "Harbour" });
    const { "@graph": graph } = JSON.parse((await jsonld(some, writing)).files[0]!.content as string);
    const ids = new Set(graph.map((node: Node) => node["@id"]));
    for (const [, id] of JSON.stringify(graph).matchAll(/"(urn:hearsay:(?:article|entity):[^"]+)"/g))
      expect(ids).toContain(id);
  });

  it("is whole: every reference within the file leads to something in it", async () => {
    const { "@graph": graph } = await read(jsonld);
    const ids = new Set(graph.map((node: Node) => node["@id"]));
    const text = JSON.stringify(graph);
    for (const [, id] of text.matchAll(/"(urn:hearsay:(?:article|entity|analysis):[^"]+)"/g)) expect(ids).toContain(id);
    expect(JSON.stringify(graph.map((node: Node) => node.articleBody).filter(Boolean))).toBe(
      JSON.stringify(report.articles.map(({ text }) => text)),
    );
  });
});

describe("claim reviews", () => {
  it("have a name for how a claim stands and no value for how true it is", async () => {
    const file = await read(claimreview);
    const reviews: Node[] = file["@graph"];
    expect(reviews).toHaveLength(report.claims.length);
    for (const { reviewRating, claimReviewed, itemReviewed } of reviews as Record<string, Node>[]) {
      expect(claimReviewed).toMatch(/./);
      expect(Object.keys(reviewRating!)).toEqual(["@type", "alternateName", "reviewAspect", "ratingExplanation"]);
      expect((itemReviewed!.appearance as Node[]).length).toBeGreaterThan(0);
    }
    expect(JSON.stringify(file)).not.toMatch(/ratingValue|bestRating|worstRating/);
    await expect(processor.expand(file, { documentLoader } as never)).resolves.toHaveLength(reviews.length);
  });

  it("say what speaks against a claim also where the other was left out", async () => {
    const one = report.claims.find(({ conflicts }) => conflicts.length > 0)!;
    const file = JSON.parse((await claimreview({ ...report, claims: [one] }, writing)).files[0]!.content as string);
    expect(file["@graph"][0].reviewRating.ratingExplanation).toMatch(/Against it: “.+”/);
  });

  it("say what speaks against a contradicted claim, in its words", async () => {
    const reviews: Node[] = (await read(claimreview))["@graph"];
    const contradicted = reviews.filter(({ reviewRating }) =>
      /^Contradicted/.test(String((reviewRating as Node).alternateName)),
    );
    expect(contradicted.length).toBeGreaterThan(0);
    for (const { reviewRating } of contradicted)
      expect((reviewRating as Node).ratingExplanation).toMatch(/Against it: “.+”/);
  });
});
