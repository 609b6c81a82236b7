import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import type { Article, Story } from "../model/index.js";
import { digest } from "./digest.js";
import { makeReport } from "./make.js";
import { plain, renderMarkdown } from "./markdown.js";
import type { Report } from "./report.js";
import { emptyStory, ferryStory, singleStory } from "./testing/fixture.js";
import { verify, verifyShown } from "./verify.js";

const report = makeReport(ferryStory);
const schema: object = JSON.parse(readFileSync(new URL("../../schema/report.schema.json", import.meta.url), "utf8"));
const valid = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
const asJson = (r: Report): Report => JSON.parse(JSON.stringify(r)) as Report;

/** 5,000 articles, each a copy of one of the fixture's. */
function manyArticles(n: number): Story {
  const seeds = ferryStory.articles;
  const articles = Array.from({ length: n }, (_, i): Article => {
    const seed = seeds[i % seeds.length] as Article;
    return { ...seed, id: `${seed.id}${i}` };
  });
  const origins = articles.map((a) => ({ id: `o-${a.id}`, root: a.id, articles: [a.id] }));
  const statements = articles.map((a, i) => ({
    ...(ferryStory.extractions[0]?.statements[0] as Story["extractions"][number]["statements"][number]),
    id: `s${i}`,
    article: a.id,
    source: [{ article: a.id, start: 0, end: 3 }],
    content: [{ article: a.id, start: 0, end: 20 + (i % 40) }],
  }));
  const extractions = articles.map((a, i) => ({
    article: a.id,
    statements: statements.slice(i, i + 1),
    events: [],
    commitments: [],
    causes: [],
    assertions: [],
  }));
  return { ...emptyStory, name: "many", articles, extractions, lineage: { derivations: [], origins, circles: [] } };
}

