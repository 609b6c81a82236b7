// node benchmarks/simulate.mjs [--articles N] [--hot N] [--hot-size N] [--days N] [--shards N] [--write]
// What was not measured, from what was (benchmarks/scale.json): a million articles on one machine, and a hundred million with a
// thousand hot stories on a cluster. Growth is fitted, what is assumed is printed with every figure, and stories are dealt out
// over shards by their hash, so that the fullest one is seen. Into docs/scale.md with --write.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { fitted } from "./scale/fit.mjs";
import { writePart } from "./scale/tables.mjs";
import { random } from "./synthetic.mjs";

const { values } = parseArgs({
  options: {
    ...{ articles: { type: "string", default: "100000000" }, hot: { type: "string", default: "1000" } },
    ...{ "hot-size": { type: "string", default: "10000" }, days: { type: "string", default: "1825" } },
    ...{ shards: { type: "string", default: "32" }, write: { type: "boolean" } },
  },
});
const [articles, hot, hotSize, days, shards] = ["articles", "hot", "hot-size", "days", "shards"].map((name) =>
  Number(values[name]),
);
/** Articles of an ordinary story. */
const ordinary = 100;
/** The busiest hour has so many times the articles of an average one. */
const peak = 4;
/** Workers are planned to be at work so much of the busiest hour. */
const busy = 0.7;
/** A story that grows is told again after so many seconds at the earliest: articles of that time are taken together. */
const pause = 300;
/** A server keeps so much room for its log, old rows and growth, beyond what lies there. */
const room = 1.5;
/** Copies of everything in the cluster. */
const copies = 2;
/** What pg-boss takes and gives a second in batches (measured for the issue). */
const queueRate = 9000;

const measured = JSON.parse(readFileSync(new URL("scale.json", import.meta.url), "utf8"));
const bestOf = (of) => measured[of] ?? Object.values(measured)[0];
const grown = (store, get) => fitted(Object.entries(store.sizes).map(([size, one]) => [Number(size), get(one)]));
const number = (value) => Number(value.toPrecision(3)).toLocaleString("en");
const table = (head, rows) =>
  [
    `| ${head.join(" | ")} |`,
    `|---|${"---:|".repeat(head.length - 1)}`,
    ...rows.map((row) => `| ${row.join(" | ")} |`),
  ].join("\n");

/** What grows with the number of articles in a store of ordinary stories. */
const kinds = {
  "disk, MB": ({ disk }) => disk / 1e6,
  "one article more, processor s": ({ more }) => more.seconds,
  "list of stories, processor s": ({ listing }) => listing.seconds + listing.server,
  "report of a story, processor s": ({ report }) => report.seconds,
  "memory of one article more, MB": ({ more }) => more.mb,
  "an article's record, processor ms of the asker": ({ lookups }) => lookups.record.cpu,
  "what a place held, processor ms of the asker": ({ lookups }) => lookups.place.cpu,
  "two words in a story, processor ms": ({ search }) => search.two.cpu,
  "common words in a story, processor ms": ({ search }) => search.common.cpu,
};

function oneMachine() {
  const rows = Object.entries(measured).flatMap(([name, store]) =>
    Object.entries(kinds).map(([kind, get]) => {
      const { a, b, c, residual, at } = grown(store, get);
      const sizes = Object.values(store.sizes).map((one) => number(get(one)));
      const formula =
        b === 0 ? number(a) : `${number(a)} + ${b.toExponential(1)}·N${c === 1 ? "" : `^${c.toFixed(2)}`}`;
      return [`${name}: ${kind}`, sizes.join(" → "), formula, `${Math.round(100 * residual)} %`, number(at(1e6))];
    }),
  );
  return table(["what", "measured", "fitted", "worst error", "at 1,000,000"], rows);
}

