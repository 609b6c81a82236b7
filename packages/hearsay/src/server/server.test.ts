import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordCommands } from "../records/index.js";
import { Browser, ferry, type Opened, open } from "./testing/ask.js";

let opened: Opened;
let ada: Browser;
beforeAll(async () => {
  opened = await open({ ferry });
  ada = await new Browser(opened.app).signIn();
}, 60_000);
afterAll(() => opened.close());

/** Every quotation in a value, wherever it stands. */
function quotesIn(value: unknown): { article: string; start: number; end: number; text: string }[] {
  if (typeof value !== "object" || value === null) return [];
  const { article, start, end, text } = value as Record<string, unknown>;
  const own =
    typeof article === "string" && typeof start === "number" && typeof text === "string" && typeof end === "number";
  return [...(own ? [value as never] : []), ...Object.values(value).flatMap(quotesIn)];
}

describe("rows", () => {
  it("hold quotations that can be cut again from their articles", async () => {
    const texts = new Map<string, string>();
    for (const { id } of (await ada.json("/stories/ferry/articles")).rows)
      texts.set(id, (await ada.json(`/stories/ferry/articles/${id}`)).text);
    const lists = [
      "",
      "/claims",
      "/statements",
      "/events",
      "/timeline",
      "/commitments",
      "/figures",
      "/causes",
      "/review",
    ];
    const quotes = (await Promise.all(lists.map((list) => ada.json(`/stories/ferry${list}`)))).flatMap(quotesIn);
    expect(quotes.length).toBeGreaterThan(50);
    fc.assert(
      fc.property(fc.constantFrom(...quotes), ({ article, start, end, text }) => {
        expect(texts.get(article)?.slice(start, end)).toBe(text);
      }),
      { numRuns: Math.min(quotes.length, 500) },
    );
  });
  it("come in pages that together are the whole list, in order", async () => {
    const whole = await ada.json("/stories/ferry/claims?limit=500");
    const ids: string[] = [];
    for (let cursor = ""; ; ) {
      const page = await ada.json(`/stories/ferry/claims?limit=2${cursor && `&cursor=${cursor}`}`);
      ids.push(...page.rows.map(({ id }: { id: string }) => id));
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(ids).toEqual(whole.rows.map(({ id }: { id: string }) => id));
    expect(ids).toHaveLength(whole.total);
  });
  it("of statements are narrowed by side; an actor has every report of a remark", async () => {
    const sides: { name: string; statements: number }[] = await ada.json("/stories/ferry/sides");
    expect(sides.length).toBeGreaterThan(0);
    for (const { name, statements } of sides) {
      const asked = `/stories/ferry/statements?limit=500&side=${encodeURIComponent(name)}`;
      expect((await ada.json(asked)).total, name).toBe(statements);
    }
    expect((await ada.json("/stories/ferry/statements?affiliation=no-such-body")).total).toBe(0);
    const { statements, entities, remarks } = await ada.json("/stories/ferry/report");
    const said = new Set(statements.map(({ id }: { id: string }) => id));
    for (const { id } of entities.slice(0, 5)) {
      const own = (await ada.json(`/stories/ferry/entities/${id}`)).remarks;
      expect(own).toEqual(remarks.filter(({ entity }: { entity: string | null }) => entity === id));
      for (const { reports } of own) for (const { statement } of reports) expect(said).toContain(statement);
    }
  });
  it("are narrowed as those of the command line are", async () => {
    const rows = async (path: string) => (await ada.json(`/stories/ferry/${path}`)).rows;
    const spoken = await rows("statements?who=lindqvist");
    expect(spoken.length).toBeGreaterThan(0);
    expect(spoken.every(({ speaker }: { speaker: { name: string } }) => /Lindqvist/.test(speaker.name))).toBe(true);
    expect((await rows("articles?outlet=echo")).map(({ outlet }: { outlet: string }) => outlet)).toEqual([
      "Island Echo",
    ]);
    expect(await rows("articles?since=2031-03-15&until=2031-03-15")).toHaveLength(2);
    expect(await rows("claims?verdict=contradicted")).toEqual(
      (await rows("claims?limit=500")).filter(({ verdict }: { verdict: string }) => verdict === "contradicted"),
    );
    for (const sort of ["origins", "articles", "date"])
      expect((await rows(`claims?sort=${sort}`)).length).toBeGreaterThan(0);
  });
  it("have every view that the command of the same name has", async () => {
    for (const { name, views = [] } of recordCommands)
      for (const { option } of views)
        expect((await ada.get(`/stories/ferry/tables/${name}?view=${option}`)).statusCode, option).toBe(200);
  });
  it("as CSV hold no live formula, as JSON lines a row each", async () => {
    const csv = await ada.get("/stories/ferry/tables/claims?format=csv&download=true");
    expect(csv.headers["content-disposition"]).toBe("attachment; filename*=UTF-8''ferry-claims.csv");
    expect(csv.body.split("\n")[0]).toMatch(/^id,claim,kind,verdict/);
    const lines = (await ada.get("/stories/ferry/tables/articles?format=ndjson")).body.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).outlet).sort()).toEqual([
      "Harbour Herald",
      "Island Echo",
      "The Ansel Courier",
    ]);
    expect(await ada.json("/stories/ferry/tables/lineage?view=origins")).toHaveLength(2);
  });
});

