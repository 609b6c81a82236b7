// node benchmarks/shares.mjs [SIZE…]
// A story of so many unlike articles, all read, told at once by a process that has just started: how its processor time is
// shared out among what is loaded, compared, otherwise traced, weighed and told. What can be done by several processes bounds
// what several processes gain (Amdahl): reading, and comparing pairs of articles.
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prose } from "./inputs.mjs";

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [300, 1000];
const engine = await import("../packages/hearsay/dist/engine/index.js");
const { openStory } = await import("../packages/hearsay/dist/store/index.js");
const { compareAll } = await import("../packages/hearsay/dist/trace/compared.js");
const { candidatesOf } = await import("../packages/hearsay/dist/trace/candidates.js");
const { Library } = await import("../packages/hearsay/dist/trace/library.js");

const seconds = (since = { user: 0, system: 0 }) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
};
const now = () => process.cpuUsage();

/** Adds up what each call of a stage takes. */
function timed(name, stage, spent) {
  return (...args) => {
    const began = now();
    try {
      return stage(...args);
    } finally {
      spent[name] = (spent[name] ?? 0) + seconds(began);
    }
  };
}

async function* found(texts) {
  for (const [i, text] of texts.entries()) {
    const bytes = Buffer.from(text);
    const hash = createHash("sha256").update(bytes).digest("hex");
    const capture = { hash, place: `unlike/${i}.txt`, retrieved: "2029-02-04T08:00:00Z", bytes };
    yield { capture, diagnostics: [] };
  }
}

async function row(size) {
  const texts = [...new Set(prose(size))];
  const folder = mkdtempSync(join(tmpdir(), "hearsay-shares-"));
  const stages = engine.installedStages();
  const store = await openStory(join(folder, "unlike.hearsay"), { create: true });
  await engine.keepFound({ store, stages }, found(texts));
  const left = await engine.unread({ store, stages });
  let began = now();
  await engine.readArticles(
    { store, stages },
    left.map(({ hash }) => hash),
  );
  const reading = seconds(began);
  const spent = {};
  const perStory = async () => {
    const own = await stages.perStory();
    const traceKept = function* (...args) {
      const asking = own.traceKept(...args);
      for (let answer; ; ) {
        const step = timed("trace", () => asking.next(answer), spent)();
        if (step.done) return step.value;
        answer = yield step.value;
      }
    };
    const of = (name) => timed(name, own[name], spent);
    return { ...own, traceKept, ...{ weigh: of("weigh"), tell: of("tell"), digest: of("digest") } };
  };
  began = now();
  await engine.bringUpToDate({ store, stages: { ...stages, perStory } });
  const all = seconds(began);
  await store.close();
  rmSync(folder, { recursive: true });
  const { fingerprint } = await import("../packages/hearsay/dist/trace/index.js");
  const prints = texts.map((text, i) => fingerprint({ id: `a-${i}`, text, date: null, outlet: null }));
  const library = new Library(prints);
  const candidates = candidatesOf(library.articles.map((_, i) => library.words(i).seeds));
  began = now();
  compareAll(library, candidates, new Map());
  const compared = seconds(began);
  const rest = all - spent.trace - spent.weigh - spent.tell - spent.digest;
  const cells = [texts.length, candidates.length, reading, all, compared, spent.trace - compared, spent.weigh];
  return [...cells, spent.tell + spent.digest, rest];
}

const heads = "articles,pairs compared,read,told in all,comparing,rest of trace,weigh,tell,load and keep".split(",");
console.log(`| ${heads.join(" | ")} |\n|${"---:|".repeat(heads.length)}`);
for (const size of sizes) {
  const cells = (await row(size)).map((n, i) => (i < 2 ? n.toLocaleString("en") : n.toFixed(1)));
  console.log(`| ${cells.join(" | ")} |`);
}
