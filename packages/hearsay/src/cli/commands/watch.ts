import { mkdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { type Added, add, lastList, type Report, tellStory } from "../../engine/index.js";
import { HearsayError } from "../../model/index.js";
import type { Sorting } from "../../sorting/index.js";
import { gather } from "../../sources/index.js";
import { storyFolder, storyHome, storyNames, storyPath } from "../../store/index.js";
import { type Telling, tellChannels } from "../../watch/index.js";
import { type Channel, headline } from "../../watch/news.js";
import { everyOf, isQuiet, type RuleText, rulesOf } from "../../watch/rules.js";
import { toldPath } from "../../watch/told.js";
import { mayChange } from "../acting.js";
import type { Io } from "../io.js";
import { defaultStory, usualLeast, usualStream } from "../names.js";
import { statusOf, writeProblems } from "../output/problems.js";
import { withStory } from "../story.js";
import { limitOf, tellAdded } from "./add.js";
import { renderBrief } from "./report.js";
import { linesOf, sortOnce } from "./sort.js";

/** What `hearsay watch` can be told. */
export interface WatchOptions extends RuleText {
  readonly story: string;
  readonly every: string;
  readonly limit?: string;
  /** Looks once and ends. */
  readonly once?: boolean;
  readonly webhook?: readonly string[];
  readonly mail?: readonly string[];
  readonly atom?: readonly string[];
  /** What is found goes into a stream, and each article into its story: all of them are told. */
  readonly sort?: boolean;
  readonly stream: string;
  readonly least: string;
}

/** `hearsay watch`: looks at the places again and again, and tells what that changed. Ends at Ctrl-C, between two looks. */
export async function runWatch(
  io: Io,
  places: readonly string[],
  options: WatchOptions,
  stop: AbortSignal = untilAsked(),
): Promise<number> {
  const [every, rules, limit] = [everyOf(options.every), rulesOf(options), limitOf(options.limit)];
  const sorted = options.sort === true;
  checkKind(sorted, options);
  const channels = [terminal(io), ...(await channelsOf(io, options))];
  const told = toldHere(io, sorted ? options.stream : options.story);
  // Of a stream everything that was told is in one file: a channel goes by its story there, and a feed is of all.
  const of = (story: string): Channel[] =>
    sorted ? channels.map((one) => ({ ...one, key: `${story} ${one.key}`, feed: one.key })) : channels;
  const desk: Desk = { sorting: { kept: null }, untold: null };
  const look = () => (sorted ? lookSorted(io, places, options, desk) : lookAtOne(io, options.story, places, limit));
  let status = 0;
  for (;;) {
    const now = new Date(io.now());
    try {
      const { added, reports, lines } = await look();
      const tellings: Telling[] = [];
      const untold = new Set<string>();
      for (const { story, report } of reports) {
        const telling = await tellChannels(told, report, of(story), rules, now);
        tellings.push(telling);
        if (telling.diagnostics.length > 0 || isQuiet(rules, now)) untold.add(story);
      }
      desk.untold = untold;
      const diagnostics = tellings.flatMap((one) => one.diagnostics);
      const problems = [...added.diagnostics.filter(({ severity }) => severity !== "info"), ...diagnostics];
      writeProblems(io, problems);
      status = statusOf(problems);
      for (const line of lines) io.stdout.write(`${line}\n`);
      io.stderr.write(`${clock(now)} ${said(added, tellings, channels)}\n`);
    } catch (error) {
      // What is wrong now, a story that another program holds, may be right at the next look; wrong usage never is.
      const wrong = error instanceof HearsayError && /^(?:usage|story|watch|account\.role)\b/.test(error.code);
      if (options.once === true || wrong) throw error;
      io.stderr.write(`${clock(now)} this look failed: ${error instanceof Error ? error.message : String(error)}\n`);
      status = 1;
    }
    if (options.once === true || stop.aborted) return status;
    await sleep(every, undefined, { signal: stop }).catch(() => {});
    if (stop.aborted) return status;
  }
}

/** An option of the other kind of watch would be left out without a word. @throws HearsayError `usage.watch` */
function checkKind(sorted: boolean, { story, stream, least }: WatchOptions): void {
  if (sorted && story !== defaultStory)
    throw new HearsayError("usage.watch", "--sort puts each article into its own story: leave out -s.");
  if (!sorted && (stream !== usualStream || least !== usualLeast))
    throw new HearsayError("usage.watch", "--stream and --least are about mixed news: use them with --sort.");
}

/** What was told last is kept on this machine, also of a story that is in a database: beside where its file would be. */
function toldHere(io: Io, story: string): string {
  mkdirSync(storyFolder(io.env), { recursive: true });
  return toldPath(storyPath(story, storyFolder(io.env)));
}

interface Look {
  readonly added: Pick<Added, "kept" | "diagnostics">;
  /** The stories that may have changed. */
  readonly reports: readonly { readonly story: string; readonly report: Report }[];
  /** What came of sorting. */
  readonly lines: readonly string[];
}

/** One look: what the places lead to is kept, and the story brought up to date. The story is open only meanwhile. */
async function lookAtOne(io: Io, story: string, places: readonly string[], limit: number): Promise<Look> {
  if (places.length > 0) await mayChange(io, story);
  return withStory(io, story, { create: true }, async (workshop) => {
    const { store } = workshop;
    const last = {
      lastFound: (place: string) => store.lastFound(place),
      lastList: (place: string) => lastList(store, place),
    };
    const added = places.length === 0 ? nothing : await add(workshop, gather(places, { ...io, limit, ...last }));
    await tellAdded(io, story, added);
    return { added, reports: [{ story, report: (await tellStory(workshop)).report }], lines: [] };
  });
}

/** What a watch of mixed news keeps from one look to the next. */
interface Desk {
  readonly sorting: NonNullable<Sorting["memory"]>;
  /** Stories of which somebody has yet to be told; null before the first look, when it may be any. */
  untold: ReadonlySet<string> | null;
}

/** One look at mixed news: everything is kept in the stream, and the stories it belongs to are brought up to date. */
async function lookSorted(io: Io, places: readonly string[], options: WatchOptions, desk: Desk): Promise<Look> {
  const { stream, least, limit } = options;
  const how = { stream, least, ...(limit !== undefined && { limit }) };
  const added = await sortOnce(io, how, { places, memory: desk.sorting });
  const touched = added.carried.flatMap(({ from, to }) => [from ?? [], to ?? []].flat());
  // Kept until they are told: this look may fail.
  desk.untold = new Set([...touched, ...(desk.untold ?? added.stories)]);
  const there = new Set(await storyNames(storyHome(io.env)));
  const stories = new Set([...desk.untold].filter((name) => there.has(name)));
  const reports: { story: string; report: Report }[] = [];
  for (const story of [...stories].sort())
    reports.push({ story, report: (await withStory(io, story, {}, (workshop) => tellStory(workshop))).report });
  return { added, reports, lines: added.carried.length === 0 ? [] : linesOf(added) };
}
const nothing: Added = { kept: [], diagnostics: [] };

/** The terminal is a channel too: what is printed is what changed since the last watch that printed. */
const terminal = (io: Io): Channel => ({
  key: "terminal",
  name: "terminal",
  always: true,
  tell: async (news, entries) => {
    const section = { brief: news.brief, references: news.references };
    io.stdout.write(await renderBrief({ story: { name: news.story }, ...section }, io, true));
    return entries;
  },
});

/** The libraries of a channel are loaded when it is asked for. */
async function channelsOf({ env }: Io, { webhook = [], mail = [], atom = [] }: WatchOptions): Promise<Channel[]> {
  const channels: Channel[] = [];
  if (webhook.length > 0) {
    const make = (await import("../../watch/webhook.js")).webhook;
    channels.push(...webhook.map((address) => make(address, env.HEARSAY_WEBHOOK_SECRET)));
  }
  if (mail.length > 0) {
    const make = (await import("../../watch/mail.js")).mail;
    channels.push(...mail.map((to) => make(to, env.HEARSAY_SMTP, env.HEARSAY_MAIL_FROM)));
  }
  if (atom.length > 0) {
    const make = (await import("../../watch/atom.js")).atomFile;
    channels.push(...atom.map((path) => make(path)));
  }
  return channels;
}

const clock = (now: Date): string => now.toTimeString().slice(0, 5);

function said(added: Look["added"], tellings: readonly Telling[], channels: readonly Channel[]): string {
  const [first, told] = [tellings.flatMap((one) => one.first), tellings.flatMap((one) => one.told)];
  const fresh = added.kept.filter(({ status }) => status === "new").length;
  const changed = added.kept.filter(({ status }) => status === "changed").length;
  const counts = [`${fresh} added`, ...(changed > 0 ? [`${changed} changed`] : [])].join(", ");
  const news = told.map(({ channel, news }) => `${channel}: ${headline(news.changes)}`);
  const begun = first.length >= channels.length && first.length > 0 ? "from now on what changes is told" : "";
  return [counts, ...(news.length > 0 ? news : [begun === "" ? "nothing to tell" : begun])].join("; ");
}

/** Aborted by Ctrl-C or by a request to end. */
function untilAsked(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  return stop.signal;
}
