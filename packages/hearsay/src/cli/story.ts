import type { Digest, Progress, StoryStore, Told, Workshop } from "../engine/index.js";
import { installedStages, tellBrief, tellStory } from "../engine/index.js";
import { HearsayError } from "../model/index.js";
import { openStory, shownPath, storyHome, storyNames, storyPath } from "../store/index.js";
import type { Io } from "./io.js";
import { defaultStory } from "./names.js";
import { progressLine } from "./output/progress.js";
import { remoteOf } from "./remote.js";

/**
 * Opens a story, does something with it and closes it again, progress shown on a terminal. `work` is told where the story is,
 * as that may be shown.
 */
export async function withStory<T>(
  io: Io,
  story: string,
  options: { readonly create?: boolean },
  work: (workshop: Workshop, place: string) => Promise<T>,
): Promise<T> {
  const remote = remoteOf(io);
  if (remote !== null)
    throw new HearsayError("usage.server", `This command works on a story's file, not on ${remote.address}.`);
  const path = storyPath(story, storyHome(io.env));
  const store = await open(io, story, path, options.create === true);
  const progress = progressLine(io);
  try {
    const onProgress = (step: Progress) => progress.show(step);
    return await work({ store, stages: installedStages(), onProgress }, shownPath(path));
  } finally {
    progress.clear();
    await store.close();
  }
}

/** A story's report, with a word when another process is still adding to it. */
export async function readStory(io: Io, story: string): Promise<Told["report"]> {
  const remote = remoteOf(io);
  if (remote !== null) return remote.report(story);
  return withStory(io, story, {}, async (workshop) => {
    const { report, behind } = await tellStory(workshop);
    if (behind) io.stderr.write(before);
    return report;
  });
}

/** What printing a story's brief takes; less than its report. */
export async function readBrief(io: Io, story: string): Promise<Digest> {
  const remote = remoteOf(io);
  if (remote !== null) return (await import("../tell/index.js")).digest(await remote.report(story));
  return withStory(io, story, {}, async (workshop) => {
    const { digest, behind } = await tellBrief(workshop);
    if (behind) io.stderr.write(before);
    return digest;
  });
}

const before = "Another hearsay is adding to this story: this is how it stood before.\n";

async function open(io: Io, story: string, path: string, create: boolean): Promise<StoryStore> {
  try {
    return await openStory(path, { create });
  } catch (error) {
    if (!(error instanceof HearsayError) || error.code !== "store.missing") throw error;
    throw new HearsayError("story.unknown", await unknown(story, path, storyHome(io.env)));
  }
}

async function unknown(story: string, path: string, home: string): Promise<string> {
  const names = await storyNames(home);
  const there =
    names.length === 0 ? `There is no story in ${shownPath(home)} yet.` : `Stories here: ${names.join(", ")}.`;
  const option = story === defaultStory ? "" : ` -s ${story}`;
  return `There is no story "${story}" (${shownPath(path)}).\n${there}\nMake it with: hearsay add${option} FILE…`;
}
