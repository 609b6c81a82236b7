// node benchmarks/newcomer.mjs [ARTICLES]
// A stream of mixed news made by seed: three in ten articles begin an event, the others are about one of the last few
// hundred. How long one article takes to find its story as the stream grows, in milliseconds of processor time, its words
// read included; what settling takes; and what a process that starts takes to go on where the stream stood.
import { random } from "./synthetic.mjs";

const { newcomerOf, StoryFinder } = await import("../packages/hearsay/dist/finding/index.js");
const stop =
  "the of to and a in that is was for on it with as at by from his they be this have are not had their said".split(" ");
const syllables = "ba ce di fo gu ka le mi no pu ra se ti vo wu za che sho tra ple".split(" ");
const wordOf = (n) => {
  let word = "";
  for (let rest = n + 20; rest > 0; rest = Math.floor(rest / 20)) word += syllables[rest % 20];
  return word;
};
const nameOf = (n) => wordOf(n + 40_000).replace(/^./, (letter) => letter.toUpperCase());

/** Article `n`, about its event: six names of it, its own words, and those of all news. */
function text(n, event) {
  const [next, own] = [random(n * 2 + 1), random(event * 2 + 100_000_001)];
  const names = Array.from({ length: 6 }, () => nameOf(Math.floor(own() * 20_000)));
  const topic = Array.from({ length: 20 }, () => wordOf(Math.floor(own() * 40_000)));
  const words = [];
  for (let i = 0; i < 300; i++) {
    const kind = next();
    if (kind < 0.45) words.push(stop[Math.floor(next() ** 1.6 * stop.length)]);
    else if (kind < 0.78) words.push(wordOf(Math.floor(40_000 ** next())));
    else if (kind < 0.9) words.push(topic[Math.floor(next() * topic.length)]);
    else words.push(names[Math.floor(next() * names.length)]);
  }
  return `${words.join(" ")}.`;
}

const all = Number(process.argv[2] ?? 100_000);
const spent = (since) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};
const finder = new StoryFinder();
const next = random(7);
const [events, times, settlings] = [[], [], []];
const known = new Map();
let begun = 0;
console.log(
  "| articles | stories open | newcomer, median ms | 99th percentile, ms | settlings since, s | longest settling, s | start again, s | memory, MB |",
);
console.log(`|${"---:|".repeat(8)}`);
for (let n = 0; n < all; n++) {
  const event = begun === 0 || next() < 0.3 ? begun++ : Math.max(0, begun - 1 - Math.floor(next() ** 2 * 400));
  events.push(event);
  const words = text(n, event);
  const began = process.cpuUsage();
  const newcomer = newcomerOf({ id: `a-${n}`, text: words, date: null });
  // Settling is told apart: it is what the one article in thousands takes that it falls to.
  const settle = finder.settle.bind(finder);
  finder.settle = () => {
    const start = process.cpuUsage();
    const moves = settle();
    settlings.push(spent(start));
    return moves;
  };
  const count = settlings.length;
  finder.add(newcomer);
  delete finder.settle;
  const took = spent(began) - (settlings.length > count ? settlings.at(-1) : 0);
  times.push(took);
  known.set(newcomer.id, newcomer);
  if ([100, 1000, 10_000, 30_000, 100_000].includes(n + 1) || n + 1 === all) report(n + 1);
}

function report(n) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.floor(share * (sorted.length - 1))].toFixed(2);
  const state = JSON.parse(JSON.stringify(finder.state()));
  const open = state.articles.map(({ id }) => known.get(id));
  for (const id of known.keys())
    if (known.size > open.length) known.delete(id);
    else break;
  for (const one of open) known.set(one.id, one);
  const began = process.cpuUsage();
  StoryFinder.of(state, open);
  const again = spent(began) / 1000;
  const sum = settlings.reduce((total, one) => total + one, 0) / 1000;
  const cells = [
    n.toLocaleString("en"),
    finder.stories().length.toLocaleString("en"),
    at(0.5),
    at(0.99),
    sum.toFixed(1),
  ];
  const most = Math.max(0, ...settlings) / 1000;
  const memory = (process.memoryUsage().rss / 1e6).toFixed(0);
  console.log(`| ${[...cells, most.toFixed(1), again.toFixed(1), memory].join(" | ")} |`);
  times.length = settlings.length = 0;
}
