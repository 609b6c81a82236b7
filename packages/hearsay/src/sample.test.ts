// The sample story as a reader meets it: raw captures in, the printed report out, and the facts that can be checked by hand.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { analyse, type Claim, makeReport, type ReadInput, type Report, renderMarkdown, verify } from "./index.js";

const story = fileURLToPath(new URL("../../../stories/cable", import.meta.url));
const expected = `${story}/expected/report.md`;

interface GoldDocument {
  readonly id: string;
  readonly file: string;
  readonly boilerplate: readonly string[];
  readonly body: readonly string[];
}
const documents: readonly GoldDocument[] = JSON.parse(readFileSync(`${story}/gold.json`, "utf8")).documents.map(
  (document: { id: string }) => ({ ...document, file: fileOf(document.id.replace(/^B/, "")) }),
);

function fileOf(number: string): string {
  return readdirSync(`${story}/articles`).find((file) => file.startsWith(`${number}-`))!;
}

function captures(): readonly ReadInput[] {
  return readdirSync(`${story}/articles`)
    .sort()
    .map((file) => ({ id: idOf(file), file, bytes: readFileSync(`${story}/articles/${file}`) }));
}

const idOf = (file: string): string => file.replace(/\.\w+$/, "");

let report: Report;
beforeAll(async () => {
  report = makeReport(await analyse("The cable", captures()));
}, 120_000);

/** The claims that have these words of an article among their support. */
function claimsWith(number: string, words: RegExp): readonly Claim[] {
  const article = idOf(fileOf(number));
  const found = report.claims.filter(({ support }) =>
    support.some((s) => s.article === article && words.test(s.span.text)),
  );
  if (found.length === 0) throw new Error(`No claim of article ${number} has ${words}.`);
  return found;
}

describe("the sample story", () => {
  it("prints the reviewed report", async () => {
    await expect(renderMarkdown(report)).toMatchFileSnapshot(expected);
  });

  it("prints nothing that its articles do not bear out", () => {
    expect(verify(report)).toEqual([]);
    expect(report.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("comes out the same in any order of its articles", async () => {
    const shuffled = captures().toSorted((a, b) => (a.id.slice(3) < b.id.slice(3) ? 1 : -1));
    expect(shuffled.map(({ id }) => id)).not.toEqual(captures().map(({ id }) => id));
    expect(JSON.stringify(makeReport(await analyse("The cable", shuffled)))).toBe(JSON.stringify(report));
  }, 120_000);

  it.each(documents)("reads $file: its own words stay, what the page puts around them goes", (document) => {
    const flat = (text: string): string => text.replace(/\s+/g, " ");
    const text = flat(report.articles.find(({ id }) => id === idOf(document.file))!.text);
    expect(document.boilerplate.filter((words) => text.includes(flat(words)))).toEqual([]);
    expect(document.body.filter((words) => !text.includes(flat(words)))).toEqual([]);
  });
});

describe("what a reader of the sample story can check by hand", () => {
  it("joins copies, the spun text and the translation with their sources", () => {
    const voices = report.origins.map(({ articles }) => articles.map((id) => id.slice(0, 2)).sort());
    expect(voices).toEqual(expect.arrayContaining([["01", "02", "03"], ["08", "09", "10"], ["04"], ["05"], ["12"]]));
  });

  it("counts more than one origin for three deaths", () => {
    const [toll] = claimsWith("12", /three people are dead/i);
    expect(toll).toMatchObject({ verdict: "corroborated", conflicts: [] });
    expect(toll!.origins).toBeGreaterThanOrEqual(2);
    expect(toll!.support.map(({ article }) => article.slice(0, 2))).toEqual(expect.arrayContaining(["08", "12"]));
  });

  it("follows the households without power from 38,000 to 900, none of them a contradiction", () => {
    const chain = [
      claimsWith("01", /38,000 households/),
      claimsWith("04", /52,000 households/),
      claimsWith("08", /29,000 households/),
      claimsWith("12", /6,000 households/),
      claimsWith("13", /900 homes/),
    ].map(([claim]) => claim!);
    expect(chain.flatMap(({ conflicts }) => conflicts)).toEqual([]);
    expect(chain.slice(0, -1).map(({ verdict }) => verdict)).toEqual(["revised", "revised", "revised", "revised"]);
    chain.slice(1).forEach((claim, at) => {
      expect(claim.revises, claim.proposition).toContain(chain[at]!.id);
    });
  });

  it("sets 22 of the crew against 24", () => {
    const [coastguard] = claimsWith("08", /22 crew/);
    const [captain] = claimsWith("05", /24 members of the crew/);
    expect(coastguard!.conflicts).toContain(captain!.id);
    expect(captain).toMatchObject({ verdict: "contradicted", conflicts: [coastguard!.id] });
    expect(captain!.relations).toMatchObject([{ claim: coastguard!.id, kind: "number" }]);
  });

  it("finds the blog and the live page that confirm one another", () => {
    const rings = report.circles.map((ring) => ring.map((id) => id.slice(0, 2)));
    expect(rings).toEqual([["07", "11", "07"]]);
  });

  it("leaves the pilot who asked not to be named unnamed", () => {
    const pilot = report.statements.find(({ content }) => /reported engine trouble/.test(content.text));
    expect(pilot?.speaker).toMatchObject({ name: null, anonymous: true });
    expect(pilot!.content.text).toMatch(/engine trouble/);
  });
});
