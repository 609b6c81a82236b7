// node benchmarks/near-copies.mjs [--quick]
// Near-copy search from 1,000 to 100,000 synthetic articles, each searched for and then added, ours beside MinHash-LSH:
// articles a second of processor time, recall on half copies, growth, memory; and one hot story of near copies of one article.
// Each measurement is a process of its own, so that memory is its own too.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { article, nearCopy } from "./synthetic.mjs";

/** Both tables as Markdown. */
export function nearCopies(quick) {
  const sizes = quick ? [1000, 5000] : [1000, 5000, 20_000, 100_000];
  const hot = quick ? [500, 2000] : [500, 5000];
  return [
    table("Near copies: every fifth article holds half of an earlier one", "half", sizes),
    table("Near copies: all of one article", "hot", hot),
  ];
}

function table(title, what, sizes) {
  const rows = sizes.flatMap((size) =>
    ["hearsay", "minhash"].map((name) => {
      const r = run(name, what, size);
      const own = [
        name === "hearsay" ? "hearsay: seed index" : "MinHash-LSH 32×4, word 5-grams",
        size.toLocaleString("en"),
      ];
      return [
        ...own,
        r.seconds.toFixed(1),
        Math.round(size / r.seconds).toLocaleString("en"),
        r.recall,
        r.found.toFixed(1),
        r.mb,
      ];
    }),
  );
  const head = ["tool", "articles", "CPU s", "articles/CPU s", "recall %", "found an article", "MB"];
  return [
    `### ${title}`,
    "",
    `| ${head.join(" | ")} |`,
    `|---|${"---:|".repeat(6)}`,
    ...rows.map((r) => `| ${r.join(" | ")} |`),
  ].join("\n");
}

function run(...args) {
  const self = fileURLToPath(import.meta.url);
  const { status, stdout, stderr } = spawnSync(process.execPath, [self, ...args.map(String)], { encoding: "utf8" });
  if (status !== 0) throw new Error(`near-copies ${args.join(" ")}: ${stderr.slice(-400)}`);
  return JSON.parse(stdout);
}

async function measure(name, what, size) {
  const search = await (name === "hearsay" ? ours(size) : minhash());
  let [microseconds, copies, right, found] = [0, 0, 0, 0];
  for (let number = 0; number < size; number++) {
    const { text, of } = what === "half" ? article(number) : { text: nearCopy(number), of: number > 0 ? 0 : null };
    const start = process.cpuUsage();
    const others = search(text);
    const { user, system } = process.cpuUsage(start);
    microseconds += user + system;
    found += others.size;
    if (of === null) continue;
    copies++;
    if (what === "half" ? others.has(of) : others.size > 0) right++;
  }
  const mb = Math.round(process.memoryUsage().rss / 2 ** 20);
  return { seconds: microseconds / 1e6, recall: ((100 * right) / copies).toFixed(1), found: found / size, mb };
}

/** Seeds an article has at most, for the size of the index. */
const seedsOfOne = 420;

async function ours(size) {
  const [{ readingOf }, { seedsOf }, { SeedIndex }] = await Promise.all(
    ["reading", "seeds", "seed-index"].map((name) => import(`../packages/hearsay/dist/trace/${name}.js`)),
  );
  const index = new SeedIndex(size * seedsOfOne);
  return (text) => {
    const seeds = seedsOf(readingOf(text));
    const found = new Set(index.search(seeds).map(({ other }) => other));
    index.add(seeds);
    return found;
  };
}

async function minhash() {
  const { MinHashIndex } = await import("./minhash.mjs");
  const index = new MinHashIndex();
  return (text) => index.searchAndAdd(text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , tool, kind, count] = process.argv;
  if (count !== undefined) console.log(JSON.stringify(await measure(tool, kind, Number(count))));
  else console.log(nearCopies(process.argv.includes("--quick")).join("\n\n"));
}
