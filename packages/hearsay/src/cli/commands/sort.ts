import { bringUpToDate, type Found, installedStages, lastList, type Workshop } from "../../engine/index.js";
import { type Deed, HearsayError, type Judgement, stableId } from "../../model/index.js";
import { judged } from "../../server/door.js";
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
  storyExists,
  storyHome,
  storyNames,
  storyPath,
  streamEnding,
  streamPath,
} from "../../store/index.js";
import { type Actor, acting, judgeOf, mayChange } from "../acting.js";
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

/**
 * Sorts once: what the places lead to, or what a judgement changed. Where there are accounts it takes what changing every
 * story takes, and the audit says what went where.
 * @throws HearsayError `usage.sort`, `stream.busy`, `account.role`
 */
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
  const own = streamPath(options.stream, home);
  await mayChange(io, options.stream + streamEnding);
  if (judge !== undefined && !(await storyExists(own)))
    throw new HearsayError("usage.sort", `There is no stream "${options.stream}" yet: hearsay sort PLACE… makes one.`);
  const store = await openStory(own, { create: true });
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
    const few = await seenByFew(io);
    const sorting = { stream, open, bringUp, storyNames: names, now: io.now, least, few, ...(memory && { memory }) };
    const sorted = await sort(sorting, found);
    await tellSorted(io, options.stream, sorted.carried);
    return sorted;
  } finally {
    progress.clear();
    await store.close();
  }
}

async function* nothing(): AsyncGenerator<Found> {}

/** The stories that are restricted. */
const seenByFew = (io: Io): Promise<ReadonlySet<string>> =>
  acting(io, null, async (actor) => {
    const all = (await actor?.accounts.access.list()) ?? [];
    return new Set(all.filter(({ restricted }) => restricted).map(({ story }) => story));
  });

/** Tells the audit what came into each story, and what was taken out of it. */
async function tellSorted(io: Io, stream: string, carried: readonly Carried[]): Promise<void> {
  if (carried.length === 0) return;
  await acting(io, null, async (actor) => {
    for (const { from, to, articles } of carried) {
      const tell = (story: string, action: Deed["action"], detail: string) =>
        actor?.accounts.audit.record({ ...actor.by, action, story, subject: null, detail });
      if (to !== null) await tell(to, "add", `${counted(articles.length)}, sorted from ${from ?? `stream ${stream}`}`);
      if (from !== null) await tell(from, "judge", `reject ${articles.join(" ")}`);
    }
  });
}

/** Records where an analyst wants articles, or takes that back. */
async function judgeStream(io: Io, stream: Workshop, words: readonly string[], options: SortOptions): Promise<void> {
  const ids = options.undo === true ? await idsMeant(stream, words) : null;
  const taken = ids === null ? null : await takenBack(stream, ids, options);
  // Checked before it is kept: a name that cannot be one would be in the way for ever.
  const stories = taken ?? [checkedTarget(io, options.into!)];
  await acting(io, stories[0] ?? null, async (actor) => {
    const who = stories.map((story) => judgeOf(actor, story, options.who))[0]!;
    const judgement = await judgementOf(stream, ids ?? words, options, who, io.now());
    await stream.store.judge(judgement);
    for (const story of stories) await tellJudged(actor, judgement, story);
    if (options.undo !== true)
      io.stdout.write(
        `Recorded as ${judgement.id}: ${who} puts ${judgement.subjects.join(", ")} into ${options.into}\n`,
      );
  });
}

const tellJudged = async (actor: Actor | null, judgement: Judgement, story: string): Promise<void> =>
  actor?.accounts.audit.record(judged(judgement, story, actor.by.from));

/** The stories that judgements of the stream put articles into. @throws HearsayError `judgement.unknown` */
async function takenBack({ store }: Workshop, ids: readonly string[], { stream }: SortOptions) {
  const known = new Map((await store.judgements()).map((one) => [one.id, one]));
  const wrong = ids.find((one) => !known.has(one));
  if (wrong !== undefined)
    throw new HearsayError("judgement.unknown", `There is no judgement "${wrong}" in this stream.`);
  return [...new Set(ids.map((id) => storyOf(known, id) ?? stream + streamEnding))].sort();
}

/** What a judgement was about, through all that was withdrawn since. */
function storyOf(known: ReadonlyMap<string, Judgement>, id: string): string | null {
  let one = known.get(id);
  while (one !== undefined && one.value === null) one = known.get(one.subjects[0]!);
  return one?.value ?? null;
}

/** The judgements of the stream that are named, by their ids or by the articles that they put somewhere. */
async function idsMeant({ store }: Workshop, words: readonly string[]): Promise<readonly string[]> {
  const [captures, judgements] = [await store.captures(), await store.judgements()];
  return words.map((word) => judgementMeant(captures, judgements, word));
}

async function judgementOf(
  { store }: Workshop,
  words: readonly string[],
  { into, undo, why }: SortOptions,
  who: string,
  when: string,
): Promise<Judgement> {
  if (undo === true) {
    const id = stableId("judgement", "withdraw", ...words, who, when);
    return { id, kind: "withdraw", subjects: words, value: null, who, when, why: why ?? null };
  }
  const captures = await store.captures();
  const articles = words.map((word) => articleMeant(captures, word));
  return placing(articles, into!, who, why ?? null, when);
}

/** @throws HearsayError `story.name`, `usage.sort` */
function checkedTarget(io: Io, story: string): string {
  storyPath(story, storyHome(io.env));
  if (/\.hearsay$/.test(story))
    throw new HearsayError("usage.sort", `--into takes a story's name, not a file: "${story}".`);
  return story;
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
