import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Browser, type Opened, open, pageOf } from "./testing/ask.js";

const attack = `<script>alert(1)</script><img src=x onerror=alert(2)>"'\`=cmd|x`;
const escaped = attack
  .replaceAll("&", "&amp;")
  .replaceAll("<", "&lt;")
  .replaceAll(">", "&gt;")
  .replaceAll('"', "&quot;");
/** Markup in every field that an article has, as text that a reader would see. */
const hostile = {
  "<img src=x onerror=alert(3)>.html": pageOf(
    escaped,
    escaped,
    "2031-03-14",
    `${escaped} Ferry crews walked out on Friday, “${escaped} we will not sail,” union chairwoman Greta ${escaped} Lindqvist told reporters in Port Ansel.`,
    `The strike began on 7 March 2031 because of ${escaped} and some 40 sailings were cancelled, the ${escaped} ministry said.`,
    "=HYPERLINK(“http://attacker.example”) is what the harbour master of Port Ansel promised on Friday to the union of the crews.",
  ),
  "second.html": pageOf(
    "Ferry strike",
    "+Herald",
    "2031-03-15",
    `Some 60 sailings were cancelled, the ${escaped} ministry said on Saturday in Port Ansel after the strike of the ferry crews.`,
  ),
};

let opened: Opened;
let ada: Browser;
beforeAll(async () => {
  opened = await open({ hostile });
  ada = await new Browser(opened.app).signIn({ who: attack.slice(0, 60) });
}, 60_000);
afterAll(() => opened.close());

const lists = [
  "",
  "/articles",
  "/claims",
  "/statements",
  "/events",
  "/timeline",
  "/commitments",
  "/figures",
  "/causes",
];
const more = [
  "/entities",
  "/matrix",
  "/lineage",
  "/review",
  "/judgements",
  "/search?q=alert",
  "/report",
  "/tables/claims",
];

describe("a story with a script in every field", () => {
  it("is there", async () => {
    const [first] = (await ada.json("/stories/hostile/articles")).rows;
    expect(JSON.stringify(first)).toContain("<script>");
  });
  it.each([...lists, ...more])("at %s is JSON that no browser takes for anything else", async (path) => {
    const answer = await ada.get(`/stories/hostile${path}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers["content-type"]).toBe("application/json; charset=utf-8");
    expect(answer.headers).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY" });
    expect(answer.headers["cross-origin-resource-policy"]).toBe("same-origin");
    expect(answer.headers["content-security-policy"]).not.toContain("unsafe");
    expect(() => answer.json()).not.toThrow();
  });
  it("as pages has no element of its own", async () => {
    const claims = (await ada.json("/stories/hostile/claims")).rows.map(({ id }: { id: string }) => ({
      kind: "claim",
      id,
    }));
    const brief = await ada.post("/stories/hostile/brief", { title: attack, items: claims, format: "html" });
    for (const page of [await ada.get("/stories/hostile/report?format=html"), brief]) {
      expect(page.statusCode).toBe(200);
      expect(page.body).not.toMatch(/<(?:script|img)/i);
      expect(page.headers["content-security-policy"]).toMatch(
        /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox/,
      );
    }
  });
  it("as CSV is no formula", async () => {
    const { body } = await ada.get("/stories/hostile/tables/articles?format=csv");
    expect(body).toContain("'+Herald");
    for (const table of ["claims", "statements", "commitments", "articles"])
      expect((await ada.get(`/stories/hostile/tables/${table}?format=csv`)).body).not.toMatch(
        /(?:^|[,\n])"?[=+@-][A-Za-z]/,
      );
  });
  it("in what is asked comes back in problems as text only", async () => {
    for (const path of [
      `/stories/${encodeURIComponent(attack)}`,
      `/stories/hostile/claims/${encodeURIComponent(attack)}`,
      `/stories/hostile/claims?${encodeURIComponent(attack)}=1`,
    ]) {
      const answer = await ada.get(path);
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.headers["content-type"]).toMatch(/^application\/problem\+json/);
    }
  });
  it("as names of files that are saved or sent breaks no header", async () => {
    const saved = await ada.get("/stories/hostile/tables/claims?format=csv&download=true");
    expect(saved.headers["content-disposition"]).toBe("attachment; filename*=UTF-8''hostile-claims.csv");
    const answer = await ada.post("/stories/hostile/judgements", {
      kind: "note",
      subjects: ["second"],
      value: attack,
      why: attack,
    });
    expect([answer.statusCode, answer.json().value]).toEqual([201, attack]);
  });
});
