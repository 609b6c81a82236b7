import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formats } from "../exchange/index.js";
import { main } from "./main.js";

let folder: string;
const articles = [
  {
    title: "Bridge closed",
    outlet: "Vale Herald",
    published: "2031-03-04",
    url: "https://vale.example/bridge",
    text: "The bridge at Tarn was closed on Monday after cracks were found, the county said.\n\n“We will not risk a single car,” the engineer Ada Holm told reporters on the spot. The county asked the ministry for help.",
  },
  {
    title: "=Bridge, again",
    outlet: "Tarn Echo",
    published: "2031-03-05",
    text: "The bridge at Tarn was not closed on Monday, the mayor, Per Lund, said. Lund accused the county of spreading panic before the election in the spring.",
  },
];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-export-"));
  const input = articles.map((article) => JSON.stringify(article)).join("\n");
  await run(input, "add", "-s", "bridge", "-");
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const hearsay = (...args: readonly string[]) => run("", ...args);
async function run(input: string, ...args: readonly string[]) {
  let [out, err] = ["", ""];
  const status = await main(args, {
    stdin: Readable.from([Buffer.from(input)]),
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    env: { HEARSAY_HOME: join(folder, "stories") },
    now: () => "2031-03-06T08:00:00.000Z",
  });
  return { status, out, err };
}
const exported = (as: string, ...more: readonly string[]) => hearsay("export", "-s", "bridge", "--as", as, ...more);

describe("docs/exchange.md", () => {
  it("has a row for every format", () => {
    const document = readFileSync(new URL("../../../../docs/exchange.md", import.meta.url), "utf8");
    expect([...document.matchAll(/^\| `([a-z]+)` \|/gm)].map(([, name]) => name)).toEqual(
      formats.map(({ name }) => name),
    );
  });
});

describe("hearsay export", () => {
  for (const { name, many } of formats)
    it(`writes ${name}, the same every time`, async () => {
      const [a, b] = [join(folder, `${name}-a/`), join(folder, `${name}-b/`)];
      for (const path of [a, b]) {
        const { status, err } = await exported(name, "-o", path);
        expect({ status, err: many ? "" : err.replace(/^Left out.*\n/gm, "") }).toEqual({ status: 0, err: "" });
      }
      expect(readdirSync(a).length).toBeGreaterThan(0);
      for (const file of readdirSync(a)) expect(readFileSync(join(a, file))).toEqual(readFileSync(join(b, file)));
    });

  it("writes one file to standard output, and one table of many", async () => {
    expect(JSON.parse((await exported("stix")).out).type).toBe("bundle");
    const { out } = await exported("csv", "--table", "articles");
    expect(out).toContain("'=Bridge, again");
    expect((await exported("graphml", "--graph", "lineage", "-o", "-")).out).toMatch(/^<\?xml/);
  });

  it("narrows by the tables' filters", async () => {
    const all = JSON.parse((await exported("claimreview")).out)["@graph"].length;
    const some = JSON.parse((await exported("claimreview", "--outlet", "Echo")).out)["@graph"].length;
    expect([some > 0, some < all]).toEqual([true, true]);
  });

  it("writes one file where it is told to, also without an ending, and into a folder that is there", async () => {
    await exported("stix", "-o", join(folder, "bundle"));
    expect(JSON.parse(readFileSync(join(folder, "bundle"), "utf8")).type).toBe("bundle");
    mkdirSync(join(folder, "there"));
    await exported("stix", "-o", join(folder, "there"));
    expect(readdirSync(join(folder, "there"))).toHaveLength(1);
  });

  it("explains what it cannot do", async () => {
    const wrong = [
      [["docx"], /no format "docx": use csv/],
      [["gexf", "--graph", "tree"], /no graph "tree": use actors, lineage, causes/],
      [["stix", "--graph", "causes"], /stix is no graph: --graph is for gexf and graphml/],
      [["csv"], /several files: say which folder/],
      [["csv", "--table", "people"], /no such table: "people"/],
      [["stix", "--table", "claims"], /no such table: "claims" in stix/],
      [["stix", "-o", join(folder, "stories", "bridge.hearsay", "bundle.json")], /cannot be written/],
      [["stix", "--since", "someday"], /not a date/],
    ] as const;
    for (const [args, words] of wrong) {
      const { status, err } = await exported(...(args as readonly [string]));
      expect([args, status]).toEqual([args, 2]);
      expect(err).toMatch(words);
    }
  });
});
