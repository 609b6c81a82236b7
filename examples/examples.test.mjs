// Runs every example as a reader would: node on the built packages (npm test builds them first).
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const here = fileURLToPath(new URL(".", import.meta.url));
const examples = readdirSync(here).filter((file) => file.endsWith(".mjs") && !file.endsWith(".test.mjs"));

function run(example, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(here, example), ...args], { encoding: "utf8" });
  return { status, stderr, lines: stdout.trimEnd().split("\n") };
}

/** What each example must print; an example without a line here fails the test below. */
const checks = {
  "english-trees.mjs"() {
    const { status, stderr, lines } = run("english-trees.mjs");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(lines).toEqual(["The river | rise | –", "Crews | close | two roads", "the mayor | move | old people"]);
    expect(run("english-trees.mjs", "The captain sold two boats.").lines).toEqual(["The captain | sell | two boats"]);
  },
  "who-copied-whom.mjs"() {
    const { status, stderr, lines } = run("who-copied-whom.mjs");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(lines[0]).toMatch(/^spun comes from wire: spun, \d+ %, /);
    expect(lines[1]).toBe("2 independent voices: own; wire + spun");
    expect(lines).toContain('  changed: "coast" became "shore"');
  },
  "clean-page.mjs"() {
    const { status, stderr, lines } = run("clean-page.mjs");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(lines[0]).toMatch(/^Quay closed \| Rost Echo \| 2031-03-04T07:00Z \| en$/);
    expect(lines[1]).toMatch(/^The quay at Rost was closed/);
    expect(lines.filter((line) => line.startsWith("set aside ("))).not.toEqual([]);
  },
  "who-said-what.mjs"() {
    const { status, stderr, lines } = run("who-said-what.mjs");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(lines).toContainEqual(expect.stringMatching(/^Greta Lind \(direct\): .*We will not sail before Friday/));
    expect(lines).toContain("yesterday = 2031-03-03");
  },
  "to-gephi.mjs"() {
    const file = join(folder, "lineage.gexf");
    const { status, stderr, lines } = run("to-gephi.mjs", folder, file);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(lines).toEqual(["lineage.gexf: 3 nodes, 1 edges"]);
    expect(readFileSync(file, "utf8")).toContain('label="Coast Wire"');
  },
  "claims-as-rows.mjs"() {
    const { status, stderr, lines } = run("claims-as-rows.mjs");
    expect(status).toBe(0);
    expect(stderr).toMatch(/^also: csv, ndjson, parquet, /);
    expect(lines[0]).toMatch(/^\ufeffid,claim,kind,verdict/);
    expect(lines.join("\n")).toContain("The quay at Rost was closed on Monday");
  },
  "nothing-made-up.mjs"() {
    const { status, stderr, lines } = run("nothing-made-up.mjs");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(lines[0]).toBe("as made: 0 problems");
    expect(lines[1]).toMatch(/^tell\.unverified: /);
  },
  "out-and-in.mjs"() {
    const { status, stderr, lines } = run("out-and-in.mjs");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(lines).toContain("JSON-LD: 1 article, the same text");
    expect(lines).toContain("FollowTheMoney: 1 article, the same text");
    expect(lines).toContain("STIX: 0 article, no text");
  },
  "ask-as-an-assistant.mjs"() {
    const kept = join(folder, "belmar.hearsay");
    const program = fileURLToPath(new URL("../packages/hearsay/bin/hearsay.js", import.meta.url));
    const pages = Object.keys(story).map((file) => join(folder, file));
    expect(spawnSync(process.execPath, [program, "add", "-s", kept, ...pages]).status).toBe(0);
    const { status, stderr, lines } = run("ask-as-an-assistant.mjs", kept);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(lines[0]).toMatch(/^story, search, read_article, claims, /);
    expect(lines[1]).toMatch(/^corroborated: “.*bought the Belmar refinery.*” \(.+, .+:\d+-\d+\)$/);
  },
  "one-story.mjs"() {
    const { status, stderr, lines } = run("one-story.mjs", folder);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(lines[0]).toBe("3 articles, 2 origins");
    const claim = lines.findIndex((line) => /bought the Belmar refinery.*\(2 origins\)$/.test(line));
    expect(claim).toBeGreaterThan(0);
    expect(lines.slice(claim + 1, claim + 4)).toEqual([
      expect.stringMatching(/^ {2}Coast Wire, origin-\w+: ".*bought .*"$/),
      expect.stringMatching(/^ {2}Harbour Echo, origin-\w+: ".*bought .*"$/),
      expect.stringMatching(/^ {2}Ravenna Ledger, origin-\w+: ".*bought the Belmar refinery.*"$/),
    ]);
  },
};