describe("makeReport", () => {
  it("tells the ferry story as reviewed", async () => {
    await expect(renderMarkdown(report)).toMatchFileSnapshot("testing/ferry.md");
  });

  it("matches its JSON Schema, with all, one and no article", () => {
    for (const story of [ferryStory, singleStory, emptyStory]) {
      const json = asJson(makeReport(story));
      expect(valid(json), JSON.stringify(valid.errors?.slice(0, 3))).toBe(true);
    }
  });

  it("says the same whatever the order of the articles", () => {
    const { articles, extractions, lineage } = ferryStory;
    const turned = makeReport({
      ...ferryStory,
      articles: articles.toReversed(),
      extractions: extractions.toReversed(),
      lineage: { ...lineage, origins: lineage.origins.toReversed() },
    });
    expect(asJson(turned)).toEqual(asJson(report));
  });

  it("tells a statement and an event once when a copy has them too", () => {
    const once = report.timeline.filter((e) => e.events.includes("ev1") || e.events.includes("ev2"));
    expect(once).toHaveLength(1);
    const brandt = report.brief.sections.find((s) => s.id === "voices")?.lines[0];
    expect(brandt?.lines).toHaveLength(2);
  });

  it("leaves out a record whose words are not in its article, and says so", () => {
    const [first, ...rest] = ferryStory.extractions;
    const broken = first?.causes.map((c) => ({ ...c, effect: { article: "wire", start: 10, end: 99_999 } })) ?? [];
    const story = { ...ferryStory, extractions: [{ ...first, causes: broken } as (typeof rest)[number], ...rest] };
    const made = makeReport(story);
    expect(made.causes.map((c) => c.id)).not.toContain("q1");
    expect(made.diagnostics.filter((d) => d.code === "tell.span")).toHaveLength(1);
    expect(verify(made)).toEqual([]);
  });

  it("stays short for thousands of articles", () => {
    const big = makeReport(manyArticles(5000));
    expect(verify(big)).toEqual([]);
    expect(renderMarkdown(big).length).toBeLessThan(100_000);
    expect(big.brief.sections.find((s) => s.id === "sources")?.more?.count).toBe(4980);
  });

  it("says of an established claim that it is disputed", () => {
    const claims = ferryStory.weighing.claims.map((c) =>
      c.id === "k-collision" ? { ...c, conflicts: ["k-trip"] } : c,
    );
    const text = renderMarkdown(makeReport({ ...ferryStory, weighing: { ...ferryStory.weighing, claims } }));
    expect(text).toContain("**2 origins · 4 articles · grade F2 · disputed** “Two passenger ferries");
    expect(renderMarkdown(report)).not.toContain("· disputed");
  });

  it("says what to type for what was left out, in this story", () => {
    expect(renderMarkdown(makeReport(manyArticles(100)))).toContain("… and 80 more: `hearsay lineage -s many`");
    expect(renderMarkdown(makeReport({ ...manyArticles(100), name: "a; b" }))).toContain("more: `hearsay lineage`");
  });

  it("names a shared informant as the records write it", () => {
    const claims = ferryStory.weighing.claims.map((c) => ({
      ...c,
      support: c.support.map((s) => ({ ...s, speaker: null })),
    }));
    const unspoken = makeReport({ ...ferryStory, weighing: { ...ferryStory.weighing, claims } });
    expect(renderMarkdown(unspoken)).toContain("citing Ilse Brandt");
    expect(verify(unspoken)).toEqual([]);
  });

  it("lists where each number's words stand, by article, unless told not to", () => {
    const text = renderMarkdown(report, { width: 0 });
    expect(text).toContain("- **24 Sea News, 5 March 2031** (spun): [3] 0–67, [9] 68–96");
    expect(renderMarkdown(report, { references: false })).not.toContain("## References");
  });

  it("calls an article without an outlet by its file, without what says its format", () => {
    const files = ["a/notes.v2.txt", "b/README", "c/.html"];
    const named = ferryStory.articles.slice(0, 3).map((a, i) => ({ ...a, outlet: null, file: files[i] ?? "" }));
    const labels = makeReport({ ...emptyStory, articles: named }).articles.map((a) => a.label);
    expect(labels.sort()).toEqual([".html", "README", "notes.v2"]);
  });

  it("calls it by its title where the file's name is a number or a hash", () => {
    const title = "Ferry held in port for a third day as owners and harbour argue";
    const [first] = ferryStory.articles;
    const labelOf = (file: string) =>
      makeReport({ ...emptyStory, articles: [{ ...first!, outlet: null, title, file }] }).articles[0]?.label;
    expect(labelOf("a/000_e9a8619eb300e9ec.txt")).toBe("Ferry held in port for a third day as owners …");
    expect(labelOf("crawl.warc.gz/20310305-17.html")).toContain("Ferry held");
    expect(labelOf("a/sea-news-17.txt")).toBe("sea-news-17");
    for (const file of ["-", "rows.csv#12", "box.mbox#3"]) expect(labelOf(file)).toContain("Ferry held");
    const alone = {
      ...ferryStory,
      articles: ferryStory.articles.map((a) => ({ ...a, outlet: null, title, file: "7.txt" })),
    };
    const sources = renderMarkdown(makeReport(alone)).split("## Sources")[1] ?? "";
    expect(sources).toContain("Ferry held in port");
    expect(sources).not.toContain(title);
  });

  it("says so when there is nothing", () => {
    expect(renderMarkdown(makeReport(emptyStory))).toContain("No articles were read.");
    expect(verify(makeReport(singleStory))).toEqual([]);
  });
});

describe("verifyShown", () => {
  it("finds nothing wrong with a sound digest, and says again what was wrong with the report", () => {
    expect(verifyShown(digest(report))).toEqual([]);
    const claims = report.claims.map((c, i) => (i === 0 ? { ...c, proposition: "Nobody wrote this." } : c));
    expect(verifyShown(digest({ ...report, claims }))).toHaveLength(1);
  });

  it("finds words that an article does not have, wherever they are shown", () => {
    const sound = digest(report);
    const articles = sound.articles.map((a) => ({
      ...a,
      text: a.text.replace("Two passenger ferries", "Two fishing vessels!!"),
    }));
    expect(verifyShown({ ...sound, articles }).map((d) => d.code)).toContain("tell.unverified");
    const references = sound.references.map((r) => ({ ...r, start: r.start + 1, end: r.end + 1 }));
    expect(verifyShown({ ...sound, references }).length).toBeGreaterThan(sound.references.length - 1);
  });
});

