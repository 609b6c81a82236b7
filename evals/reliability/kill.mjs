// node evals/reliability/kill.mjs [--kills N] [--seed S] [--store postgres] [--articles N --folder DIR] [--write]
// `hearsay add` killed at moments by chance, two at once, on full, read-only and locked stories, without its server: nothing
// that another process could see is lost, the next run goes on, and the story is that of an undisturbed run, byte for byte.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writePart } from "./figures.mjs";
import { longStory } from "./kill/long.mjs";
import { startPostgres } from "./kill/server.mjs";
import { manySmall } from "./kill/small.mjs";

const help = `node evals/reliability/kill.mjs [OPTION…]
  --kills N         so many kills in all (default: 20)
  --seed S          at which moments (default: 1)
  --store postgres  stories in a PostgreSQL started for it, which goes away as well, instead of in files
  --articles N      one story of so many very short articles instead of many small ones, kept in --folder DIR: the same
                    folder again goes on from there
  --write           put the figures into docs/reliability.md`;
const { values } = parseArgs({
  options: {
    ...{ kills: { type: "string", default: "20" }, seed: { type: "string", default: "1" } },
    ...{ store: { type: "string", default: "file" }, articles: { type: "string" }, folder: { type: "string" } },
    ...{ write: { type: "boolean" }, help: { type: "boolean" } },
  },
});
if (values.help) {
  console.log(help);
  process.exit(0);
}
const [kills, seed] = [Number(values.kills), Number(values.seed)];
if (values.articles !== undefined) await oneLong(Number(values.articles));
else await many();

async function oneLong(articles) {
  const folder = values.folder ?? mkdtempSync(join(tmpdir(), "hearsay-kill-"));
  const tell = (done) => process.stderr.write(`\r${done} of ${kills} kills `);
  const { met, passes, calm, kills: done } = await longStory(folder, articles, kills, seed, tell);
  const seconds = (part) => Math.round(calm[part] / 1000);
  const head = `A story of ${articles.toLocaleString("en")} articles, ${done} kills, seed ${seed}: 0 promises broken; ended and compared ${passes} times. Undisturbed it takes ${seconds("took")} s: ${seconds("keeping")} to keep, ${seconds("reading")} to read, ${seconds("telling")} to trace, weigh and tell.`;
  show("kill-long", head, met);
  if (values.folder === undefined) rmSync(folder, { recursive: true });
}

function show(part, head, counts) {
  const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([what, many]) => `| ${what} | ${many} |`);
  const table = [head, "", "| what happened | times |", "|---|---:|", ...rows].join("\n");
  console.log(`\n${table}`);
  if (values.write) writePart(part, table);
}

async function many() {
  const server = values.store === "postgres" ? await startPostgres() : null;
  const { stories, articles, kills: done, counts, lost } = await manySmall(kills, seed, server);
  await server?.stop();
  const what = `${stories} stories of ${articles} articles, ${done} kills, seed ${seed}: ${lost.length} promises broken.`;
  show(server === null ? "kill" : "kill-postgres", what, counts);
  process.exitCode = lost.length > 0 ? 1 : 0;
}
