import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runIn } from "./testing/run.js";

let folder: string;

const page = (
  title: string,
  outlet: string,
  published: string,
  ...paragraphs: readonly string[]
): string => `<!doctype html>
<html lang="en"><head><title>${title} | ${outlet}</title><meta property="og:title" content="${title}">
<meta property="og:site_name" content="${outlet}"><meta property="article:published_time" content="${published}">
</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>${title}</h1>
${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join("\n")}
</article><footer>© ${outlet}</footer></body></html>`;

const articles = {
  "herald.html": page(
    "Ferry strike enters second week",
    "Harbour Herald",
    "2031-03-14",
    "Ferry crews in Port Ansel walked out for an eighth day on Friday, the seamen's union said, leaving islanders without fresh supplies and commuters stranded on both sides of the sound.",
    "“We will not sail until the rosters change,” union chairwoman Greta Lindqvist told reporters outside the harbour office in Port Ansel, where some two hundred members had gathered since dawn.",
    "The strike began on 7 March 2031. Some 40 sailings have been cancelled since then, and the harbour master expects the queue of lorries to grow further before the weekend.",
  ),
  "courier.html": page(
    "No end to ferry dispute",
    "The Ansel Courier",
    "2031-03-15",
    "The operator Bluewater Lines said it had offered new rosters on Thursday, but the union has not replied to the letter, which the company published on its website the same evening.",
    "“The offer stands,” its director, Tomas Brandt, told the Courier in an interview at the company's headquarters, adding that every further week would cost the company three million crowns.",
    "The strike began on 9 March 2031, the company said. The regional government has asked both sides to return to the table before the Easter traffic begins in earnest.",
  ),
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-cli-"));
  for (const [name, text] of Object.entries(articles)) {
    mkdirSync(join(folder, "ferry"), { recursive: true });
    writeFileSync(join(folder, "ferry", name), text);
  }
  await hearsay("add", "-s", "ferry", join(folder, "ferry"));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

async function hearsay(...args: readonly string[]) {
  return hearsayReading("", ...args);
}

const hearsayReading = (input: string, ...args: readonly string[]) =>
  runIn(join(folder, "home"), "2031-03-16T08:00:00Z", args, input);

describe("hearsay", () => {
  it("alone says how to start", async () => {
    const { status, out } = await hearsay();
    expect(status).toBe(0);
    for (const command of ["hearsay demo", "hearsay add", "hearsay report"]) expect(out).toContain(command);
  });

  it("teaches every command by example", async () => {
    const { out } = await hearsay("--help");
    const commands = [...out.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name!);
    expect(commands).toEqual(expect.arrayContaining(["add", "report", "claims", "diff", "stage"]));
    for (const command of commands) {
      const help = await hearsay(command, "--help");
      expect(help.status, command).toBe(0);
      expect(help.out, command).toMatch(/Examples:\n(?: {2}.*hearsay .+\n)+/);
    }
  });

  it("says 2 to wrong usage, with what there is instead", async () => {
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [["clams"], /claims/],
      [["add"], /place/],
      [["report", "-s", "nowhere"], /Stories here: ferry/],
      [["report", "-s", "fer*ry"], /cannot name a story/],
      [["add", "x.csv", "--columns", "colour=Red"], /text, html, title/],
      [["claims", "-s", "ferry", "--format", "xml"], /table, json, csv, ndjson/],
      [["report", "-s", "ferry", "--format", "rtf"], /md, html, json, docx, pdf/],
      [["claims", "-s", "ferry", "--since", "tomorrow"], /2026-03-14/],
      [["claims", "-s", "ferry", "--grep", "("], /regular expression/],
      [["claims", "-s", "ferry", "--article", "zzz"], /herald\.html/],
      [["stage", "dream"], /read, times/],
      [["judge", "-s", "ferry", "bless", "x"], /accept, reject/],
      [["judge", "-s", "ferry", "rate", "Nobody", "B"], /no outlet/],
    ];
    for (const [args, words] of wrong) {
      const { status, err } = await hearsay(...args);
      expect(status, args.join(" ")).toBe(2);
      expect(err, args.join(" ")).toMatch(words);
    }
  });
});

