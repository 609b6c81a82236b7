import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium, launch, openPage, overflow, seriousFindings, settled, visit } from "./browser.mjs";
import { password, serveTeam } from "./server.mjs";

if (!hasChromium)
  console.warn("No chromium at /usr/bin/chromium (or where CHROMIUM says): the browser tests are skipped.");

const limit = 240_000;
const places = ["account", "accounts", "audit?all=1"];

describe.skipIf(!hasChromium)("the workbench of a team", () => {
  let browser;
  let server;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launch(), serveTeam()]);
  }, limit);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  }, limit);
  const open = (options) => openPage(browser, server.url, options);
  /** What a browser itself says of answers that are no success is no error of the page. */
  const own = (wrong) => wrong.filter((one) => !/status of 4\d\d/.test(one));

  const signIn = async (page, who, given = password, hash = "#/sample/overview") => {
    await page.goto(`${server.url}${hash}`);
    await page.fill("#who", who);
    await page.fill("#password", given);
    await page.keyboard.press("Enter");
    if (given !== password) return;
    await page.waitForSelector(".topbar .who");
    await settled(page);
  };
  const menu = async (page) => {
    await page.click(".topbar .who");
    await page.waitForSelector(".menu");
    const items = await page.locator(".menu .menu-item").allInnerTexts();
    await page.keyboard.press("Escape");
    await page.waitForSelector(".menu", { state: "detached" });
    return items.map((item) => item.trim());
  };

  it(
    "asks for name and password, says nothing of which was wrong, and stays in after a reload",
    async () => {
      const { page, wrong, close } = await open();
      await page.goto(`${server.url}#/sample/overview`);
      await page.waitForSelector("#who");
      expect(await seriousFindings(page)).toEqual([]);
      for (const who of ["Bea", "Nobody"]) {
        await signIn(page, who, "not the password");
        await page.waitForSelector("text=do not go together");
        await page.waitForSelector("button.main:not([disabled])");
      }
      await signIn(page, "bea");
      expect(await page.locator(".topbar .who").innerText()).toBe("Bea");
      await page.reload();
      await settled(page);
      expect(await page.locator(".topbar .who").getAttribute("aria-label")).toBe("Bea, analyst: account");
      expect(own(wrong)).toEqual([]);
      await close();
    },
    limit,
  );

  it(
    "lets a reader read, and says why they decide nothing",
    async () => {
      const { page, wrong, close } = await open();
      await signIn(page, "Cleo");
      expect(await menu(page)).toEqual(["Password and tokens", "Sign out", "Sign out everywhere"]);
      await visit(page, server.url, "#/sample/add");
      expect(await page.locator("main").innerText()).toContain("An admin can change that");
      expect(
        await page
          .locator("main [type=file]:not([disabled]), main textarea:not([disabled]), main .main:not([disabled])")
          .count(),
      ).toBe(0);
      await visit(page, server.url, "#/sample/accounts");
      expect(await page.locator("main").innerText()).toContain("This is for admins");
      await visit(page, server.url, "#/sample/audit");
      expect(await page.locator("main").innerText()).toContain("This is for admins");
      expect(own(wrong)).toEqual([]);
      await close();
    },
    limit,
  );

  it(
    "lets an analyst judge as themselves, make a token, and sign out by keyboard",
    async () => {
      const { page, wrong, close } = await open();
      await signIn(page, "Bea");
      const judged = await page.evaluate(async () => {
        const { csrf } = await (await fetch("/api/v1/session")).json();
        const headers = { "content-type": "application/json", "x-csrf-token": csrf };
        const body = JSON.stringify({ kind: "note", subjects: ["05-tasvar-inform"], value: "asked the ministry" });
        return (await fetch("/api/v1/stories/sample/judgements", { method: "POST", headers, body })).json();
      });
      expect(judged.who).toBe("Bea");
      await visit(page, server.url, "#/sample/account");
      await page.fill("[name=label]", "my laptop");
      await page.click("text=Make a token");
      await page.waitForSelector(".secret code");
      const secret = await page.locator(".secret code").innerText();
      const stories = await fetch(`${server.url}api/v1/stories`, { headers: { authorization: `Bearer ${secret}` } });
      expect(stories.status).toBe(200);
      await page.click("text=Take back");
      await page.waitForSelector("text=No tokens.");
      await page.focus(".topbar .who");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".menu");
      await page.keyboard.press("ArrowDown");
      await page.waitForFunction(() => document.activeElement?.classList.contains("menu-item"));
      for (
        let i = 0;
        i < 5 && !(await page.evaluate(() => document.activeElement.textContent.trim() === "Sign out"));
        i++
      )
        await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForSelector("#who");
      expect(own(wrong)).toEqual([]);
      await close();
    },
    limit,
  );

  it(
    "lets an admin make accounts, change them, restrict a story, and read what was done",
    async () => {
      const { page, wrong, close } = await open();
      await signIn(page, "Ada");
      expect(await menu(page)).toContain("Audit");
      await visit(page, server.url, "#/sample/accounts");
      await page.fill("[name=name]", "Dan");
      await page.fill("[name=password]", password);
      await page.click("main button.main");
      await page.waitForSelector("[aria-label='Role of Dan']");
      await page.selectOption("[aria-label='Role of Dan']", "reader");
      await page.selectOption("[aria-label='Role of Dan in sample']", "analyst");
      await page.click("[type=checkbox]:not([disabled])");
      await page.waitForFunction(() => document.querySelector("main").textContent.includes("does not see it"));
      const { page: other, close: closeOther } = await open();
      await signIn(other, "Cleo");
      await other.waitForFunction(() => /no story/i.test(document.querySelector("main")?.textContent ?? ""));
      await closeOther();
      await page.click("[type=checkbox]:not([disabled])");
      await page.waitForSelector("[type=checkbox]:not(:checked)");
      await page.selectOption("[aria-label='Role of Ada']", "reader");
      await page.waitForFunction(() => document.querySelector("main").textContent.includes("has to stay admin"));
      await visit(page, server.url, "#/sample/audit?all=1");
      const said = await page.locator("main").innerText();
      for (const line of ["made an account", "failed to sign in", "changed who sees a story"])
        expect(said).toContain(line);
      await visit(page, server.url, "#/sample/audit");
      expect(await page.locator("main").innerText()).toMatch(/Bea[\s\S]*judged[\s\S]*asked the ministry/);
      await visit(page, server.url, "#/sample/add");
      await page.fill("[name=name].story-name", "passing");
      await page.click("text=Make it");
      await page.waitForFunction(() => location.hash === "#/passing/add");
      await visit(page, server.url, "#/passing/accounts");
      await page.click("text=Remove this story…");
      await page.click("text=Remove it");
      await page.waitForFunction(() => location.hash.startsWith("#/sample/"));
      await page.waitForFunction(() => document.querySelector("[aria-label=Story]").textContent === "sample");
      expect(own(wrong)).toEqual([]);
      await close();
    },
    limit,
  );

  for (const colorScheme of ["light", "dark"])
    it(
      `has no serious finding of axe and fits 360 pixels, ${colorScheme}`,
      async () => {
        const { page, close } = await open({ colorScheme });
        await signIn(page, "Ada");
        const findings = [];
        for (const [width, height] of [
          [1280, 800],
          [360, 740],
        ]) {
          await page.setViewportSize({ width, height });
          for (const place of places) {
            await visit(page, server.url, `#/sample/${place}`);
            for (const found of await seriousFindings(page)) findings.push(`${place} ${width}: ${found}`);
            if ((await overflow(page)) > 0) findings.push(`${place} ${width}: scrolls sideways`);
            const shots = process.env.HEARSAY_SHOTS;
            if (shots) await page.screenshot({ path: `${shots}/${colorScheme}-${width}-${place.slice(0, 8)}.png` });
          }
        }
        expect(findings).toEqual([]);
        await close();
      },
      limit,
    );
});