describe("verify", () => {
  it("finds nothing wrong with a sound report, also after a round trip through JSON", () => {
    expect(verify(report)).toEqual([]);
    expect(verify(asJson(report))).toEqual([]);
  });

  const spoiled: readonly (readonly [string, RegExp, (r: Mutable) => void])[] = [
    [
      "a word changed in a quotation",
      /quoted under "brief/,
      (r) => spoilFirst(r, "quote", (p) => (p.text = "Three ferries")),
    ],
    ["a reference that leads nowhere", /leads nowhere/, (r) => spoilFirst(r, "ref", (p) => (p.ref = 999))],
    ["a phrase of its own", /no phrase/, (r) => spoilFirst(r, "phrase", (p) => (p.text = "experts believe"))],
    ["a name from nowhere", /in no record/, (r) => spoilFirst(r, "name", (p) => (p.text = "Reuters"))],
    ["a number that is not the value", /does not print/, (r) => spoilFirst(r, "number", (p) => (p.text = "12"))],
    ["a date that is not the value", /in no record/, (r) => spoilFirst(r, "date", (p) => (p.text = "1 May 2031"))],
    ["an article's text edited", /not in the article/, (r) => (r.articles[0].text = `Re: ${r.articles[0].text}`)],
    ["a proposition nobody reports", /in no report/, (r) => (r.claims[0].proposition = "The sea is dry")],
    ["a conflict with no claim", /does not exist/, (r) => r.claims[0].conflicts.push("k-none")],
    ["a derivation from nowhere", /does not exist/, (r) => (r.derivations[0].source = "none")],
    ["a statement not its pieces", /not its pieces/, (r) => (r.statements[0].content.text = "x")],
    ["a reference moved", /quoted under "references"/, (r) => (r.references[0].start += 1)],
  ];
  it.each(spoiled)("fails loudly on %s", (_, message, spoil) => {
    const copy = JSON.parse(JSON.stringify(report)) as Mutable;
    spoil(copy);
    const found = verify(copy as unknown as Report);
    expect(found.some((d) => d.severity === "error" && d.code === "tell.unverified" && message.test(d.message))).toBe(
      true,
    );
  });
});

interface Mutable {
  articles: [{ text: string }];
  claims: [{ proposition: string; conflicts: string[] }];
  derivations: [{ source: string }];
  statements: [{ content: { text: string } }];
  references: [{ start: number }];
  brief: { sections: { lines: MutableLine[] }[] };
}
interface MutableLine {
  lead: MutablePart[];
  parts: MutablePart[];
  lines: MutableLine[];
}
interface MutablePart {
  kind: string;
  text: string;
  ref: number;
}

function spoilFirst(r: Mutable, kind: string, spoil: (part: MutablePart) => void): void {
  const all = (lines: MutableLine[]): MutablePart[] => lines.flatMap((l) => [...l.lead, ...l.parts, ...all(l.lines)]);
  const part = r.brief.sections.flatMap((s) => all(s.lines)).find((p) => p.kind === kind);
  if (part === undefined) throw new Error(`No ${kind} in the report.`);
  spoil(part);
}

describe("renderMarkdown", () => {
  const text = renderMarkdown(report, { width: 80 });

  it("keeps lines within the width, except that an article's references stay on one", () => {
    const [brief = "", references = ""] = text.split("## References");
    expect(references.trim().split("\n")).toHaveLength(new Set(report.references.map((r) => r.article)).size);
    expect(brief.split("\n").filter((l) => l.length > 80)).toEqual([]);
  });

  it("shows in quotation marks nothing but words of an article", () => {
    const fold = (s: string): string => s.replace(/\s+/g, " ");
    const bare = fold(renderMarkdown(report, { width: 0 }).replace(/\\(?=[\\`*_[\]<>|~#&:.+=-])/g, ""));
    const texts = ferryStory.articles.map((a) => fold(a.text));
    const shown = [...bare.matchAll(/“([^”]*)”/g)].map((m) => (m[1] ?? "").replace(/^… | …$/g, ""));
    expect(shown.length).toBeGreaterThan(20);
    expect(shown.filter((q) => !texts.some((t) => t.includes(q)))).toEqual([]);
  });

  it("lets no article act as markup, link or control sequence", () => {
    const hostile = plain(
      "See [our](javascript:x) <script> `a` *b* _c_ | ~~d~~ &amp; https://evil.example www.evil.example \u001b[31m\u202e\u0000",
    );
    expect(hostile).toBe(
      "See \\[our\\](javascript:x) \\<script\\> \\`a\\` \\*b\\* \\_c\\_ \\| \\~\\~d\\~\\~ \\&amp; https\\://evil.example www\\.evil.example \ufffd\\[31m\ufffd\ufffd",
    );
  });

  it("begins no line with what Markdown takes for a block", () => {
    const name = "# 1. - + = > ".repeat(20);
    const made = renderMarkdown(
      makeReport({ ...singleStory, articles: singleStory.articles.map((a) => ({ ...a, title: name })) }),
      { width: 20 },
    );
    expect(made.split("\n").filter((l) => /^\s*(?:[+=]|\d+\.|-(?! (?:\*\*|\[|Nothing)))/.test(l))).toEqual([]);
  });
});