describe("hearsay add", () => {
  it("counts what is new and what is there already", async () => {
    const { status, out } = await hearsay("add", "-s", "ferry", join(folder, "ferry"));
    expect(status).toBe(0);
    expect(out).toMatch(/^0 added, 2 already there\. Story: .*ferry\.hearsay\n$/);
  });

  it("names each problem with file, reason and remedy, adds the rest, and exits 1", async () => {
    const rtf = join(folder, "memo.rtf");
    writeFileSync(rtf, "{\\rtf1 words}");
    const { status, out, err } = await hearsay(
      ...["add", "-s", "problems", join(folder, "gone.txt"), rtf, join(folder, "ferry", "herald.html")],
    );
    expect(status).toBe(1);
    expect(out).toMatch(/^1 added, 2 problems\./);
    expect(err).toMatch(/error .*gone\.txt: There is no such file.*\[source\.missing\]\n {2}\S/);
    expect(err).toMatch(/error .*memo\.rtf: .*\[source\.not-yet\]\n {2}\S/);
  });

  it("says of many copies that there are more, and counts what cannot be read among the problems alone", async () => {
    mkdirSync(join(folder, "copies"));
    for (let i = 0; i < 20; i++) writeFileSync(join(folder, "copies", `${i}.html`), articles["herald.html"]);
    writeFileSync(join(folder, "copies", "empty.html"), "");
    const { out, err } = await hearsay("add", "-s", "many", join(folder, "copies"));
    expect(out).toMatch(/^1 added, 19 the same as another, 1 problem\./);
    expect(err.match(/The same bytes as/g)).toHaveLength(8);
    expect(err).toContain("info 11 more like these. [source.duplicate]");
  });

  it("reads a table whose columns are named, and says which there are where one is not", async () => {
    const table = join(folder, "export.csv");
    const words = "The ferry to Lund ran aground on Friday morning, and no one was hurt, the harbour office said.";
    writeFileSync(table, `Kop,Stuk,Dag\nFerry aground,"${words}",2031-03-14\n`);
    const wrong = await hearsay("add", "-s", "table", table, "--columns", "text=Artikel");
    expect(wrong.status).toBe(1);
    expect(wrong.err).toMatch(/export\.csv: There is no column "Artikel": there are "Kop", "Stuk", "Dag"\./);
    const right = await hearsay("add", "-s", "table", table, "-c", "text=Stuk,title=Kop", "-c", "date=Dag");
    expect(right).toMatchObject({ status: 0, err: "" });
    const { out } = await hearsay("articles", "-s", "table", "--format", "json");
    expect(JSON.parse(out)).toMatchObject([{ title: "Ferry aground", date: "2031-03-14" }]);
  });

  it("keeps several stories side by side", async () => {
    await hearsayReading(articles["courier.html"], "add", "-s", join(folder, "else.hearsay"), "-");
    const { out } = await hearsay("articles", "-s", join(folder, "else.hearsay"), "--format", "json");
    expect(JSON.parse(out)).toMatchObject([{ file: "-", date: "2031-03-15" }]);
    expect((await hearsay("stories", "--format", "csv")).out).toMatch(/^name,captures,bytes,path\nferry,2,/);
  });
});