describe("answers about a story", () => {
  it("carry its revision and are not sent to who has them", async () => {
    const { revision } = await ada.json("/stories/ferry");
    const first = await ada.get("/stories/ferry/claims");
    expect(first.headers.etag).toBe(`W/"${revision}"`);
    const again = await ada.get("/stories/ferry/claims", { "if-none-match": `"x", ${first.headers.etag}` });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
  });
  it("are compressed for who takes it", async () => {
    const packed = await ada.get("/stories/ferry", { "accept-encoding": "gzip" });
    const plain = await ada.get("/stories/ferry");
    expect(packed.headers["content-encoding"]).toBe("gzip");
    expect(packed.rawPayload.byteLength).toBeLessThan(plain.rawPayload.byteLength / 2);
  });
  it.each([
    ["gzip", "gzip"],
    ["br, gzip;q=0.5", "gzip"],
    ["gzip; q=0", undefined],
    ["identity", undefined],
  ])("from the answerer, too: for %s as %s", async (accepted, encoding) => {
    const { headers } = await ada.get("/stories/ferry/statements", { "accept-encoding": accepted });
    expect(headers["content-encoding"]).toBe(encoding);
  });
  it("in the order of b show what a has and b not", async () => {
    const [herald] = (await ada.json("/stories/ferry/articles?outlet=herald")).rows;
    const [courier] = (await ada.json("/stories/ferry/articles?outlet=courier")).rows;
    const { pieces } = await ada.json(`/stories/ferry/diff?a=${herald.id}&b=${courier.id}`);
    expect(new Set(pieces.map(({ kind }: { kind: string }) => kind))).toContain("dropped");
    const ends = pieces.flatMap(({ b }: { b: [number, number] | null }) => (b === null ? [] : [b]));
    expect(ends).toEqual(ends.toSorted(([x]: [number], [y]: [number]) => x - y));
  });
  it("are also the report as text, page and data", async () => {
    const page = await ada.get("/stories/ferry/report?format=html");
    expect(page.headers["content-security-policy"]).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; .*sandbox/);
    expect((await ada.get("/stories/ferry/report?format=md")).body).toMatch(/^# ferry\n/);
    expect((await ada.json("/stories/ferry/report")).format).toBe("hearsay-report");
  });
});

