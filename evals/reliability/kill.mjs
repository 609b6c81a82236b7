// node evals/reliability/kill.mjs [--kills N] [--seed S] [--write]
// `hearsay add` killed at moments by chance, two at once, on full, read-only and locked stories: nothing that another
// process could see is lost, the next run goes on, and the story is that of an undisturbed run, byte for byte.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writePart } from "./figures.mjs";
import { chanceOf } from "./fuzz/chance.mjs";
import { fullDisk, killed, locked, prepared, readOnlyDisk, twoAtOnce } from "./kill/rounds.mjs";

const { values } = parseArgs({
  options: {
    ...{ kills: { type: "string", default: "20" }, seed: { type: "string", default: "1" } },
    ...{ write: { type: "boolean" }, help: { type: "boolean" } },
  },
});
if (values.help) {
  console.log("node evals/reliability/kill.mjs [--kills N (20)] [--seed S (1)] [--write: into docs/reliability.md]");
  process.exit(0);
}
const [kills, seed] = [Number(values.kills), Number(values.seed)];
/** So many kills of one story; then it may end. */
const each = 20;

const counts = new Map();
const lost = [];
const count = (what, many = 1) => counts.set(what, (counts.get(what) ?? 0) + many);
let [stories, articles, number, killsDone] = [0, 0, 0, 0];

/** A story of its own for `work`; what is lost is told, and the next begins. */
async function withStory(name, work) {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-kill-"));
  const chance = chanceOf(seed, number++);
  try {
    const story = await prepared(folder, chance);
    stories++;
    articles += story.count;
    await work(story, chance);
  } catch (error) {
    lost.push(`${name}, story ${number - 1}: ${error.stack}`);
    console.log(lost.at(-1));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

while (killsDone < kills)
  await withStory("killed", async (story, chance) => {
    const met = await killed(story, chance, Math.min(each, kills - killsDone));
    killsDone += met.length;
    for (const when of met) count(`killed ${when}`);
    process.stderr.write(`\r${killsDone} of ${kills} kills `);
  });
for (let i = 0; i < Math.ceil(kills / 20); i++)
  await withStory("two at once", async (story, chance) => {
    await twoAtOnce(story, chance, i % 2 === 1);
    count(i % 2 === 1 ? "two at once, one of them killed" : "two at once");
  });
for (let i = 0; i < Math.ceil(kills / 40); i++)
  await withStory("full disk", async (story, chance) => {
    const code = await fullDisk(story, chance);
    count(code === null ? "disk full: skipped, this user cannot mount" : `disk full: ${code}`);
  });
await withStory("read-only disk", async (story) => {
  const code = await readOnlyDisk(story);
  count(
    code === null ? "read-only disk: skipped, this user cannot mount" : `read-only disk: read, and ${code} on adding`,
  );
});
await withStory("locked", async (story) => {
  count(`locked for 4 s: ${await locked(story, 4)}`);
  count(`locked for 40 s: ${await locked(story, 40)}`);
});

const table = [
  `${stories} stories of ${articles} articles, ${killsDone} kills, seed ${seed}: ${lost.length} promises broken.`,
  "",
  "| what happened | times |",
  "|---|---:|",
  ...[...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([what, many]) => `| ${what} | ${many} |`),
].join("\n");
console.log(`\n${table}`);
if (values.write) writePart("kill", table);
process.exitCode = lost.length > 0 ? 1 : 0;
