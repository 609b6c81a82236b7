// How long each view takes with a made-up story of 5,000 articles, from its address to its last row, and how long a
// key or a letter takes to be answered. The browser is real, the server a stand-in that answers from memory.
//   node packages/workbench/testing/speed.mjs [ARTICLES]
import { hasChromium, launch, openPage, settled } from "./browser.mjs";
import { serveStub } from "./stub.mjs";
import { syntheticStory } from "./synthetic.mjs";

const count = Number(process.argv[2] ?? 5000);
if (!hasChromium) throw new Error("No chromium: set CHROMIUM to where it is.");
const server = await serveStub(syntheticStory(count));
const browser = await launch();
const { page, wrong } = await openPage(browser, server.url);
const rows = [];
for (const view of [
  "overview",
  "claims",
  "lineage",
  "articles",
  "statements",
  "timeline",
  "commitments",
  "figures",
  "actors",
  "causes",
  "map",
]) {
  await page.goto("about:blank");
  const start = performance.now();
  await page.goto(`${server.url}#/synthetic/${view}`);
  await settled(page);
  rows.push([`${view}: first view`, performance.now() - start - 60]);
}

/** From a key to the next painted frame after it. */
async function answered(what, key) {
  await page.evaluate(() => {
    globalThis.answered = new Promise((done) => {
      addEventListener(
        "keydown",
        (event) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - event.timeStamp))),
        { once: true, capture: true },
      );
    });
  });
  await page.keyboard.press(key);
  rows.push([what, await page.evaluate(() => globalThis.answered)]);
}
await page.goto(`${server.url}#/synthetic/claims`);
await settled(page);
await page.focus("[role=grid]");
await answered("claims: an arrow", "ArrowDown");
await answered("claims: a page", "PageDown");
await answered("claims: open a claim", "Enter");
await page.focus("[type=search]");
await answered("claims: a letter in the filter", "k");
await page.goto(`${server.url}#/synthetic/articles`);
await settled(page);
await page.focus("[type=search]");
await answered("articles: a letter in the filter", "k");
await page.keyboard.press("Escape");
await page.goto(`${server.url}#/synthetic/lineage`);
await settled(page);
await page.focus(".lineage-scroll");
await answered("lineage: closer", "+");
await answered("palette: open", "Control+k");
for (const [what, milliseconds] of rows) console.log(`${what.padEnd(36)} ${milliseconds.toFixed(0).padStart(6)} ms`);
if (wrong.length > 0) console.log(wrong.join("\n"));
await browser.close();
await server.stop();
