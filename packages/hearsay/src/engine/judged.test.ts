import { describe, expect, it } from "vitest";
import { annotate } from "../annotate/index.js";
import { extract } from "../extract/index.js";
import { type Derivation, type Judgement, type Lineage, plainArticle } from "../model/index.js";
import { judgedLineage } from "../trace/index.js";
import { weigh } from "../weigh/index.js";
import { type Reading, usable } from "./analyse.js";

const judged = (kind: Judgement["kind"], ...subjects: string[]): Judgement => ({
  ...{ id: `judgement-${kind}${subjects.join()}`, kind, subjects, value: null },
  ...{ who: "a", when: "2031-05-07T00:00:00Z", why: null },
});

/** What is made of articles of one sentence, published an hour apart in the order given. */
function story(texts: Readonly<Record<string, string>>, judgements: readonly Judgement[] = []) {
  const articles = Object.entries(texts).map(([id, text], i) => ({
    ...plainArticle({ id, text }),
    published: `2031-05-06T0${i + 1}:00:00Z`,
  }));
  const annotations = articles.map((article) => annotate(article).output);
  const extractions = articles.map((article, i) => extract(article, annotations[i]!).output);
  const lineage = { derivations: [], origins: [], circles: [] };
  const { output } = weigh({ articles, annotations, extractions, lineage, judgements });
  return { ...output, extractions };
}

const closed = {
  "a-1": "The Lowmoor tunnel closed on Monday.",
  "a-2": "Lowmoor's tunnel was closed on Monday.",
};
const later = { ...closed, "a-0": "The tunnel at Lowmoor closed on Monday." };

describe("what analysts decide of a claim", () => {
  it("holds when more articles report it: it goes by its first report", () => {
    const [claim] = story(closed).claims;
    expect(claim?.origins).toBe(2);
    expect(story(later).claims.map(({ id, origins }) => [id, origins])).toEqual([[claim!.id, 3]]);
    expect(story(later, [judged("reject", claim!.id)]).claims).toEqual([]);
  });
  it("takes an article's report out of it", () => {
    const [claim] = story(later).claims;
    const { claims } = story(later, [judged("split", claim!.id, "a-0")]);
    expect(claims.map(({ support }) => support.map(({ article }) => article).sort())).toEqual([
      ["a-1", "a-2"],
      ["a-0"],
    ]);
    expect(story(later, [judged("split", claim!.id, "a-0", "a-1", "a-2")]).claims).toHaveLength(1);
  });
  it("holds in the order in which it was decided", () => {
    const [claim] = story(later).claims;
    const split = judged("split", claim!.id, "a-0");
    const [, out] = story(later, [split]).claims;
    const merge = judged("merge", claim!.id, out!.id);
    expect(story(later, [split, merge]).claims).toHaveLength(1);
    expect(story(later, [merge, split]).claims).toHaveLength(2);
  });
  it("makes one of two", () => {
    const texts = { "a-1": "The Lowmoor tunnel closed on Monday.", "a-2": "Piers Nolan shut the road under the hill." };
    const { claims } = story(texts);
    expect(claims).toHaveLength(2);
    const merged = story(texts, [judged("merge", ...claims.map(({ id }) => id))]).claims;
    expect(merged.map(({ verdict, origins }) => [verdict, origins])).toEqual([["corroborated", 2]]);
  });
  it("ends a contradiction, also once one side has grown", () => {
    const texts = {
      "a-1": "Tom Arden sold 23 boats to the port of Ellery on Saturday.",
      "a-2": "Tom Arden sold 31 boats to the port of Ellery on Saturday.",
    };
    const { claims } = story(texts);
    expect(claims.map(({ verdict }) => verdict)).toEqual(["contradicted", "contradicted"]);
    const pair = claims.map(({ id }) => id).join("~");
    const grown = { ...texts, "a-3": "On Saturday Tom Arden sold 31 boats to the port of Ellery." };
    expect(story(grown).claims.some(({ verdict }) => verdict === "contradicted")).toBe(true);
    for (const all of [texts, grown])
      expect(story(all, [judged("reject", pair)]).claims.some(({ verdict }) => verdict === "contradicted")).toBe(false);
  });
});

