// What each view is for, done in a real browser: on the sample story, and on five real articles where they are at hand.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium, launch, openPage, settled, visit } from "./browser.mjs";
import { hasReal, serveStories } from "./server.mjs";

if (!hasChromium) console.warn("No chromium: the tests of each view are skipped.");
if (!hasReal)
  console.warn("The real story moscow-tehran is not beside the project: the tests of each view leave it out.");

const limit = 240_000;
const stories = ["sample", ...(hasReal ? ["real"] : [])];

/** What a menu item of Export, or a button, hands over: its name and its bytes. */
async function downloaded(page, click) {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}
async function exported(page, what, within = page) {
  await within.getByRole("button", { name: "Export" }).first().click();
  return downloaded(page, () => page.getByRole("menuitem", { name: what }).first().click());
}
const hashHas = (page, part) => page.waitForFunction((p) => location.hash.includes(p), part);

describe.skipIf(!hasChromium).each(stories)("each view of the story %s", (story) => {
  let browser;
  let server;
  let page;
  let wrong;
  let api;
  const to = (hash) => visit(page, server.url, `#/${story}/${hash}`);
  beforeAll(async () => {
    [browser, server] = await Promise.all([launch(), serveStories()]);
    ({ page, wrong } = await openPage(browser, server.url));
    api = async (path) => (await fetch(`${server.url}api/v1/stories/${story}${path && `/${path}`}`)).json();
  }, limit);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  }, limit);
  const view = (name, test) => it(name, test, limit);

  view("overview: origins told from copies over time, and a door to the articles", async () => {
    await to("overview");
    expect(await page.locator(".tally").count()).toBe(5);
    expect(await page.locator("main").innerText()).toContain("Who matters");
    const { bytes } = await exported(page, "Picture as SVG");
    expect(bytes.toString()).toContain("<svg");
    await page.locator("svg.chart a").first().click();
    await hashHas(page, "/articles?");
    await settled(page);
    expect(await page.locator(".article-row").count()).toBeGreaterThan(0);
  });

  view("claims: a cell opens what its origin says, and the link to it opens the same", async () => {
    await to("claims");
    await page.locator("[role=gridcell] .glyph.supports").first().click();
    await page.waitForSelector(".panel section.against.corroborated mark");
    await hashHas(page, "cell=");
    await page.reload();
    await page.waitForSelector(".panel section.against.corroborated mark");
    await page.waitForSelector(".matrix-cell.opened");
    const against = page.locator("[role=gridcell] .glyph.contradicts");
    if ((await against.count()) > 0) {
      await against.first().click();
      await page.waitForSelector(".panel section.against.contradicted mark");
      expect(await page.locator(".panel").innerText()).toContain("says otherwise");
    }
    expect((await exported(page, "Rows as CSV")).bytes.toString()).toMatch(/^[\w,]+\n/);
  });

  view("lineage: an edge leads to both texts, side by side", async () => {
    await to("lineage");
    const { derivations, circles } = await api("lineage");
    const outside = derivations.filter((d) => d.source === null);
    const text = await page.locator("main").innerText();
    for (const { outlet } of outside) expect(text).toContain(outlet);
    if (circles.length > 0) expect(text).toContain("They cite one another");
    const edge = page.locator(".edge-group").first();
    await edge.focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector(".panel");
    const { bytes } = await exported(page, "Picture as SVG");
    const names = await page.locator(".lineage-name a").first().innerText();
    expect(bytes.toString()).toContain(names.slice(0, 8));
    const [a, b] = (await api("articles")).rows.map(({ id }) => id);
    const drawn = derivations.find((d) => d.source !== null);
    await to(`compare/${drawn?.source ?? a}~${drawn?.derived ?? b}`);
    expect(await page.locator(".compare-row").count()).toBeGreaterThan(1);
    expect(await page.locator(".compare ins, .compare del, .compare .d-changed").count()).toBeGreaterThan(0);
  });

  view("statements: by side, kind and time; the rows on screen as a file", async () => {
    const sides = await api("sides");
    await to("statements");
    const all = (await api("statements?limit=1")).total;
    await page.getByLabel("Side").selectOption(sides[0].name);
    await hashHas(page, "side=");
    await settled(page);
    await page.waitForFunction(
      (n) => document.querySelector(".view-head [aria-live]")?.textContent?.startsWith(`${n} `),
      sides[0].statements,
    );
    expect(sides[0].statements).toBeLessThan(all);
    const { bytes } = await exported(page, "Rows as JSON");
    expect(JSON.parse(bytes.toString())).toHaveLength(sides[0].statements);
    await page.getByLabel("Kind").selectOption("direct");
    await hashHas(page, "type=direct");
    await to("statements?since=1999&until=2000");
    expect(await page.locator("main").innerText()).toContain("Nobody said anything like that");
  });

  view("a speaker's page: what was said, where its reports differ, where they stand over time", async () => {
    const remarks = (await api("report")).remarks.filter((r) => r.entity !== null);
    const varied = remarks.find((r) => r.reports.some(({ wording }) => wording === "changed" || wording === "retold"));
    if (varied !== undefined) {
      await to(`actor/${varied.entity}`);
      expect(await page.locator(".other-wording ins, .other-wording del").count()).toBeGreaterThan(0);
    }
    const [position] = (await api("positions")).rows;
    if (position !== undefined) {
      await to(`actor/${position.actor}`);
      await page.waitForSelector("svg.stands .take");
      await page.locator("svg.stands .take").first().click();
      await page.waitForSelector(".at-place");
    }
  });

  view("timeline: closer by key, the stretch in the address, a bar opens its words", async () => {
    await to("timeline");
    await page.locator(".lineage-scroll").focus();
    await page.keyboard.press("+");
    await hashHas(page, "span=");
    const before = page.url();
    await page.reload();
    await settled(page);
    expect(page.url()).toBe(before);
    await page.keyboard.press("0");
    await page.locator(".zoom button", { hasText: "all" }).click();
    await page.locator("a.bar").first().click();
    await page.waitForSelector(".panel mark");
    expect((await exported(page, "Picture as PNG")).bytes.subarray(1, 4).toString()).toBe("PNG");
  });

  view("actors: up to a day, closer by key, chosen by arrow; all of it in the address", async () => {
    await to("actors");
    await page.getByRole("slider").focus();
    await page.keyboard.press("Home");
    await hashHas(page, "until=");
    await to("actors");
    await page.locator("canvas").focus();
    await page.keyboard.press("+");
    await hashHas(page, "look=");
    await page.keyboard.press("ArrowDown");
    await page.waitForSelector(".panel");
    await page.reload();
    await page.waitForSelector(".panel");
    expect(page.url()).toMatch(/look=.*open=|open=.*look=/);
    expect((await exported(page, "Picture as SVG")).bytes.toString()).toContain("<circle");
  });

  view("map: closer by key and back, a place has what happened there", async () => {
    await to("map");
    await page.locator("svg.world").focus();
    await page.keyboard.press("+");
    await hashHas(page, "look=");
    await page.keyboard.press("0");
    await page.waitForFunction(() => !location.hash.includes("look="));
    if ((await page.locator(".place").count()) > 0) {
      await page.locator(".map-list .review-line").first().click();
      await page.waitForSelector(".map-list .near a");
      await page.locator(".map-list .near a").first().click();
      await page.waitForSelector(".panel mark");
    }
    expect((await exported(page, "Picture as SVG")).bytes.toString()).toContain("<path");
  });

  view("commitments: a board by stage, narrowed by name", async () => {
    await to("commitments");
    const card = page.locator(".board-card").first();
    const name = (await card.locator("b").innerText()).trim();
    await page.getByLabel("By or to whom").fill(name);
    await hashHas(page, "who=");
    await settled(page);
    await page.locator(".board-card .quote-link").first().click();
    await page.waitForSelector(".panel mark");
  });

  view("causes: what follows when something rises, through which arrows, in the address", async () => {
    await to("causes");
    expect(await page.locator(".cause-arrows path").count()).toBeGreaterThan(0);
    await page.locator(".concept input[type=range]").first().focus();
    await page.keyboard.press("End");
    await hashHas(page, "set=");
    await page.waitForSelector(".cause-arrows path.live");
    await page.waitForFunction(() => document.querySelectorAll(".concept.rises, .concept.falls").length > 1);
    await page.reload();
    await page.waitForFunction(() => document.querySelectorAll(".concept.rises, .concept.falls").length > 1);
    expect((await exported(page, "Picture as SVG")).bytes.toString()).toMatch(/▲|▼/);
    await page.getByRole("button", { name: "Set nothing" }).click();
    await page.waitForFunction(() => !location.hash.includes("set="));
    await page.locator(".arrow a").first().click();
    await page.waitForSelector(".panel mark");
  });

  view("figures: over time, each value with who reports it", async () => {
    await to("figures");
    expect(await page.locator(".figure-chart").count()).toBeGreaterThan(0);
    expect((await exported(page, "Picture as SVG")).bytes.toString()).toContain("<circle");
    await page.locator(".figure-sources a").first().click();
    await page.waitForSelector(".at-place");
  });

  view("reader: from a mark to its record and back; what was set aside, and why", async () => {
    const { rows } = await api("articles");
    await to(`article/${rows[0].id}?removed=1`);
    expect(await page.locator(".removed .badge").first().innerText()).not.toBe("");
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".panel");
    await page.locator(".panel .read-on").first().click();
    await page.waitForSelector(".at-place");
  });

  view("find: every filter is in the address; what was found as a file", async () => {
    const word = (await api("claims?limit=1")).rows[0].proposition.match(/[A-Z][a-z]{4,}|[a-z]{6,}/)[0];
    await to(`find?q=${word}`);
    expect(await page.locator(".found").count()).toBeGreaterThan(0);
    await page.getByLabel("What").selectOption("claim");
    await hashHas(page, "kind=claim");
    await settled(page);
    const { bytes } = await exported(page, "Rows as CSV");
    const [head, ...lines] = bytes.toString().trim().split("\n");
    expect(head).toBe("kind,id,label,date,words,article,start,end");
    expect(lines.length).toBe((await api(`search?q=${word}&kind=claim&limit=1`)).total);
    await page.getByLabel("Words to find").press("Enter");
    await page.locator("a.found").first().click();
    await page.waitForSelector(".at-place");
  });

  view("review: by kind, merged, parted and rated by key, each undone; questions as a file", async () => {
    await to("review?kind=merge");
    const last = async (count) => (await api("judgements?limit=500")).rows.map((j) => j.kind).slice(-count);
    // What is said on screen may still be said of the judgement before.
    const judged = (...kinds) => expect.poll(() => last(kinds.length), { timeout: 20_000 }).toEqual(kinds);
    if ((await page.locator(".review-line").count()) > 0) {
      await page.keyboard.press("m");
      await page.waitForSelector("text=merge: recorded");
      await judged("merge");
      await page.keyboard.press("k");
      await page.waitForSelector(".judged");
      await page.keyboard.press("u");
      await page.waitForSelector(".judged", { state: "detached" });
      await page.keyboard.press("s");
      await page.waitForSelector("text=split: recorded");
      await judged("withdraw", "split");
    }
    // What was decided is worked up first: the queue would change under the keys.
    for (let i = 0; i < 240 && (await api("")).behind; i++) await page.waitForTimeout(500);
    await to("review");
    await page.waitForTimeout(1500);
    await settled(page);
    await page.waitForSelector(".review-evidence .rating");
    await page.keyboard.press("o");
    await page.keyboard.press("C");
    await page.waitForSelector("text=/: C, fairly reliable/");
    await judged("rate");
    await page.locator("h1").click();
    await page.keyboard.press("u");
    await page.waitForSelector("text=Taken back");
    await judged("withdraw");
    const { bytes } = await exported(page, "Rows as CSV");
    expect(bytes.toString()).toMatch(/^kind,question,score,decided,by,when,why,subjects,words\n/);
  });

  view("brief: composed, verified, sent as a link and in every format", async () => {
    const { rows } = await api("claims?limit=2");
    const items = encodeURIComponent(rows.map(({ id }) => `claim:${id}`).join(" "));
    await to(`brief?items=${items}&title=For%20the%20desk`);
    await page.waitForSelector(".sheet .verified");
    expect(await page.locator(".sheet h2").innerText()).toBe("For the desk");
    expect(await page.locator(".sources li").count()).toBeGreaterThan(0);
    await page.getByRole("button", { name: /Make it mine/ }).click();
    await page.waitForFunction(() => !location.hash.includes("items="));
    expect(await page.locator(".pick-row").count()).toBe(2);
    const begins = { Word: "PK", PDF: "%PDF", "HTML page": "<!doctype html>", Markdown: "# For the desk" };
    for (const [name, start] of Object.entries(begins)) {
      const { bytes } = await downloaded(page, () => page.getByRole("button", { name, exact: true }).click());
      expect(bytes.subarray(0, start.length).toString(), name).toBe(start);
    }
  });

  view("add: what could not be read says what to do; leaving the view loses nothing", async () => {
    await to("add");
    await page.setInputFiles("input[type=file]", {
      name: "broken.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.7 nothing"),
    });
    await page.waitForSelector(".job");
    await to("overview");
    await to("add");
    await page.waitForSelector(".job .stages");
    await page.waitForSelector("text=/What to do:/", { timeout: 120_000 });
  });

  it("had no error and no outside request", () => {
    expect(wrong).toEqual([]);
  });
});
