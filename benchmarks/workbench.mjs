// node benchmarks/workbench.mjs STORY.hearsay [--only VIEW,VIEW] [--trace FOLDER]
// How long the workbench takes over a story file, for instance one that mixed.mjs made: a real `hearsay serve`, a real
// browser. For each view the milliseconds from its address, in a page opened anew, to its last row on screen, what of
// them the page and the server computed (processor time), and what came over the wire; for what is then done in it the
// browser's own measure from key or click to the next frame painted (Event Timing), the slowest. Medians of three rounds,
// everything on one machine: where others work on it too, processor time is what can be compared.
// With --trace a performance trace of each view is kept, to be opened in a browser's developer tools.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { hasChromium, launch, openPage, settled } from "../packages/workbench/testing/browser.mjs";

const options = { only: { type: "string" }, trace: { type: "string" }, rounds: { type: "string", default: "3" } };
const { values, positionals } = parseArgs({ options, allowPositionals: true });
const [file] = positionals;
if (!hasChromium || file === undefined) throw new Error("node benchmarks/workbench.mjs STORY.hearsay, with a chromium");
const name = basename(file, ".hearsay");

const key = (name) => (page) => page.keyboard.press(name);
const click = (selector) => (page) => page.locator(selector).first().click();
const focus = (selector) => (page) => page.locator(selector).first().focus();
const wheel = (selector) => async (page) => {
  await page.locator(selector).first().hover();
  for (let i = 0; i < 5; i++) await page.mouse.wheel(0, 900);
};
const filter = [focus("main [type=search]"), key("s"), key("a"), key("i")];

/** What is done in each view. */
const deeds = {
  overview: [click("main .lines a"), key("Escape")],
  claims: [focus("[role=grid]"), key("ArrowDown"), key("PageDown"), key("End"), key("Enter"), ...filter],
  lineage: [
    wheel(".lineage-scroll"),
    focus(".lineage-scroll"),
    key("+"),
    key("-"),
    key("0"),
    focus(".edge-group"),
    key("Enter"),
  ],
  articles: [wheel("main .list"), ...filter],
  statements: [wheel("main .list"), click("main .list .quote-link"), ...filter],
  timeline: [wheel(".lineage-scroll"), focus(".lineage-scroll"), key("+"), key("-"), key("0"), ...filter],
  commitments: [click("main .board a"), ...filter],
  figures: [wheel("main .list"), click("main .list a"), ...filter],
  actors: [
    focus("canvas"),
    key("ArrowDown"),
    key("+"),
    key("0"),
    click(".actor-row"),
    focus("[type=range]"),
    key("ArrowLeft"),
  ],
  causes: [wheel("main .list"), focus("main [type=range]"), key("ArrowRight")],
  map: [click(".review-line"), wheel(".map-list")],
  "find?q=cable": [wheel("main .list"), ...filter],
  review: [key("j"), key("j"), key("k"), key("n"), key("Escape")],
  add: [],
  brief: [],
  article: [key("j"), key("j"), key("k"), click(".layer-chip")],
  actor: [wheel("main")],
  compare: [wheel("main")],
};

const server = await serve();
const browser = await launch();
const api = async (path) => (await fetch(`${server.url}api/v1/stories/${name}${path}`)).json();
const cold = await timed(() => api(""));
const addresses = await placesOf();
const rows = [];
for (const [view, steps] of Object.entries(deeds))
  if (values.only === undefined || values.only.split(",").includes(view.split("?")[0])) {
    rows.push(await measured(view, steps));
    console.error(line(rows.at(-1)));
  }
console.log(
  `The server's first answer after its start: ${cold.toFixed(0)} ms. ${(await api("")).summary.articles} articles.\n`,
);
const heads = ["first view, ms", "page computes, ms", "server computes, ms", "over the wire, kB", "requests"];
console.log(`| view | ${[...heads, "slowest interaction, ms", "longest task, ms"].join(" | ")} |`);
console.log(`|---|${"---:|".repeat(7)}`);
for (const row of rows) console.log(line(row));
await browser.close();
server.stop();

/** Addresses of the views of one thing. */
async function placesOf() {
  const { rows: articles } = await api("/articles?limit=1");
  const { rows: said } = await api("/statements?limit=100");
  const { derivations } = await api("/lineage");
  const edge = derivations.find((d) => d.source !== null);
  const speaker = said.find((s) => s.speaker.entity !== null)?.speaker.entity;
  return {
    article: `article/${articles[0].id}`,
    actor: `actor/${speaker}`,
    compare: `compare/${edge?.source}~${edge?.derived}`,
  };
}