const page = (outlet, date, title, ...paragraphs) =>
  `<!doctype html><html lang="en"><head><title>${title}</title><meta property="og:site_name" content="${outlet}">
<meta property="article:published_time" content="${date}"></head><body><article><h1>${title}</h1>
${paragraphs.map((words) => `<p>${words}</p>`).join("\n")}</article></body></html>`;

const wire = [
  "Fire broke out at the Belmar refinery on Tuesday evening and burned for nine hours. Fourteen workers were taken to hospital, the Ravenna fire service said.",
  "Neighbouring streets were cleared as a precaution, and schools in the harbour district stayed closed on Wednesday. Mayor Lucia Ferrand ordered an inquiry into the safety valves.",
  "Ostara Energy bought the Belmar refinery in 2019 for $310 million.",
];
const story = {
  "a.html": page("Coast Wire", "2031-05-07T06:00:00Z", "Nine hours of fire at Belmar", ...wire),
  "b.html": page("Harbour Echo", "2031-05-07T09:30:00Z", "Refinery burns all night", ...wire),
  "c.html": page(
    "Ravenna Ledger",
    "2031-05-08T10:00:00Z",
    "What the owner paid",
    "The insurers will want to see the books of the last twelve years, and so will the tax inspectors who have asked for them twice without an answer.",
    "In 2019 Ostara Energy bought the Belmar refinery for $310 million, a filing in the commercial register shows, and has spent little on the plant since.",
  ),
};
let folder;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-example-"));
  for (const [file, words] of Object.entries(story)) writeFileSync(join(folder, file), words);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("the library", () => {
  it("does nothing on import: prints nothing, holds nothing open, changes no global", () => {
    const script = `const state = () => [...Object.getOwnPropertyNames(globalThis), ...process.eventNames()].join();
const before = state();
await Promise.all(["hearsay", "hearsay/client", "hearsay/exchange", "@hearsay/english"].map((name) => import(name)));
if (before !== state()) throw new Error(state());`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      cwd: here,
      encoding: "utf8",
    });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "", stderr: "" });
  });
});

describe("a program that uses one stage", () => {
  const bundled = async (code) => {
    const { build } = await import("vite");
    const virtual = {
      name: "virtual",
      resolveId: (id) => (id === "virtual:entry" ? "\0entry" : null),
      load: (id) => (id === "\0entry" ? code : null),
    };
    const { output } = await build({
      root: here,
      configFile: false,
      logLevel: "silent",
      plugins: [virtual],
      build: { ssr: true, write: false, minify: false, rollupOptions: { input: "virtual:entry" } },
      ssr: { noExternal: ["hearsay", "@hearsay/english"] },
    });
    return output.flatMap(({ modules, moduleIds }) => moduleIds ?? Object.keys(modules ?? {}));
  };
  const ofStages = (modules) => new Set(modules.flatMap((id) => /hearsay\/dist\/(\w+)\//.exec(id)?.[1] ?? []));

  it("is bundled without the others", { timeout: 60_000 }, async () => {
    const reading = ofStages(await bundled('import { read } from "hearsay"; export const used = read;'));
    expect([...reading].sort()).toEqual(expect.arrayContaining(["model", "read"]));
    for (const stage of ["annotate", "extract", "trace", "weigh", "tell", "store", "server", "cli"])
      expect(reading).not.toContain(stage);
    const tracing = ofStages(await bundled('import { trace } from "hearsay"; export const used = trace;'));
    for (const stage of ["extract", "weigh", "tell", "store", "server", "cli"]) expect(tracing).not.toContain(stage);
  });
});

describe("examples", () => {
  it("are all tried here", () => expect(Object.keys(checks).sort()).toEqual(examples.sort()));
  for (const [example, check] of Object.entries(checks)) it(`${example} runs and prints what it promises`, check);
});