describe("what analysts decide of an actor", () => {
  it("parts whom one article calls by the same name", () => {
    const texts = {
      "a-1": "Mara Tillen left Ellery.",
      "a-2": "Mara Tillen won the race.",
      "a-3": "Mara Tillen spoke.",
    };
    const tillen = (judgements: readonly Judgement[]) =>
      story(texts, judgements).entities.filter(({ name }) => name === "Mara Tillen");
    const [one] = tillen([]);
    expect(tillen([])).toHaveLength(1);
    const parted = tillen([judged("split", one!.id, "a-2")]);
    expect(parted.map(({ id }) => id)).toContain(one!.id);
    expect(parted).toHaveLength(2);
    const two = tillen([judged("split", one!.id, "a-2"), judged("split", one!.id, "a-3")]);
    expect(two).toHaveLength(3);
    const [, stranger] = parted.map(({ id }) => id).sort((a) => (a === one!.id ? -1 : 1));
    const split = judged("split", one!.id, "a-2");
    expect(two.map(({ id }) => id)).toContain(stranger);
    expect(tillen([split, judged("merge", one!.id, stranger!)])).toHaveLength(1);
    expect(tillen([split, judged("merge", one!.id, stranger!), judged("split", stranger!, "a-2")])).toHaveLength(2);
  });
});

describe("what analysts decide of who speaks", () => {
  const { extractions } = story({ "a-1": "“We will reopen on Friday,” said Mara Tillen, the tunnel's manager." });
  const extract = { output: extractions[0]!, diagnostics: [] };
  const read = { output: plainArticle({ id: "a-1", text: "" }), diagnostics: [] };
  const reading: Reading = { read, annotate: null, fingerprint: null, extract };
  const id = extractions[0]!.statements[0]!.id;
  const after = (kind: Judgement["kind"]) => usable([reading], [judged(kind, id)])[0]!.extract!.output.statements[0]!;
  it("leaves it said by someone unnamed, or makes it sure", () => {
    expect(after("reject").speaker).toMatchObject({ name: null, entity: null, anonymous: true });
    expect(after("accept")).toMatchObject({ score: 1, speaker: { name: "Mara Tillen" } });
    expect(usable([reading], [])[0]).toBe(reading);
    const noted = usable([reading], [judged("reject", id), judged("note", id)])[0]!.extract!.output;
    expect(noted.statements[0]!.speaker.name).toBe(null);
    expect(noted.commitments.every(({ by }) => by !== "Mara Tillen")).toBe(true);
  });
});

describe("what analysts decide of a descent", () => {
  const descent = (derived: string, source: string): Derivation => ({
    ...{ derived, source, outlet: null, kind: "copy", score: 1, probability: 1, direction: "open", reasons: [] },
    passages: [
      {
        derived: { article: derived, start: 0, end: 1, text: derived },
        source: { article: source, start: 2, end: 3, text: source },
      },
    ],
  });
  const lineage: Lineage = {
    derivations: [descent("a-1", "a-2")],
    origins: [{ id: "origin-x", root: "a-2", articles: ["a-2", "a-1"] }],
    circles: [],
  };
  const roots = (...judgements: Judgement[]) => judgedLineage(lineage, judgements).origins.map(({ root }) => root);
  it("turns it round or parts it, and origins follow", () => {
    expect(judgedLineage(lineage, [])).toBe(lineage);
    expect(roots(judged("accept", "a-1~a-2"))).toEqual(["a-2"]);
    expect(roots(judged("reject", "a-1~a-2"))).toEqual(["a-1"]);
    expect(roots(judged("accept", "a-2~a-1"))).toEqual(["a-1"]);
    expect(roots(judged("split", "a-1~a-2"))).toEqual(["a-1", "a-2"]);
    expect(roots(judged("reject", "a-1~a-2"), judged("accept", "a-1~a-2"))).toEqual(["a-2"]);
  });
  it("closes no ring", () => {
    const chain = [descent("a-2", "a-1"), descent("a-3", "a-2"), descent("a-3", "a-1")];
    const whole = {
      derivations: chain,
      origins: [{ id: "o", root: "a-1", articles: ["a-1", "a-2", "a-3"] }],
      circles: [],
    };
    const { origins, derivations } = judgedLineage(whole, [judged("reject", "a-3~a-1")]);
    expect(derivations.map(({ derived, source }) => `${derived}~${source}`).sort()).toEqual(["a-1~a-3", "a-2~a-1"]);
    expect(origins.map(({ root }) => root)).toEqual(["a-3"]);
  });
  it("takes the passages along", () => {
    const [d] = judgedLineage(lineage, [judged("reject", "a-1~a-2")]).derivations;
    expect(d).toMatchObject({ derived: "a-2", source: "a-1", direction: "known", reasons: ["decided by an analyst"] });
    expect(d?.passages[0]?.derived.article).toBe("a-2");
  });
});