describe("problems", () => {
  it.each([
    ["/stories/nope", 404, "story.unknown"],
    ["/stories/..%2Fferry", 404, "story.unknown"],
    ["/stories/ferry.hearsay", 404, "story.unknown"],
    ["/stories/ferry/claims/claim-000000000000", 404, "claim.unknown"],
    ["/stories/ferry/articles/a-0", 404, "article.unknown"],
    ["/stories/ferry/entities/entity-0", 404, "entity.unknown"],
    ["/stories/ferry/jobs/job-0", 404, "job.unknown"],
    ["/stories/ferry/claims?verdict=true", 400, "request.invalid"],
    ["/stories/ferry/claims?limit=501", 400, "request.invalid"],
    ["/stories/ferry/claims?limit=0", 400, "request.invalid"],
    ["/stories/ferry/claims?cursor=nonsense", 400, "cursor.invalid"],
    [`/stories/ferry/claims?cursor=${Buffer.from("2 other").toString("base64url")}`, 410, "cursor.gone"],
    ["/stories/ferry/claims?grep=(a%2B)%2B%24", 400, "request.invalid"],
    ["/stories/ferry/articles?article=gazette", 404, "usage.article"],
    ["/stories/ferry/articles?since=soon", 400, "request.invalid"],
    ["/stories/ferry/tables/secrets", 400, "request.invalid"],
    ["/stories/ferry/tables/events?view=origins", 404, "table.view"],
    ["/stories/ferry/diff?a=a-1", 400, "request.invalid"],
    ["/stories/ferry/search", 400, "request.invalid"],
    ["/nothing", 404, "route.unknown"],
  ])("%s: %i %s", async (path, status, code) => {
    const answer = await ada.get(path);
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    expect(answer.headers["content-type"]).toMatch(/^application\/problem\+json/);
    expect(answer.json()).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
    expect(answer.json().instance).not.toContain("?");
  });
  it("of ours say nothing of how they came about", async () => {
    const { store } = await opened.house.shelf.room("ferry");
    (await opened.house.shelf.room("ferry")).store = () => Promise.reject(new Error("disk at /secret failed"));
    const answer = await ada.get("/stories/ferry");
    (await opened.house.shelf.room("ferry")).store = store;
    expect([answer.statusCode, answer.json().code]).toEqual([500, "server.failed"]);
    expect(answer.body).not.toContain("secret");
    expect(opened.faults).toHaveLength(1);
  });
});

describe("stories", () => {
  it("are made, empty, and listed", async () => {
    expect((await ada.post("/stories", { name: "bridge" })).statusCode).toBe(201);
    expect((await ada.json("/stories/bridge")).summary.articles).toBe(0);
    expect((await ada.json("/stories")).map(({ name }: { name: string }) => name)).toEqual(["bridge", "ferry"]);
    expect((await ada.post("/stories", { name: "bridge" })).json().code).toBe("story.exists");
    for (const name of ["../x", "a/b", "x.hearsay", ".x", ""])
      expect((await ada.post("/stories", { name })).statusCode).toBe(400);
  });
  it("that cannot be opened are listed, and say what is wrong", async () => {
    writeFileSync(join(opened.home, "broken.hearsay"), "not a story");
    expect((await ada.json("/stories")).find(({ name }: { name: string }) => name === "broken").revision).toBeNull();
    const answer = await ada.get("/stories/broken");
    expect([answer.statusCode, answer.json().code]).toEqual([422, "store.not-a-story"]);
  });
});

describe("the workbench's files", () => {
  it("are served with a strict policy, and nothing outside their folder is", async () => {
    const folder = join(opened.home, "dist");
    mkdirSync(join(folder, "assets"), { recursive: true });
    writeFileSync(join(folder, "index.html"), "<!doctype html><title>workbench</title>");
    writeFileSync(join(folder, "assets", "a-1.js"), "export {};");
    const served = await open({}, { workbench: folder });
    const browser = new Browser(served.app);
    const page = await browser.get("//");
    expect([page.statusCode, page.body]).toEqual([200, expect.stringContaining("workbench")]);
    expect(page.headers["content-security-policy"]).not.toMatch(/unsafe|\*|https?:/);
    expect(page.headers["content-security-policy"]).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(page.headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" });
    expect((await browser.get("//assets/a-1.js")).headers["cache-control"]).toContain("immutable");
    for (const path of ["//../ferry.hearsay", "//..%2fferry.hearsay", "//%2e%2e/ferry.hearsay", "//assets/"])
      expect((await browser.get(path)).statusCode).toBeGreaterThanOrEqual(400);
    await served.close();
  });
  it("say how to build them where they are not built", async () => {
    const page = await ada.get("//");
    expect([page.statusCode, page.body]).toEqual([503, expect.stringContaining("node scripts/setup.mjs")]);
  });
});
