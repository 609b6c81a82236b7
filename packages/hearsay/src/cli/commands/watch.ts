import { mkdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { type Added, add, lastList, type Report, tellStory } from "../../engine/index.js";
import { HearsayError } from "../../model/index.js";
import { gather } from "../../sources/index.js";
import { storyFolder, storyPath } from "../../store/index.js";
import { tellChannels } from "../../watch/index.js";
import { type Channel, headline } from "../../watch/news.js";
import { everyOf, type RuleText, rulesOf } from "../../watch/rules.js";
import { toldPath } from "../../watch/told.js";
import type { Io } from "../io.js";
import { statusOf, writeProblems } from "../output/problems.js";
import { withStory } from "../story.js";
import { limitOf } from "./add.js";
import { renderBrief } from "./report.js";

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
}

/** `hearsay watch`: looks at the places again and again, and tells what that changed. Ends at Ctrl-C, between two looks. */
export async function runWatch(
  io: Io,
  places: readonly string[],
  options: WatchOptions,
  stop: AbortSignal = untilAsked(),
): Promise<number> {
  const [every, rules, limit] = [everyOf(options.every), rulesOf(options), limitOf(options.limit)];
  const channels = [terminal(io), ...(await channelsOf(io, options))];
  const told = toldHere(io, options.story);
  let status = 0;
  for (;;) {
    const now = new Date(io.now());
    try {
      const { added, report } = await look(io, options.story, places, limit);
      const { first, told: news, diagnostics } = await tellChannels(told, report, channels, rules, now);
      const problems = [...added.diagnostics.filter(({ severity }) => severity !== "info"), ...diagnostics];
      writeProblems(io, problems);
      status = statusOf(problems);
      io.stderr.write(`${clock(now)} ${said(added, first, news, channels)}\n`);
    } catch (error) {
      // What is wrong now, a story that another program holds, may be right at the next look; wrong usage never is.
      const wrong = error instanceof HearsayError && /^(?:usage|story|watch)\./.test(error.code);
      if (options.once === true || wrong) throw error;
      io.stderr.write(`${clock(now)} this look failed: ${error instanceof Error ? error.message : String(error)}\n`);
      status = 1;
    }
    if (options.once === true || stop.aborted) return status;
    await sleep(every, undefined, { signal: stop }).catch(() => {});
    if (stop.aborted) return status;
  }
}

/** What was told last is kept on this machine, also of a story that is in a database: beside where its file would be. */
function toldHere(io: Io, story: string): string {
  mkdirSync(storyFolder(io.env), { recursive: true });
  return toldPath(storyPath(story, storyFolder(io.env)));
}

interface Look {
  readonly added: Added;
  readonly report: Report;
}

/** One look: what the places lead to is kept, and the story brought up to date. The story is open only meanwhile. */
const look = (io: Io, story: string, places: readonly string[], limit: number): Promise<Look> =>
  withStory(io, story, { create: true }, async (workshop) => {
    const { store } = workshop;
    const last = {
      lastFound: (place: string) => store.lastFound(place),
      lastList: (place: string) => lastList(store, place),
    };
    const added = places.length === 0 ? nothing : await add(workshop, gather(places, { ...io, limit, ...last }));
    return { added, report: (await tellStory(workshop)).report };
  });
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

function said(
  added: Added,
  first: readonly string[],
  told: Awaited<ReturnType<typeof tellChannels>>["told"],
  channels: readonly Channel[],
): string {
  const fresh = added.kept.filter(({ status }) => status === "new").length;
  const changed = added.kept.filter(({ status }) => status === "changed").length;
  const counts = [`${fresh} added`, ...(changed > 0 ? [`${changed} changed`] : [])].join(", ");
  const news = told.map(({ channel, news }) => `${channel}: ${headline(news.changes)}`);
  const begun = first.length === channels.length ? "from now on what changes is told" : "";
  return [counts, ...(news.length > 0 ? news : [begun === "" ? "nothing to tell" : begun])].join("; ");
}

/** Aborted by Ctrl-C or by a request to end. */
function untilAsked(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  return stop.signal;
}
