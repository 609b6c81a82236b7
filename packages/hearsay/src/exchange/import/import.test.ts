import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeReport } from "../../tell/index.js";
import { ferryStory } from "../../tell/testing/fixture.js";
import { ftm } from "../ftm.js";
import { jsonld } from "../jsonld.js";
import { stix } from "../stix.js";
import { wholeArticle } from "../tables.js";
import { webannotation } from "../webannotation.js";
import { takenFrom } from "./index.js";

const report = makeReport(ferryStory);
const written = async (writer: typeof ftm) => (await writer(report, { graph: "actors" })).files[0]!.content as string;

describe("what was exported", () => {
  it("comes back whole from JSON-LD, but for the outlet of which only a label was known", async () => {
    const { articles, said } = takenFrom(await written(jsonld))!;
    expect(articles).toEqual(report.articles.map(withoutPlace));
    expect(said.map(({ code }) => code)).toEqual(["import.derived"]);
  });

  it("comes back from FollowTheMoney without its language code", async () => {
    const { articles } = takenFrom(await written(ftm))!;
    expect(articles).toEqual(report.articles.map((one) => withoutLanguage(withoutPlace(one))));
  });

  it("comes back whole from a report", () => {
    expect(takenFrom(JSON.stringify(report))!.articles).toEqual(
      report.articles.map((one) => expect.objectContaining(withoutPlace(one))),
    );
  });

  it("is said to hold no texts where it holds none", async () => {
    for (const writer of [stix, webannotation]) {
      const { articles, said } = takenFrom(await written(writer))!;
      expect(articles).toEqual([]);
      expect(said).toMatchObject([{ severity: "error", code: "import.no-text" }]);
    }
  });
});

const withoutLanguage = ({ language: _, ...known }: Record<string, unknown>) => known;

function withoutPlace(one: (typeof report.articles)[number]) {
  const { id: _, file: __, authors, ...known } = wholeArticle(one) as Record<string, unknown>;
  return { ...known, ...((authors as string[]).length > 0 && { authors }) };
}

describe("other programs' files", () => {
  it("of Taranis give each story's news items", () => {
    const item = {
      title: "Quay",
      content: "The quay was closed.",
      source: "Rost Echo",
      link: "https://e.example/q",
      published: "2031-03-04T07:00:00",
    };
    const taken = takenFrom(
      JSON.stringify([{ id: "s", title: "S", comments: "seen", news_items: [item, { title: "bare" }] }]),
    )!;
    expect(taken.articles).toEqual([
      { text: item.content, title: "Quay", outlet: "Rost Echo", published: item.published, url: item.link },
    ]);
    expect(taken.said.map(({ message }) => message)).toEqual([
      "1 news item has no content.",
      "1 story's comments and summary have no place here.",
    ]);
  });

  it("of MISP give objects with a content and event reports", () => {
    const attribute = (object_relation: string, value: string) => ({ object_relation, value });
    const event = {
      date: "2031-03-04",
      Object: [
        { name: "news-item", Attribute: [attribute("title", "Quay"), attribute("content", "Closed.")] },
        { Attribute: [] },
      ],
      EventReport: [{ name: "Notes", content: "All of it." }],
      Attribute: [{ type: "ip-dst", value: "10.0.0.1" }],
    };
    const taken = takenFrom(JSON.stringify({ response: [{ Event: event }] }))!;
    expect(taken.articles).toEqual([
      { text: "Closed.", title: "Quay" },
      { text: "All of it.", title: "Notes", published: "2031-03-04" },
    ]);
    expect(taken.said.map(({ code }) => code)).toEqual(["import.no-text", "import.no-place"]);
  });

  it("of Zotero give abstracts as such, and the addresses of the rest", () => {
    const csl = [
      {
        id: "a",
        type: "article-newspaper",
        title: "Quay",
        abstract: "The quay was closed.",
        author: [{ given: "Ada", family: "Holm" }, { literal: "Rost Wire" }],
        "container-title": "Rost Echo",
        issued: { "date-parts": [["2031", 3, 4]] },
        language: "en-GB",
      },
      { id: "b", type: "webpage", title: "Bare", URL: "https://e.example/b" },
    ];
    const taken = takenFrom(JSON.stringify(csl))!;
    expect(taken.articles).toEqual([
      {
        ...{ text: "The quay was closed.", title: "Quay", authors: ["Ada Holm", "Rost Wire"] },
        ...{ outlet: "Rost Echo", published: "2031-03-04", language: "en" },
      },
    ]);
    expect(taken.said.map(({ code }) => code)).toEqual(["import.abstract", "import.no-text"]);
    expect(taken.said[1]!.remedy).toContain("https://e.example/b");
  });

  it("name addresses to be added as arguments in which no shell runs anything", () => {
    const addresses = [
      "https://e.example/a?x=1&y=$(touch pwned);rm -rf ~",
      "https://e.example/it's`id`",
      "javascript:alert(1)",
      "--help",
      "$(touch pwned)",
      `https://e.example/${"a".repeat(3000)}`,
    ];
    const entries = addresses.map((url) => `TY  - NEWS\nTI  - Bare\nUR  - ${url}\nER  - \n`).join("");
    const { remedy } = takenFrom(entries)!.said[0]!;
    const [, command] = /^Add their pages: hearsay add (.+)$/.exec(remedy!)!;
    const { stdout } = spawnSync("sh", ["-c", `printf '%s\\n' ${command}`], { encoding: "utf8" });
    expect(stdout.trim().split("\n")).toEqual(addresses.slice(0, 2).map((url) => new URL(url).href));
  });

  it("in RIS give the same", () => {
    const ris =
      "TY  - NEWS\r\nTI  - Quay\r\nAU  - Holm, Ada\r\nT2  - Rost Echo\r\nDA  - 2031/03/04\r\nAB  - The quay\r\nwas closed.\r\nER  - \r\n\r\nTY  - NEWS\r\nTI  - Bare\r\nER  - \r\n";
    const taken = takenFrom(ris)!;
    expect(taken.articles).toEqual([
      {
        text: "The quay\nwas closed.",
        title: "Quay",
        authors: ["Ada Holm"],
        outlet: "Rost Echo",
        published: "2031-03-04",
      },
    ]);
    expect(taken.said).toHaveLength(2);
  });

  it("that reading takes as they are, are left to it", () => {
    for (const text of [
      '{"text":"One."}',
      '[{"title":"A","body":"B"}]',
      "a,b\n1,2",
      "<opml/>",
      "",
      "{",
      '{"a":1}\n{"b":2}',
    ])
      expect(takenFrom(text)).toBe(null);
  });

  it("of any shape never break it", () => {
    const keys = [
      "@context",
      "@graph",
      "@type",
      "Event",
      "response",
      "news_items",
      "schema",
      "properties",
      "type",
      "issued",
      "format",
      "articles",
    ];
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: "small" },
        fc.constantFrom("NewsArticle", "bundle", "hearsay-report", "", null, 1),
        fc.array(tie("node"), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...keys), tie("node"), { maxKeys: 4 }),
      ),
    })).node;
    fc.assert(fc.property(value, (one) => void takenFrom(JSON.stringify(one))));
  });
});
