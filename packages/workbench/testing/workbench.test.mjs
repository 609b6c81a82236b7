import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium, launch, openPage, overflow, seriousFindings, settled, visit } from "./browser.mjs";
import { hasReal, serveStories } from "./server.mjs";
import { views as ids } from "./views.mjs";

if (!hasChromium)
  console.warn("No chromium at /usr/bin/chromium (or where CHROMIUM says): the browser tests are skipped.");

if (!hasReal) console.warn("The real story moscow-tehran is not beside the project: its browser tests are skipped.");

/** Generous: the suite takes well under a minute by itself, and a machine may have other things to do. */
const limit = 240_000;

const views = ids.map((id) => (id === "find" ? "find?q=tanker" : id));

describe.skipIf(!hasChromium)("the workbench", () => {
  let browser;
  let server;
  let api;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launch(), serveStories()]);
    api = async (path) => (await fetch(`${server.url}api/v1/stories/${path}`)).json();
  }, limit);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  }, limit);
  const open = (options) => openPage(browser, server.url, options);

  const inner = async (story = "sample") => {
    const { derivations } = await api(`${story}/lineage`);
    const contested = await api(`${story}/claims?verdict=contradicted`);
    // Where nothing is contested, any claim has words.
    const [claim] = contested.rows.length > 0 ? contested.rows : (await api(`${story}/claims`)).rows;
    const { rows: articles } = await api(`${story}/articles`);
    const [derived, source] = articles.map(({ id }) => id);
    // Where nothing was copied, any two articles can be compared.
    const edge = derivations.find((d) => d.source !== null && d.kind !== "cites") ?? { derived, source };
    const { rows: said } = await api(`${story}/statements`);
    const speaker = said.find((s) => s.speaker.entity !== null).speaker.entity;
    return [
      `article/${edge.derived}?removed=1&layers=claim+statement+event+commitment+cause+figure+shared`,
      `compare/${edge.source}~${edge.derived}`,
      `actor/${speaker}`,
      `claims?open=${claim.id}`,
      `lineage?open=${edge.derived}~${edge.source}`,
    ];
  };

  for (const colorScheme of ["light", "dark"]) {
    it(
      `has no serious finding of axe, no error and no outside request in any view, ${colorScheme}`,
      async () => {
        const { page, wrong, close } = await open({ colorScheme });
        const findings = [];
        for (const view of [...views, ...(await inner())]) {
          await visit(page, server.url, `#/sample/${view}`);
          for (const found of await seriousFindings(page)) findings.push(`${view}: ${found}`);
        }
        expect(findings).toEqual([]);
        expect(wrong).toEqual([]);
        await close();
      },
      limit,
    );
  }

  it(
    "fits 360 pixels without scrolling sideways, and 3840",
    async () => {
      const { page, close } = await open({ viewport: { width: 360, height: 740 } });
      const wide = [];
      for (const view of [...views, ...(await inner())]) {
        await visit(page, server.url, `#/sample/${view}`);
        if ((await overflow(page)) > 0) wide.push(view);
      }
      await page.setViewportSize({ width: 3840, height: 2160 });
      for (const view of [...views, ...(await inner())]) {
        await visit(page, server.url, `#/sample/${view}`);
        if ((await overflow(page)) > 0) wide.push(`${view} at 3840`);
      }
      expect(wide).toEqual([]);
      await close();
    },
    limit,
  );

  it(
    "says what to do where there is nothing, and shows a story of one article",
    async () => {
      const { page, wrong, close } = await open();
      for (const view of views) {
        await visit(page, server.url, `#/single/${view}`);
        expect(await page.locator("main").innerText(), view).not.toContain("This view failed");
      }
      await visit(page, server.url, "#/single/add");
      await page.fill("[name=name].story-name", "blank");
      await page.click("text=Make it");
      await page.waitForFunction(() => location.hash === "#/blank/add");
      for (const view of views) {
        await visit(page, server.url, `#/blank/${view}`);
        expect(await page.locator("main").innerText(), view).not.toContain("This view failed");
      }
      await visit(page, server.url, "#/nowhere/overview");
      expect(await page.locator("main").innerText()).toContain("There is no story");
      expect(wrong.filter((w) => !w.includes("404"))).toEqual([]);
      await close();
    },
    limit,
  );

  it(
    "can be walked by keyboard: palette, matrix, words, back",
    async () => {
      const { page, close } = await open();
      await visit(page, server.url, "#/sample/overview");
      await page.keyboard.press("Control+k");
      await page.waitForSelector("[role=combobox]");
      await page.keyboard.type("contested");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => location.hash.includes("standing=contradicted"));
      await page.waitForSelector("[role=grid]");
      await page.keyboard.press("Tab");
      for (
        let i = 0;
        i < 60 && (await page.evaluate(() => document.activeElement?.getAttribute("role"))) !== "grid";
        i++
      )
        await page.keyboard.press("Tab");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowRight");
      expect(
        await page.evaluate(() =>
          document.getElementById(document.activeElement.getAttribute("aria-activedescendant"))?.getAttribute("role"),
        ),
      ).toBe("gridcell");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".panel .against");
      expect(await page.locator(".panel").innerText()).toMatch(/22.*24|24.*22/s);
      await page.keyboard.press("Escape");
      await page.waitForSelector(".panel", { state: "detached" });
      await page.keyboard.press("g");
      await page.keyboard.press("l");
      await page.waitForFunction(() => location.hash === "#/sample/lineage");
      await page.keyboard.press("?");
      await page.waitForSelector(".dialog.help");
      await page.keyboard.press("Escape");
      await page.waitForSelector(".dialog.help", { state: "detached" });
      await close();
    },
    limit,
  );

  it(
    "leads from a mark in the article to its record and back to the words",
    async () => {
      const { page, close } = await open();
      const [article] = await inner();
      await visit(page, server.url, `#/sample/${article}`);
      expect(await page.locator(".removed .badge").first().innerText()).not.toBe("");
      await page.locator("a.mark").first().click();
      await page.waitForSelector(".panel");
      const link = await page.locator(".panel .read-on, .panel .quote-link").first().getAttribute("href");
      expect(link).toMatch(/at=\d+-\d+/);
      await page.locator(".panel .read-on, .panel .quote-link").first().click();
      await page.waitForSelector(".at-place");
      await page.reload();
      await page.waitForSelector(".panel");
      await page.waitForSelector(".at-place");
      await close();
    },
    limit,
  );

  it(
    "reviews by keyboard: accept, undo, note; who and when are kept, and others see it",
    async () => {
      const [mine, theirs] = [await open(), await open()];
      await visit(theirs.page, server.url, "#/sample/review");
      await visit(mine.page, server.url, "#/sample/review");
      const before = (await api("sample/judgements")).total;
      await mine.page.keyboard.press("a");
      await mine.page.waitForSelector(".review-line .badge");
      await theirs.page.waitForSelector(".review-line .badge", { timeout: 60_000 });
      await mine.page.keyboard.press("k");
      await mine.page.waitForSelector(".judged");
      await mine.page.keyboard.press("u");
      await mine.page.waitForSelector(".judged", { state: "detached" });
      await mine.page.keyboard.press("n");
      await mine.page.keyboard.type("asked the ministry");
      await mine.page.keyboard.press("Enter");
      await mine.page.waitForSelector("text=note: recorded");
      expect(await mine.page.locator(".judged").count()).toBe(0);
      const { rows, total } = await api("sample/judgements");
      expect(total).toBe(before + 3);
      expect(rows.map((j) => j.kind).slice(-3)).toEqual(["accept", "withdraw", "note"]);
      expect(rows.at(-1).who).not.toBe("");
      expect(rows.at(-1).when).toMatch(/^\d{4}-\d\d-\d\dT/);
      await Promise.all([mine.close(), theirs.close()]);
    },
    limit,
  );

  it.skipIf(!hasReal)(
    "shows five real articles as their scraper left them: every view, a question answered",
    async () => {
      const { page, wrong, close } = await open();
      const findings = [];
      for (const view of [...views, ...(await inner("real"))]) {
        await visit(page, server.url, `#/real/${view}`);
        expect(await page.locator("main").innerText(), view).not.toContain("This view failed");
        for (const found of await seriousFindings(page, null)) findings.push(`${view}: ${found}`);
      }
      expect(findings).toEqual([]);
      await visit(page, server.url, "#/real/review");
      const before = (await api("real/judgements")).total;
      await page.keyboard.press("a");
      for (let i = 0; i < 240 && (await api("real/judgements")).total === before; i++) await page.waitForTimeout(500);
      expect((await api("real/judgements")).rows.at(-1).kind).toMatch(/accept|merge/);
      expect(wrong).toEqual([]);
      await close();
    },
    limit,
  );

  it(
    "adds a pasted text and shows how it went",
    async () => {
      const { page, close } = await open();
      await visit(page, server.url, "#/single/add");
      await page.fill(
        "#paste",
        "BRENNA, March 5, 2031 - The ferry Aurela sank off Brenna on Tuesday, harbour master Olof Brask said. Fourteen people died, he told reporters.",
      );
      await page.fill("[name=name]", "ferry.txt");
      await page.click(".paste button");
      await page.waitForSelector("text=/Done: 1 new/", { timeout: 120_000 });
      await close();
    },
    limit,
  );

  it(
    "composes a brief from chosen lines",
    async () => {
      const { page, close } = await open();
      const { rows } = await api("sample/claims?verdict=corroborated");
      await visit(page, server.url, `#/sample/claims?open=${rows[0].id}`);
      await page.click(".panel .pick-button");
      await page.waitForSelector(".pick-button[aria-pressed=true]");
      await visit(page, server.url, "#/sample/brief");
      await page.waitForSelector(".sheet .verified");
      expect(await page.locator(".sources li").count()).toBeGreaterThan(0);
      await close();
    },
    limit,
  );

  it(
    "shows a hostile article as text, whatever it holds",
    async () => {
      const { page, wrong, close } = await open();
      const asked = [];
      page.on("dialog", (dialog) => asked.push(dialog.message()));
      const { rows } = await api("hostile/articles");
      const claims = await api("hostile/claims");
      for (const view of [...views, `article/${rows[0].id}?removed=1`, `claims?open=${claims.rows[0]?.id ?? ""}`]) {
        await visit(page, server.url, `#/hostile/${view}`);
        expect(await page.evaluate(() => globalThis.taken), view).toBeUndefined();
      }
      await visit(page, server.url, `#/hostile/article/${rows[0].id}`);
      await settled(page);
      expect(await page.locator("main").innerText()).toContain("onerror=window.taken=1");
      expect(asked).toEqual([]);
      expect(wrong).toEqual([]);
      await close();
    },
    limit,
  );

  // Last: the other tests look at what is contested.
  it(
    "takes a contradiction back, and shows two sides beside each other",
    async () => {
      const { page, wrong, close } = await open();
      const { rows, total } = await api("sample/claims?verdict=contradicted");
      await visit(page, server.url, `#/sample/claims?open=${rows[0].id}`);
      await page.locator(".panel .against button", { hasText: "Both can be true" }).first().click();
      await page.waitForSelector("text=/no longer count as contradicting/", { timeout: 120_000 });
      for (let i = 0; i < 240 && (await api("sample/claims?verdict=contradicted")).total === total; i++)
        await page.waitForTimeout(500);
      expect((await api("sample/claims?verdict=contradicted")).total).toBeLessThan(total);

      const { sides } = await api("sample/map");
      await page.setViewportSize({ width: 360, height: 740 });
      await visit(page, server.url, "#/sample/causes");
      await page.getByLabel("As which side sees it").selectOption(sides[0]);
      await page.getByLabel("Beside which other side").selectOption(sides[1]);
      await page.waitForSelector(".side-table .sight.says");
      expect(await overflow(page)).toBe(0);
      expect(await seriousFindings(page, null)).toEqual([]);
      expect(wrong).toEqual([]);
      await close();
    },
    limit,
  );
});
