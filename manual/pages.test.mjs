// What becomes of the documents on their way into the manual; the site itself is built by npm run manual.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { commandsOf } from "../scripts/documented-commands.mjs";
import { listed, sidebar } from "./contents.mjs";
import { fenced, relinked, withAccuracy, withOutputs, withoutComments } from "./pages.mjs";
import { httpPage, named, reportPage } from "./reference.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path) => readFileSync(`${root}${path}`, "utf8");
const documents = readdirSync(`${root}docs`).filter((file) => file.endsWith(".md"));

describe("the contents", () => {
  it("have every document once, and reference made from the code", () => {
    const made = [
      "reference/report",
      "reference/http",
      "reference/library/index",
      "glossary",
      "architecture",
      "decisions/index",
    ];
    expect([...listed].sort()).toEqual([...documents.map((file) => file.replace(/\.md$/, "")), ...made].sort());
    expect(sidebar.map(({ text }) => text)).toEqual(["Begin", "Guides", "How it works, how well", "Reference"]);
  });
});

describe("a document in the manual", () => {
  const pages = new Map([
    ["docs/a.md", "a.md"],
    ["docs/decisions/1.md", "decisions/1.md"],
    ["GLOSSARY.md", "glossary.md"],
  ]);

  it("links to pages, and names other files of the project", () => {
    const text =
      "[A](a.md#x) [G](../GLOSSARY.md) [D](decisions/1.md) [code](../packages/x.ts) [`y`](../y) [p/q](../p/q) ![p](images/p.png) [out](https://x.example)\n```md\n[A](../x)\n```";
    expect(relinked(text, "docs/a.md", pages)).toBe(
      "[A](a.md#x) [G](glossary.md) [D](decisions/1.md) code (`packages/x.ts`) `y` `p/q` ![p](images/p.png) [out](https://x.example)\n```md\n[A](../x)\n```",
    );
    expect(relinked("[A](../a.md)", "docs/decisions/1.md", pages)).toBe("[A](../a.md)");
  });

  it("has no comments but those in code", () => {
    expect(withoutComments("a\n<!-- x\ny -->\nb\n```\n<!-- kept -->\n```\n")).toBe("a\nb\n```\n<!-- kept -->\n```\n");
    expect(withoutComments("say `<!-- why -->` there\n")).toBe("say `<!-- why -->` there\n");
  });

  it("has indented blocks as fenced ones, but not within lists", () => {
    expect(fenced("Type:\n\n    hearsay a\n    ls\n\nEnd\n")).toBe("Type:\n\n```sh\nhearsay a\nls\n```\n\nEnd\n");
    expect(fenced("- one\n\n    more of it\n")).toBe("- one\n\n    more of it\n");
  });

  it("has the figures of its stages, and fails where there are none", () => {
    const evals =
      "| stage | corpus | basis | measure | value | goal | floor |\n|---|---|---|---|---:|---:|---:|\n| read | pages (dev) | dev | F1 | 97.6 | 93 | 97 |\n| read | pages (dev) | peer | theirs | 92 |  |  |\n";
    expect(withAccuracy("<!-- accuracy read: pages -->", evals)).toMatch(
      /\n\| read \| pages \(dev\) \| F1 \| 97.6 \| 93 \| dev \|$/,
    );
    expect(() => withAccuracy("<!-- accuracy read: mails -->", evals)).toThrow("mails");
    expect(() => withAccuracy(read("docs/stages.md"), read("docs/evals.md"))).not.toThrow();
  });

  it("has what its commands print, cut where it says so", async () => {
    const text = "```sh\nhearsay a\n```\n\n<!-- output 2 -->\n\nThen\n";
    const typed = [];
    const made = await withOutputs(text, commandsOf, async (commands) => {
      typed.push(commands);
      return commands.length > 0 ? "1\n2\n3\n" : "";
    });
    expect(made).toBe("```sh\nhearsay a\n```\n\n```text\n1\n2\n…\n```\n\nThen\n");
    expect(typed).toEqual([["hearsay a"], []]);
  });
});

describe("reference", () => {
  it("has every route, and every field of the report, with markup and bars escaped", () => {
    const paths = {
      "/x/{id}": {
        get: {
          summary: "Gives <one> | two",
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
          responses: { 200: { description: "it" } },
        },
      },
    };
    const page = httpPage({ info: { description: "All." }, paths });
    expect(page).toContain(
      "## GET /x/{id}\n\nGives \\<one> \\| two\n\n| | in | | |\n|---|---|---|---|\n| `id` | path | string, needed |  |\n\nAnswers: `200` it",
    );
    const report = reportPage(JSON.parse(read("packages/hearsay/schema/report.schema.json")));
    expect(report).toMatch(/^\| `claims` \| list of /m);
    expect(named("# index\n- [exchange](exchange/index.md)\n- [other](x)\n")).toBe(
      "# hearsay\n- [hearsay/exchange](exchange/index.md)\n- [other](x)\n",
    );
  });
});
