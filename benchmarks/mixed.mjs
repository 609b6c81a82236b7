// node benchmarks/mixed.mjs ARTICLES FILE [UNLIKE]
// A story file as a hot story is: UNLIKE articles are unlike (one in ten when nothing is said), the others near copies of
// one of a few dozen; over sixty days, from 180 outlets' feeds. It is kept, so that it can be measured again and again: `workbench.mjs`.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { prose } from "./inputs.mjs";
import { random } from "./synthetic.mjs";

const [articles, file] = [Number(process.argv[2]), process.argv[3]];
const unlikeOnes = Math.max(1, Math.floor(Number(process.argv[4] ?? articles / 10)));
if (!(articles > 0) || file === undefined || !(unlikeOnes <= articles))
  throw new Error("node benchmarks/mixed.mjs ARTICLES FILE [UNLIKE]");
const root = fileURLToPath(new URL("..", import.meta.url));
/** So much of an article is copied: its first paragraphs. */
const copied = 900;
const outlets = 180;

/** A near copy of the beginning of one article: a long word in fifteen replaced by another of its own. */
function nearCopy(text, number) {
  const next = random(number * 11 + 5);
  const start = text.slice(0, copied);
  const words = [...new Set(start.match(/\b[a-z]{5,}\b/g))];
  return start.replace(/\b[a-z]{5,}\b/g, (word) => (next() < 1 / 15 ? words[Math.floor(next() * words.length)] : word));
}

const unlike = prose(unlikeOnes);
const every = Math.floor(articles / unlikeOnes);
const wire = readFileSync(`${root}stories/cable/articles/01-straits-news-agency.txt`, "utf8");
const copiedOnes = [wire, ...unlike.filter((text) => text.length > copied).slice(0, 39)];

/** The few at the front are copied most, as in life. */
function textOf(number) {
  if (number % every === 0 && number / every < unlike.length) return unlike[number / every];
  const of = Math.floor(copiedOnes.length * random(number * 3 + 1)() ** 2);
  return nearCopy(copiedOnes[of], number);
}

async function* found() {
  for (let number = 0; number < articles; number++) {
    const text = textOf(number);
    const published = new Date(Date.UTC(2029, 1, 4) + number * ((60 * 86_400_000) / articles)).toISOString();
    const bytes = Buffer.from(text);
    const hash = createHash("sha256").update(bytes).digest("hex");
    const place = `https://outlet-${number % outlets}.example/${number}.txt`;
    const title = text.split("\n", 1)[0].slice(0, 90);
    const hints = { feeds: { [`https://outlet-${number % outlets}.example/feed.xml`]: { title, published } } };
    yield { capture: { hash, place, retrieved: "2029-04-10T00:00:00Z", bytes, hints }, diagnostics: [] };
  }
}

const engine = await import("../packages/hearsay/dist/engine/index.js");
const { openStory } = await import("../packages/hearsay/dist/store/index.js");
const start = process.cpuUsage();
let told = "";
const onProgress = ({ step, done, total }) => {
  if (step === told && done % 250 !== 0) return;
  told = step;
  console.error(`${step} ${done}/${total ?? "?"}`);
};
const store = await openStory(file, { create: true });
await engine.add({ store, stages: engine.installedStages(), onProgress }, found());
const { user, system } = process.cpuUsage(start);
await store.close();
console.log(`${file}: ${articles} articles in ${((user + system) / 1e6).toFixed(0)} s of processor time`);