/** Stories dealt out by the hash of their name, and new articles by how hot a story is: the first takes twice what the second does, and so on. */
function dealtOut(disk) {
  const bytes = new Float64Array(shards);
  const arrivals = new Float64Array(shards);
  const place = (name) => createHash("sha256").update(name).digest().readUInt32LE() % shards;
  const sum = Array.from({ length: hot }, (_, i) => 1 / (i + 1)).reduce((all, one) => all + one, 0);
  for (let i = 0; i < hot; i++) {
    const at = place(`hot-${i}`);
    bytes[at] += hotSize * disk;
    arrivals[at] += hotShare / (i + 1) / sum;
  }
  // Ordinary stories are many: they are dealt out in lots of a hundred.
  const rest = (articles - hot * hotSize) / ordinary;
  const next = random(5);
  for (let i = 0; i < rest; i += 100) {
    const at = Math.floor(next() * shards);
    bytes[at] += 100 * ordinary * disk;
    arrivals[at] += ((1 - hotShare) * 100) / rest;
  }
  return { bytes, arrivals, first: hotShare / sum };
}
/** So much of what comes in belongs to a hot story. */
const hotShare = 0.5;

function cluster() {
  const store = bestOf("postgres");
  const { added } = store;
  const disk = grown(store, (one) => one.disk).at(articles) / articles;
  const { bytes, arrivals, first } = dealtOut(disk);
  const most = (list) => Math.max(...list);
  const perSecond = articles / days / 86_400;
  const atPeak = perSecond * peak;
  const reading = added.read / added.articles;
  const readers = (atPeak * reading) / busy;
  const more = grown(store, (one) => one.more.seconds).at(articles);
  const hotCost = hotMore().at(hotSize);
  // A hot story is told again as often as it may be where it gets an article in that time at all.
  const tellings = Math.min(
    hot,
    Array.from({ length: hot }, (_, i) => i + 1).filter((i) => ((atPeak * first) / i) * pause >= 1).length,
  );
  const others = atPeak * (1 - hotShare) + atPeak * hotShare - tellings / pause;
  const tellers = (others * more + (tellings * hotCost) / pause) / busy;
  const server = (atPeak * added.server) / added.articles / busy;
  const rows = [
    [
      "articles a second, on average / in the busiest hour",
      `${number(perSecond)} / ${number(atPeak)}`,
      `${number(articles)} in ${days.toLocaleString("en")} days, the busiest hour ${peak} times the average`,
    ],
    [
      "on disk, TB, once / in the cluster",
      `${number((articles * disk) / 1e12)} / ${number((articles * disk * copies * room) / 1e12)}`,
      `${number(disk / 1000)} kB an article as measured, ${copies} copies, ${room} times for log and growth`,
    ],
    [
      "a shard, on average / the fullest, GB",
      `${number((articles * disk) / shards / 1e9)} / ${number(most(bytes) / 1e9)}`,
      `${shards} shards by the hash of the story`,
    ],
    [
      "new articles at the busiest shard, against the average",
      `${number(most(arrivals) * shards)} times`,
      `half of them in ${number(hot)} hot stories, by Zipf's law; the hottest story alone ${number(100 * first)} % of all`,
    ],
    ["processors that read", number(readers), `${number(reading)} s an article, ${100 * busy} % at work`],
    [
      "processors that tell stories",
      number(tellers),
      `${number(more)} s an ordinary story; a hot one of ${number(hotSize)} ${number(hotCost)} s (as if it grew with the story from what was measured), every ${pause} s at most, ${number(tellings)} of them at once`,
    ],
    [
      "processors of the database",
      number(server),
      `${number((1000 * added.server) / added.articles)} ms an article kept, read and told`,
    ],
    [
      "tasks a second in the queue",
      `${number(2 * atPeak)} of ${number(queueRate)}`,
      "one an article, one a story at most",
    ],
  ];
  return table(["what", "comes to", "with"], rows);
}

/** One article more in a hot story by its size; where only one size was measured, as if it grew with it: rather too much. */
function hotMore() {
  const points = Object.values(measured).flatMap(({ hot }) =>
    Object.entries(hot).map(([size, { more }]) => [Number(size), more.seconds + more.server]),
  );
  if (points.length > 1) return fitted(points);
  const [[size, seconds]] = points;
  return { at: (n) => (seconds * n) / size };
}

const parts = { machine: oneMachine(), cluster: cluster() };
for (const [name, text] of Object.entries(parts)) {
  console.log(`${text}\n`);
  if (values.write) writePart(name, text);
}
