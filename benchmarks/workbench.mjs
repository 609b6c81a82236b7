// node benchmarks/workbench.mjs [STORY.hearsay] [--only VIEW,VIEW] [--rounds N] [--trace FOLDER] [--write]
// How long the workbench takes over a story file: a real `hearsay serve`, a real browser. Without a file over a story of
// 5,000 articles, a thousand of them unlike, which is made first where it is not there yet (`mixed.mjs`; some minutes).
// For each view the milliseconds from its address, in a page opened anew, to its last row on screen, what of them the page
// and the server computed (processor time), and what came over the wire; for what is then done in it the browser's own
// measure from key or click to the next frame painted (Event Timing), the slowest, and the longest task of the page.
// Medians of the rounds, everything on one machine: where others work on it too, processor time is what can be compared.
// Before anything else the server's first answers after its start; and how long others wait meanwhile who ask for something.
// --trace keeps a performance trace of each view, to be opened in a browser's developer tools. --write writes the tables to
// docs/workbench-speed.md, and traces to a folder that it names.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { hasChromium, launch, openPage, settled } from "../packages/workbench/testing/browser.mjs";
import { startServer } from "../packages/workbench/testing/server.mjs";

const options = {
  ...{ only: { type: "string" }, trace: { type: "string" }, rounds: { type: "string", default: "3" } },
  write: { type: "boolean", default: false },
};
const { values, positionals } = parseArgs({ options, allowPositionals: true });
if (!hasChromium) throw new Error("There is no chromium: CHROMIUM names one.");
const file = positionals[0] ?? usualStory();
const name = basename(file, ".hearsay");
const traces = values.trace ?? (values.write ? join(tmpdir(), "hearsay-workbench-traces") : undefined);

/** Made once, and kept for the next time. */
function usualStory() {
  const path = join(tmpdir(), "hearsay-workbench-bench", "mixed5000.hearsay");
  if (existsSync(path)) return path;
  mkdirSync(dirname(path), { recursive: true });
  const program = fileURLToPath(new URL("mixed.mjs", import.meta.url));
  const { status } = spawnSync(process.execPath, [program, "5000", path, "1000"], { stdio: "inherit" });
  if (status !== 0) throw new Error("The story was not made.");
  return path;
}

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

const started = performance.now();
const server = await startServer(["-s", name, "--read-only"], {
  env: { ...process.env, DATABASE_URL: "", HEARSAY_HOME: dirname(file) },
});
const start = performance.now() - started;
const api = async (path) => (await fetch(`${server.url}api/v1/stories/${name}${path}`)).json();
const { summary } = await api("");
const cold = values.only === undefined ? await firstAnswers() : [];
const browser = await launch();
const addresses = await placesOf();
const rows = [];
for (const [view, steps] of Object.entries(deeds))
  if (values.only === undefined || values.only.split(",").includes(view.split("?")[0])) {
    rows.push(await measured(view, steps));
    console.error(line(rows.at(-1)));
  }
const { total: claims } = await api("/claims?limit=1");
await browser.close();
await server.stop();
const told = tables();
console.log(told);
if (values.write) writeFileSync(new URL("../docs/workbench-speed.md", import.meta.url), page(told));

/** What views ask for first, of a server that has just begun; and the longest that somebody else waits meanwhile for what is known. */
async function firstAnswers() {
  const asked = ["/lineage", "/matrix", "/happenings", "/graph", "/statements?limit=200", "/figures?limit=200"];
  const last = ["/search?q=cable&limit=200", "/review?limit=200", "/map"];
  const found = [];
  let [waited, going] = [0, true];
  const others = (async () => {
    while (going) {
      const one = await timed(() => fetch(`${server.url}api/v1/stories`).then((r) => r.arrayBuffer()));
      waited = Math.max(waited, one);
      await new Promise((done) => setTimeout(done, 10));
    }
  })();
  for (const path of [...asked, ...last]) {
    waited = 0;
    const before = computed();
    const took = await timed(() => fetch(`${server.url}api/v1/stories/${name}${path}`).then((r) => r.arrayBuffer()));
    found.push([path, took, computed() - before, waited]);
  }
  going = false;
  await others;
  return found;
}

function tables() {
  const heads = ["first view, ms", "page computes, ms", "server computes, ms", "over the wire, kB", "requests"];
  return [
    `| view | ${[...heads, "slowest interaction, ms", "longest task, ms"].join(" | ")} |`,
    `|---|${"---:|".repeat(7)}`,
    ...rows.map(line),
    "",
    `Right after the server's start (${start.toFixed(0)} ms), one after the other, while it makes ready what the others want:`,
    "",
    "| first answer to | ms | server computes, ms | somebody else waits at most, ms |",
    "|---|---:|---:|---:|",
    ...cold.map(line),
  ].join("\n");
}

function page(text) {
  const { articles, outlets, origins } = summary;
  const n = (count) => count.toLocaleString("en");
  const [, , load] = loadavg();
  const busy = `\nOthers used the machine meanwhile (a load of ${load.toFixed(0)}): what was waited for says little, processor time holds.`;
  return `# How fast the workbench is

Made by \`npm run bench:workbench\` on ${cpus().length} cores, in Debian's chromium: ${n(articles)} articles of ${n(outlets)} outlets,
${n(origins)} origins, ${n(claims)} claims; a fifth of the articles are unlike, the others near copies. What is wanted: a first view
within a second, and any interaction within a tenth of one. What stands behind it: [decision 61](decisions/0061-nobody-waits-for-what-another-asks.md).${load > 2 * cpus().length ? busy : ""}

${text}

*First view*: from the address, in a page opened anew, to the last row on screen. *Computes*: processor time, which is what can be
compared where others work on the machine too. *Slowest interaction*: from a key or a click to the next frame (Event Timing), over
the interactions of each view that \`benchmarks/workbench.mjs\` lists: scrolling, opening a record, filtering, zooming, sliders.
A trace of each view can be kept with \`--trace FOLDER\`.
`;
}

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
  const tracing = isFirst && traces !== undefined;
  if (tracing) await browser.startTracing(page, { screenshots: false });
  await page.goto("about:blank");
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  const [begun, served] = [performance.now(), computed()];
  await page.goto(`${server.url}#/${name}/${addresses[view] ?? view}`);
  const waited = await settled(page).catch(() => "It was not there after half a minute.");
  const first = performance.now() - begun - 60;
  const { metrics } = await devtools.send("Performance.getMetrics");
  const busy = 1000 * metrics.find((one) => one.name === "TaskDuration").value;
  const serverMs = computed() - served;
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
    mkdirSync(traces, { recursive: true });
    writeFileSync(join(traces, `${view.replace(/\W+/g, "-")}.json`), await browser.stopTracing());
  }
  await close();
  if (wrong.length + failed.length > 0) console.error(view, [...wrong, ...failed].slice(0, 3));
  return { first, page: busy, server: serverMs, kb, requests, slowest, longest };
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

/** Milliseconds of processor time of the server so far, where the system tells: the clock of Linux ticks a hundred times a second. */
function computed() {
  if (!existsSync(`/proc/${server.pid}/stat`)) return Number.NaN;
  const fields = readFileSync(`/proc/${server.pid}/stat`, "utf8").split(") ")[1].split(" ");
  return 10 * (Number(fields[11]) + Number(fields[12]));
}
