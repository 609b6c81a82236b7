// Many small stories, killed at moments by chance, written by two at once, on disks that are full or read-only, locked, or
// in a database whose server goes away.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chanceOf } from "../fuzz/chance.mjs";
import { fullDisk, killed, locked, prepared, readOnlyDisk, serverGone, twoAtOnce } from "./rounds.mjs";

/** So many kills of one story; then it may end. */
const each = 20;

/** @param server in which stories are kept, null for files. Answers what happened how often, and every promise broken */
export async function manySmall(kills, seed, server) {
  const counts = new Map();
  const lost = [];
  const count = (what, many = 1) => counts.set(what, (counts.get(what) ?? 0) + many);
  let [stories, articles, number, killsDone] = [0, 0, 0, 0];

  /** A story of its own for `work`; what is lost is told, and the next begins. */
  async function withStory(name, work) {
    const folder = mkdtempSync(join(tmpdir(), "hearsay-kill-"));
    const chance = chanceOf(seed, number++);
    try {
      const story = await prepared(folder, chance, server === null ? undefined : databaseOf(server, number));
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
  if (server === null) await onFiles();
  else
    for (let i = 0; i < Math.ceil(kills / 10); i++)
      await withStory("the server gone", async (story, chance) => {
        count(`the server gone and back: ${await serverGone(story, chance, server)}`);
      });
  return { stories, articles, kills: killsDone, counts, lost };

  async function onFiles() {
    for (let i = 0; i < Math.ceil(kills / 40); i++)
      await withStory("full disk", async (story, chance) => {
        const code = await fullDisk(story, chance);
        count(code === null ? "disk full: skipped, this user cannot mount" : `disk full: ${code}`);
      });
    await withStory("read-only disk", async (story) => {
      const code = await readOnlyDisk(story);
      count(
        code === null
          ? "read-only disk: skipped, this user cannot mount"
          : `read-only disk: read, and ${code} on adding`,
      );
    });
    await withStory("locked", async (story) => {
      count(`locked for 4 s: ${await locked(story, 4)}`);
      count(`locked for 40 s: ${await locked(story, 40)}`);
    });
  }
}

/** A database of its own for each story: what it is called in one may not be told from the other. */
const databaseOf = (server, number) => (name) => server.database(`${name}_${number}`);
