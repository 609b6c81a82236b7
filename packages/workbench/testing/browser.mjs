// Debian's chromium, driven by playwright-core; pages that remember what went wrong in them.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
export const hasChromium = existsSync(executablePath);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const launch = () => chromium.launch({ executablePath, args: ["--no-sandbox"] });

/** A page in a profile of its own. `wrong` gathers errors of the page and requests to anywhere else. */
export async function openPage(browser, origin, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
  page.on("console", (message) => message.type() === "error" && wrong.push(`console: ${message.text()}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(origin) && !/^(blob|data):/.test(request.url()))
      wrong.push(`outside: ${request.url()}`);
  });
  return { page, wrong, close: () => context.close() };
}

/** Goes to a place of the workbench and waits until it has what it shows. */
export async function visit(page, url, hash) {
  await page.goto(`${url}${hash}`);
  await settled(page);
}

/** Nothing waits any more: no grey lines, no request on its way. */
export async function settled(page) {
  await page.waitForSelector("main h1, main h2", { timeout: 30_000 });
  await page.waitForFunction(() => document.querySelector(".skeleton") === null, null, { timeout: 30_000 });
  await page.waitForTimeout(60);
}

/** What axe finds of serious or critical weight: rule, and the places. Without rules named, all of them. */
export async function seriousFindings(page, rules = null) {
  await page.evaluate(axe);
  const found = await page.evaluate(
    (only) => globalThis.axe.run(document, { resultTypes: ["violations"], ...(only !== null && { runOnly: only }) }),
    rules,
  );
  return found.violations
    .filter((v) => v.impact === "serious" || v.impact === "critical")
    .map(
      (v) =>
        `${v.id}: ${v.nodes
          .slice(0, 3)
          .map((n) => `${n.target.join(" ")} ${n.any?.[0]?.message ?? ""}`)
          .join(" | ")}`,
    );
}

/** How many pixels the page is wider than its window. */
export const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