describe("hearsay report", () => {
  it("leaves the references out with --brief, and says what is new with --since", async () => {
    const whole = (await hearsay("report", "-s", "ferry")).out;
    const brief = (await hearsay("report", "-s", "ferry", "--brief")).out;
    expect(whole.startsWith(brief.trimEnd())).toBe(true);
    expect(whole.slice(brief.trimEnd().length)).toMatch(/^\n\n## References\n/);
    const news = await hearsay("report", "-s", "ferry", "--since", "2031-03-15");
    expect(news).toMatchObject({ status: 0, err: "" });
    expect(news.out).toContain("**1 new article**: The Ansel Courier, 15 March 2031");
    expect((await hearsay("report", "-s", "ferry", "--since", "soon")).err).toContain("2 days ago");
  });

  it("is the same record in every shape, and every quotation in it holds", async () => {
    const json = JSON.parse((await hearsay("report", "-s", "ferry", "--format", "json")).out);
    expect(json.articles).toHaveLength(2);
    const md = await hearsay("report", "-s", "ferry");
    expect(md).toMatchObject({ status: 0, err: "" });
    expect(md.out).toContain("# ferry");
    const page = join(folder, "report.html");
    expect((await hearsay("report", "-s", "ferry", "-o", page)).out).toBe("");
    expect(readFileSync(page, "utf8")).toMatch(/^<!doctype html>/i);
    for (const [name, begins] of [
      ["report.pdf", "%PDF-1.7"],
      ["report.docx", "PK"],
    ] as const) {
      expect(await hearsay("report", "-s", "ferry", "-o", join(folder, name))).toMatchObject({ status: 0, out: "" });
      expect(readFileSync(join(folder, name), "latin1")).toMatch(new RegExp(`^${begins}`));
    }
  });

  it("comes out the same after rebuilding", async () => {
    const before = await hearsay("report", "-s", "ferry", "--format", "json");
    expect((await hearsay("rebuild", "-s", "ferry")).out).toMatch(/^Rebuilt from 2 files/);
    expect(await hearsay("report", "-s", "ferry", "--format", "json")).toEqual(before);
  });
});

describe("record tables", () => {
  it("each carry article, outlet, date and exact words", async () => {
    const { articles: stored } = JSON.parse((await hearsay("report", "-s", "ferry", "--format", "json")).out);
    const texts = new Map(stored.map(({ id, text }: { id: string; text: string }) => [id, text]));
    for (const table of [
      "claims",
      "statements",
      "events",
      "timeline",
      "commitments",
      "causes",
      "figures",
      "positions",
      "articles",
      "actors",
    ]) {
      const { status, out } = await hearsay(table, "-s", "ferry", "--format", "json");
      expect(status, table).toBe(0);
      for (const row of JSON.parse(out)) {
        expect(row, table).toMatchObject({
          outlet: expect.any(String),
          date: expect.stringMatching(/^2031-03-1[45]$/),
        });
        if (!row.words.includes(" … "))
          expect(String(texts.get(row.article)).slice(row.start, row.end), table).toBe(row.words);
      }
    }
  });

  it("are narrowed down alike", async () => {
    const rows = async (...filters: readonly string[]) =>
      JSON.parse((await hearsay("articles", "-s", "ferry", "--format", "json", ...filters)).out).length;
    expect(await rows()).toBe(2);
    expect(await rows("--article", "herald")).toBe(1);
    expect(await rows("--outlet", "courier")).toBe(1);
    expect(await rows("--since", "2031-03-15")).toBe(1);
    expect(await rows("--until", "2031-03-14")).toBe(1);
    expect(await rows("--since", "2031", "--until", "2031-03")).toBe(2);
    expect(await rows("--grep", "WALKED out")).toBe(1);
    expect(await rows("--limit", "1")).toBe(1);
    expect(await rows("--type", "fr")).toBe(0);
  });

  it("come as a table, as lines for programs, and say when there is nothing", async () => {
    const { out } = await hearsay("articles", "-s", "ferry");
    expect(out).toContain("Harbour Herald");
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    const lines = (await hearsay("articles", "-s", "ferry", "--format", "ndjson")).out.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).file).sort()).toEqual(
      lines.map((_, n) => join(folder, "ferry", ["courier.html", "herald.html"][n]!)),
    );
    expect(await hearsay("articles", "-s", "ferry", "--outlet", "Nobody")).toMatchObject({ status: 0, out: "" });
  });
});

