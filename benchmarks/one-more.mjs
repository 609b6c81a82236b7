// node benchmarks/one-more.mjs [SIZE…]
// One article more, inside trace alone: near copies of one article, all undated, and unlike articles. Processor time of what a
// process that has just started does (parsing what is kept, tracing, writing what changed), records and bytes it reads and
// writes (JSON before it is packed), articles searched for; the mean of five articles.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { prose } from "./inputs.mjs";
import { random } from "./synthetic.mjs";

const wire = join(fileURLToPath(import.meta.url), "../../stories/cable/articles/01-straits-news-agency.txt");
const later = 5;
const version = "benchmark";

/** The table as Markdown. */
export async function oneMore(sizes) {
  const stage = await import("../packages/hearsay/dist/trace/index.js");
  const rows = sizes.flatMap(([kind, size]) => row(stage, kind, size));
  const head = [
    "story",
    "articles",
    "all at once, s",
    "one more, s",
    "index read, kB",
    "compared read, kB",
    "written, kB",
  ];
  return [`| ${head.join(" | ")} |`, `|---|${"---:|".repeat(head.length - 1)}`, ...rows].join("\n");
}

function row({ fingerprint, cardOf, traceKept }, kind, size) {
  const texts = kind === "unlike" ? prose(size + later) : Array.from({ length: size + later }, (_, i) => nearCopy(i));
  const prints = [...new Set(texts)].map((text, i) => {
    const id = `a-${(Math.imul(i + 1, 0x9e3779b1) >>> 0).toString(16).padStart(12, "0")}`;
    return { ...cardOf(fingerprint({ id, text, date: null, outlet: null })), text };
  });
  const shelf = new Shelf();
  const run = (articles) => shelf.keep(shelf.answer((before) => traceKept(articles, { ...before, gone: [] }, version)));
  const [, all] = timed(() => run(prints.slice(0, -later)));
  const sums = { time: 0, index: 0, compared: 0, written: 0 };
  for (let i = later - 1; i >= 0; i--) {
    shelf.forget();
    const [, time] = timed(() => run(prints.slice(0, prints.length - i)));
    sums.time += time;
    for (const what of ["index", "compared", "written"]) sums[what] += shelf[what];
  }
  const mean = (sum, digits) => (sum / later).toFixed(digits);
  const kb = ["index", "compared", "written"].map((what) => mean(sums[what] / 1000, 0));
  return [
    `| ${[kind, (prints.length - later).toLocaleString("en"), all.toFixed(1), mean(sums.time, 2), ...kb].join(" | ")} |`,
  ];
}

/** Records as a store keeps them, and what is read and written. */
class Shelf {
  records = new Map();
  bodies = new Map();
  forget() {
    this.index = this.compared = this.written = 0;
  }
  answer(work) {
    const compared = new Map([...this.bodies].map(([id, body]) => [id, JSON.parse(body)]));
    for (const body of this.bodies.values()) this.compared += body.length;
    const asking = work({ compared });
    let step = asking.next();
    while (!step.done) {
      const bodies = new Map(
        step.value.flatMap((key) => (this.records.has(key) ? [[key, this.records.get(key)]] : [])),
      );
      for (const body of bodies.values()) this.index += body.length;
      step = asking.next(bodies);
    }
    return { ...step.value, before: compared };
  }
  keep({ compared, before, records }) {
    for (const [id, partners] of compared) {
      const known = before.get(id);
      const ids = Object.keys(partners);
      if (known && ids.length === Object.keys(known).length && ids.every((one) => known[one] === partners[one]))
        continue;
      this.bodies.set(id, JSON.stringify(partners));
      this.written += this.bodies.get(id).length;
    }
    for (const [key, body] of records) {
      this.records.set(key, body);
      this.written += body.length;
    }
  }
}

function timed(work) {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  return [result, (user + system) / 1e6];
}

/** A word in fifteen replaced by another of the article. */
function nearCopy(number) {
  const text = readFileSync(wire, "utf8").slice(0, 900);
  const next = random(number * 11 + 5);
  const words = [...new Set(text.match(/\b[a-z]{5,}\b/g))];
  return text.replace(/\b[a-z]{5,}\b/g, (word) => (next() < 1 / 15 ? words[Math.floor(next() * words.length)] : word));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const asked = process.argv.slice(2).map(Number);
  const sizes =
    asked.length > 0
      ? asked.flatMap((size) => [
          ["near copies", size],
          ["unlike", size],
        ])
      : standard();
  console.log(await oneMore(sizes));
}

function standard() {
  return [
    ["unlike", 300],
    ["near copies", 1000],
    ["near copies", 5000],
  ];
}
