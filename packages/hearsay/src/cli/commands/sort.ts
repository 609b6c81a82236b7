import { userInfo } from "node:os";
import { bringUpToDate, type Found, installedStages, lastList, type Workshop } from "../../engine/index.js";
import { HearsayError, stableId } from "../../model/index.js";
import {
  articleMeant,
  type Carried,
  judgementMeant,
  placing,
  type Sorted,
  type Sorting,
  sort,
} from "../../sorting/index.js";
import { gather } from "../../sources/index.js";
import {
  isAddress,
  openStory,
  shownPath,
  storyExists,
  storyHome,
  storyNames,
  storyPath,
  streamPath,
} from "../../store/index.js";
import { mayChange } from "../acting.js";
import type { Io } from "../io.js";
import { statusOf, writeProblems } from "../output/problems.js";
import { progressLine } from "../output/progress.js";
import { remoteOf } from "../remote.js";
import { limitOf } from "./add.js";
import { leaveWork } from "./worker.js";

/** What `hearsay sort` can be told. */
export interface SortOptions {
  readonly stream: string;
  readonly limit?: string;
  readonly least: string;
  /** Reading and telling the stories is left to workers. */
  readonly queue?: boolean;
  /** The words given are articles of the stream, which belong in this story. */
  readonly into?: string;
  /** The words given are judgements of the stream, which are withdrawn. */
  readonly undo?: boolean;
  readonly who?: string;
  readonly why?: string;
}

/** `hearsay sort`: mixed news into the stream, each article into its story. */
export async function runSort(io: Io, words: readonly string[], options: SortOptions): Promise<number> {
  const byHand = options.into !== undefined || options.undo === true;
  if (options.into !== undefined && options.undo === true)
    throw new HearsayError("usage.sort", "--into puts articles somewhere, --undo takes that back: use one of them.");
  const done = await sortOnce(io, options, {
    ...(byHand && { judge: (workshop: Workshop) => judgeStream(io, workshop, words, options) }),
    ...(!byHand && { places: words }),
  });
  writeProblems(io, worthSaying(done));
  for (const line of linesOf(done)) io.stdout.write(`${line}\n`);
  return statusOf(done.diagnostics);
}

/** What one run is about: places to look at, or a judgement to record first. */
interface Run {
  readonly places?: readonly string[];
  readonly judge?: (workshop: Workshop) => Promise<void>;
  readonly memory?: Sorting["memory"];
}

/** Sorts once: what the places lead to, or what a judgement changed. @throws HearsayError `usage.sort`, `stream.busy` */
export async function sortOnce(io: Io, options: SortOptions, { places = [], judge, memory }: Run): Promise<Sorted> {
  const remote = remoteOf(io);
  if (remote !== null)
    throw new HearsayError("usage.server", `This command works on a stream here, not on ${remote.address}.`);
  const [home, stages, limit] = [storyHome(io.env), installedStages(), limitOf(options.limit)];
  const least = leastOf(options.least);
  if (options.queue === true && !isAddress(home))
    throw new HearsayError(
      "usage.database",
      "sort --queue works with a database: set DATABASE_URL (docs/operations.md).",
    );
  const path = streamPath(options.stream, home);
  if (judge !== undefined && !(await storyExists(path)))
    throw new HearsayError("usage.sort", `There is no stream "${options.stream}" yet: hearsay sort PLACE… makes one.`);
  const store = await openStory(path, { create: true });
  const progress = progressLine(io);
  const open = (story: string) => openStory(storyPath(story, home), { create: true });
  const bringUp = async (story: string) => {
    const own = await open(story);
    try {
      const workshop = { store: own, stages };
      if (options.queue === true) await leaveWork(home, story, workshop);
      else await bringUpToDate({ ...workshop, onProgress: (step) => progress.show(step) });
    } finally {
      await own.close();
    }
  };
  try {
    const stream: Workshop = { store, stages, onProgress: (step) => progress.show(step) };
    await judge?.(stream);
    const last = {
      lastFound: (place: string) => store.lastFound(place),
      lastList: (place: string) => lastList(store, place),
    };
    const found: AsyncIterable<Found> = places.length === 0 ? nothing() : gather(places, { ...io, limit, ...last });
    const names = () => storyNames(home);
    const sorting = { stream, open, bringUp, storyNames: names, now: io.now, least, ...(memory && { memory }) };
    return await sort(sorting, found);
  } finally {
    progress.clear();
    await store.close();
  }
}

async function* nothing(): AsyncGenerator<Found> {}

/** Records where an analyst wants articles, or takes that back. */
async function judgeStream(io: Io, { store }: Workshop, words: readonly string[], options: SortOptions): Promise<void> {
  const [who, why, when] = [options.who ?? userInfo().username, options.why ?? null, io.now()];
  if (options.undo === true) {
    const [captures, judgements] = [await store.captures(), await store.judgements()];
    const subjects = words.map((word) => judgementMeant(captures, judgements, word));
    const id = stableId("judgement", "withdraw", ...subjects, who, when);
    await store.judge({ id, kind: "withdraw", subjects, value: null, who, when, why });
    return;
  }
  const story = options.into!;
  // Checked before it is kept: a name that cannot be one would be in the way for ever.
  storyPath(story, storyHome(io.env));
  if (/\.hearsay$/.test(story))
    throw new HearsayError("usage.sort", `--into takes a story's name, not a file: "${story}".`);
  await mayChange(io, story);
  const captures = await store.captures();
  const judgement = placing(
    words.map((word) => articleMeant(captures, word)),
    story,
    who,
    why,
    when,
  );
  await store.judge(judgement);
  io.stdout.write(`Recorded as ${judgement.id}: ${who} puts ${judgement.subjects.join(", ")} into ${story}\n`);
}

function leastOf(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new HearsayError("usage.sort", `--least takes a whole number from 1 on, not "${text}".`);
}

const worthSaying = ({ diagnostics }: Sorted) => diagnostics.filter(({ severity }) => severity !== "info");
const counted = (count: number): string => `${count} ${count === 1 ? "article" : "articles"}`;

/** What came of it, a line a change: largest first. */
export function linesOf({ kept, carried, begun, alone }: Sorted): readonly string[] {
  const isNew = (name: string) => (begun.includes(name) ? " (new)" : "");
  const line = ({ from, to, articles, whole }: Carried): string => {
    if (from === null) return `${counted(articles.length)} → ${to}${isNew(to!)}`;
    if (to === null)
      return `${counted(articles.length)} of ${from} ${articles.length === 1 ? "stands" : "stand"} alone now`;
    return whole
      ? `${from} merged into ${to}${isNew(to)}: ${counted(articles.length)}`
      : `${from} split: ${counted(articles.length)} → ${to}${isNew(to)}`;
  };
  const lines = [...carried]
    .sort((a, b) => b.articles.length - a.articles.length || (line(a) < line(b) ? -1 : 1))
    .map(line);
  const fresh = kept.filter(({ status }) => status === "new" || status === "changed").length;
  const known = kept.length - fresh;
  const sums = [
    `${fresh} added`,
    ...(known > 0 ? [`${known} already there`] : []),
    ...(alone > 0 ? [`${alone} of no story yet`] : []),
  ];
  return [...lines, `${sums.join(", ")}.`];
}

/** Where a stream is, as that may be shown. */
export const shownStream = (io: Io, stream: string): string => shownPath(streamPath(stream, storyHome(io.env)));