async function measured(view, steps) {
  const rounds = [];
  for (let round = 0; round < Number(values.rounds); round++) rounds.push(await once(view, steps, round === 0));
  const median = (of) => rounds.map(of).sort((a, b) => a - b)[rounds.length >> 1];
  const fields = ["first", "page", "server", "kb", "requests", "slowest", "longest"].map((field) =>
    median((round) => round[field]),
  );
  return [view.split("?")[0], ...fields];
}

async function once(view, steps, isFirst) {
  const { page, wrong, close } = await openPage(browser, server.url);
  await page.addInitScript(watch);
  const tracing = isFirst && values.trace !== undefined;
  if (tracing) await browser.startTracing(page, { screenshots: false });
  await page.goto("about:blank");
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  const [start, served] = [performance.now(), server.computed()];
  await page.goto(`${server.url}#/${name}/${addresses[view] ?? view}`);
  const waited = await settled(page).catch(() => "It was not there after half a minute.");
  const first = performance.now() - start - 60;
  const { metrics } = await devtools.send("Performance.getMetrics");
  const busy = 1000 * metrics.find((one) => one.name === "TaskDuration").value;
  const computed = server.computed() - served;
  const { kb, requests } = await page.evaluate(() => globalThis.carried());
  page.setDefaultTimeout(8000);
  const failed = waited === undefined ? [] : [waited];
  for (const step of steps) {
    await step(page).catch((error) => failed.push(error.message.split("\n")[0]));
    await page.waitForTimeout(150);
  }
  await settled(page).catch(() => {});
  await page.waitForTimeout(200);
  const { slowest, longest } = await page.evaluate(() => globalThis.interactions());
  if (tracing) {
    mkdirSync(values.trace, { recursive: true });
    writeFileSync(join(values.trace, `${view.replace(/\W+/g, "-")}.json`), await browser.stopTracing());
  }
  await close();
  if (wrong.length + failed.length > 0) console.error(view, [...wrong, ...failed].slice(0, 3));
  return { first, page: busy, server: computed, kb, requests, slowest, longest };
}

/** In the page: what the browser tells of interactions, long tasks and transfers. */
function watch() {
  const [events, tasks] = [[], []];
  new PerformanceObserver((list) => events.push(...list.getEntries())).observe({
    type: "event",
    durationThreshold: 16,
    buffered: true,
  });
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: "longtask", buffered: true });
  const most = (list) => Math.max(0, ...list.map((entry) => entry.duration));
  globalThis.carried = () => {
    tasks.length = 0;
    const asked = performance.getEntriesByType("resource").filter((entry) => entry.name.includes("/api/"));
    return { kb: asked.reduce((sum, entry) => sum + entry.encodedBodySize, 0) / 1000, requests: asked.length };
  };
  globalThis.interactions = () => ({ slowest: most(events), longest: most(tasks) });
}

function line([view, ...figures]) {
  return `| ${[view, ...figures.map((n) => Math.round(n).toLocaleString("en"))].join(" | ")} |`;
}

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** `hearsay serve` as anybody starts it, over the folder of the story. */
async function serve() {
  const hearsay = fileURLToPath(new URL("../packages/hearsay/bin/hearsay.js", import.meta.url));
  const env = { ...process.env, DATABASE_URL: "", HEARSAY_HOME: dirname(file) };
  const child = spawn(process.execPath, [hearsay, "serve", "-s", name, "--port", "0", "--read-only"], { env });
  child.stderr.pipe(process.stderr);
  const url = await new Promise((done, fail) => {
    let said = "";
    child.stdout.on("data", (data) => {
      said += data;
      const found = /http:\/\/\S+?\/(?=#|\s)/.exec(said)?.[0];
      if (found !== undefined) done(found);
    });
    child.on("exit", () => fail(new Error(`hearsay serve ended: ${said}`)));
  });
  /** Milliseconds of processor time so far, where the system tells: the clock of Linux ticks a hundred times a second. */
  const computed = () => {
    if (!existsSync(`/proc/${child.pid}/stat`)) return Number.NaN;
    const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1].split(" ");
    return 10 * (Number(fields[11]) + Number(fields[12]));
  };
  return { url, computed, stop: () => child.removeAllListeners("exit") && child.kill() };
}
