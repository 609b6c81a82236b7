import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync } from "node:fs";
import { dirname } from "node:path";
import { HearsayError } from "../model/index.js";
import { type Copying, copyStory, type Inventory } from "./copy.js";
import { openFile } from "./open.js";
import { type Served, servedAt } from "./places.js";
import type { Base } from "./sql.js";
import { fileBase } from "./sqlite.js";
import { removeStory } from "./stories.js";

/** How a story is moved. */
export type Moving = Pick<Copying, "remove" | "replace">;

/**
 * Copies a story to another place, between files and databases, and compares what arrived with what was sent: every
 * capture, place, note, judgement and derived record. Works while others use the story.
 * @param from, to as `storyPath` gives them
 * @throws HearsayError `store.missing`, `story.exists`, `store.busy`, `move.differs`, and what opening throws
 */
export async function moveStory(from: string, to: string, how: Moving = {}): Promise<Inventory> {
  if (from === to) throw new HearsayError("story.exists", "The story is there already.");
  const [origin, aim] = [servedAt(from), servedAt(to)];
  const source = origin === null ? fileBase(from, await openFile(from, false)) : await servedStory(origin);
  const moved = await (aim === null ? toFile(source, to, how) : toServed(source, aim, how)).finally(() =>
    source.close(),
  );
  // Its rows are gone already: who still had it open is told so, and the file holds nothing.
  if (how.remove === true && origin === null) await removeStory(from);
  return moved;
}

async function toServed(source: Base, to: Served, how: Moving): Promise<Inventory> {
  const target = await servedStory(to);
  return copyStory(source, target, how).finally(() => target.close());
}

async function servedStory({ url, name }: Served): Promise<Base> {
  const [{ openDatabase }, { servedBase }] = await Promise.all([import("./database.js"), import("./postgres.js")]);
  return servedBase(await openDatabase(url), name);
}

/** Into a draft beside it, which takes the place of what is there when it is whole and on the disk. */
async function toFile(source: Base, to: string, how: Moving): Promise<Inventory> {
  if (existsSync(to)) await checkUnused(to, how);
  mkdirSync(dirname(to), { recursive: true });
  const draft = `${to}.${process.pid}.new`;
  await removeStory(draft);
  try {
    const target = fileBase(draft, await openFile(draft, true));
    const settle = async () => {
      await target.close();
      if (existsSync(to)) await checkUnused(to, how);
      renameSync(draft, to);
      flushFolder(dirname(to));
    };
    return await copyStory(source, target, { ...how, settle });
  } finally {
    await removeStory(draft);
  }
}

/** A story that is to be replaced is one, and nobody has it open: its log would be taken for the new one's. */
async function checkUnused(path: string, { replace = false }: Moving): Promise<void> {
  if (!replace) throw new HearsayError("story.exists", `${path} is there already.`);
  const { handle, db } = await openFile(path, false);
  try {
    // Only who is alone with a file can end its log; that removes the log, too.
    handle.pragma("busy_timeout = 0");
    handle.pragma("journal_mode = DELETE");
  } catch {
    throw new HearsayError("store.busy", `${path} is in use: end what has it open, and try again.`);
  } finally {
    await db.destroy();
    if (handle.open) handle.close();
  }
}

/** A name is on the disk when its folder is. */
function flushFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  fsyncSync(handle);
  closeSync(handle);
}
