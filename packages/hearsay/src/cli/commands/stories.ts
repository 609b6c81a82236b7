import { rebuild } from "../../engine/index.js";
import { listStories, openStory, shownPath, storyHome } from "../../store/index.js";
import type { Io } from "../io.js";
import { formatOf, writeRows } from "../output/formats.js";
import { type Remote, remoteOf } from "../remote.js";
import { withStory } from "../story.js";

/** `hearsay stories`: every story in the stories' folder, or in the database. */
export async function runStories(io: Io, { format }: { readonly format: string }): Promise<number> {
  const home = storyHome(io.env);
  const remote = remoteOf(io);
  const rows = remote === null ? await ownStories(home) : await storiesThere(remote);
  const columns = [
    { key: "name", head: "Story", min: 8, rank: 0, style: () => "bold" as const },
    { key: "captures", head: "Files", min: 5, rank: 1 },
    { key: "bytes", head: "Bytes", min: 5, rank: 3 },
    { key: "path", head: "Where", min: 10, rank: 2, grow: true },
  ];
  writeRows(
    io,
    formatOf(format),
    columns,
    rows,
    `There is no story in ${remote?.address ?? shownPath(home)} yet. Make one with: hearsay add FILE…`,
  );
  return 0;
}

async function ownStories(home: string) {
  const rows = [];
  for (const { name, path, bytes, captures } of await listStories(home))
    rows.push({ name, captures: captures ?? (await countOf(path)), bytes, path: shownPath(path) });
  return rows;
}

/** Those of a running server, which tells of their articles, not of their files. */
const storiesThere = async (remote: Remote) =>
  (await remote.stories()).map(({ name, articles }) => ({
    name,
    captures: articles,
    bytes: null,
    path: remote.address,
  }));

/** A file that is no story is listed as such, not hidden. */
async function countOf(path: string): Promise<number | string> {
  try {
    const store = await openStory(path);
    const captures = (await store.captures()).length;
    await store.close();
    return captures;
  } catch {
    return "unreadable";
  }
}

/** `hearsay rebuild`: drops what was derived and derives it again. */
export function runRebuild(io: Io, { story }: { readonly story: string }): Promise<number> {
  return withStory(io, story, {}, async (workshop, place) => {
    await rebuild(workshop);
    io.stdout.write(`Rebuilt from ${(await workshop.store.captures()).length} files. Story: ${place}\n`);
    return 0;
  });
}