describe("hearsay diff", () => {
  it("shows what one article took from the other", async () => {
    const copy = articles["herald.html"]
      .replace("Some 40 sailings", "Some 45 sailings")
      .replace("Harbour Herald", "Ansel Echo");
    writeFileSync(join(folder, "echo.html"), copy);
    await hearsay("add", "-s", "copies", join(folder, "ferry", "herald.html"), join(folder, "echo.html"));
    const { out } = await hearsay("diff", "-s", "copies", "herald", "echo");
    expect(out).toContain("[-40-]{+45+}");
    expect(out).not.toContain("Left out");
    const page = (await hearsay("diff", "-s", "copies", "herald", "echo", "--format", "html")).out;
    expect(page).toMatch(/<ins class="(?:changed|added)"[^>]*>(?:<a [^>]*>)?45</u);
    expect(page).not.toContain("<script");
    const json = JSON.parse((await hearsay("diff", "-s", "copies", "herald", "echo", "--format", "json")).out);
    const changed = json.segmentsOfB.filter(({ change }: { change: string }) => change !== "kept");
    expect(changed.map(({ b }: { b: { text: string } }) => b.text)).toEqual(["45"]);
  });
});

describe("hearsay judge", () => {
  it("records who judged what, and the story follows", async () => {
    await hearsay("add", "-s", "judged", join(folder, "ferry"));
    const { status, out } = await hearsay(
      "judge",
      "-s",
      "judged",
      "reject",
      "courier",
      "--who",
      "Ada",
      "--why",
      "satire",
    );
    expect([status, out]).toEqual([
      0,
      expect.stringMatching(/^Recorded as judgement-[0-9a-f]{12}: Ada reject a-[0-9a-f]{12}\n$/),
    ]);
    expect((await hearsay("articles", "-s", "judged")).out).not.toContain("Courier");
    await hearsay("judge", "-s", "judged", "rate", "harbour herald", "B", "--who", "Ada");
    const { out: list } = await hearsay("judgements", "-s", "judged", "--format", "json");
    expect(JSON.parse(list)).toMatchObject([
      { kind: "reject", who: "Ada", why: "satire" },
      { kind: "rate", subjects: ["Harbour Herald"], value: "B" },
    ]);
    await hearsay("judge", "-s", "judged", "undo", JSON.parse(list)[0].id, "--who", "Bea");
    expect((await hearsay("articles", "-s", "judged")).out).toContain("Courier");
    expect(JSON.parse((await hearsay("judgements", "-s", "judged", "--format", "json")).out)).toHaveLength(3);
  });

  it.each([
    [["merge", "entity-000000000000", "entity-111111111111"], /no actor "entity-000000000000". There are \d+, such as/],
    [["note", "claim-000000000000", "asked"], /no record "claim-000000000000"/],
    [["reject", "gazette"], /no article "gazette"/],
    [["undo", "judgement-000000000000"], /no judgement "judgement-000000000000"/],
    [["rate", "Gazette", "B"], /no outlet "Gazette" in this story. There are: Harbour Herald/],
    [["rate", "Harbour Herald", "Z"], /"Z" is no grade/],
    [["praise", "herald"], /no judgement "praise"/],
  ])("says what exists: %j", async (words, said) => {
    const { status, err } = await hearsay("judge", "-s", "ferry", ...words);
    expect([status, err]).toEqual([2, expect.stringMatching(said)]);
  });
});

describe("hearsay stage weigh", () => {
  it("tells a whole story from lines, with the ids given; a bad line is answered and left out", async () => {
    const lines = Object.entries(articles).map(([id, html]) => JSON.stringify({ id, html }));
    const { status, out } = await hearsayReading(
      [...lines, '{"id":"no text"}', "not json"].join("\n"),
      "stage",
      "weigh",
    );
    const answers = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(status).toBe(1);
    expect(answers.slice(0, 2).map(({ error }) => error.code)).toEqual(["stage.missing", "stage.not-json"]);
    expect(answers[2]).toMatchObject({ format: "hearsay-report" });
    expect(answers[2].articles.map(({ id }: { id: string }) => id).sort()).toEqual(Object.keys(articles).sort());
  });
});
