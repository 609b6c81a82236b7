import type { Report } from "../engine/index.js";
import type { Diagnostic } from "../model/index.js";
import { changesSince, type Known, knownOf, newsOnly, someOf } from "../tell/changes.js";
import { renderMarkdown } from "../tell/markdown.js";
import { verify } from "../tell/verify.js";
import type { Channel, News } from "./news.js";
import { isAbout, isQuiet, type Rules } from "./rules.js";
import { keepTold, readTold } from "./told.js";

/** How telling went. */
export interface Telling {
  /** Channels that were told, and of how much. */
  readonly told: readonly { readonly channel: string; readonly news: News }[];
  /** Channels that look for the first time: from now on they are told what changes. */
  readonly first: readonly string[];
  /** What could not be delivered: it is told again at the next look. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Tells every channel what changed since it was last told. What a channel was told is kept once it has taken it, so
 * that an end at any moment can lead to something told twice and never to something not told.
 * @param path where what was told is kept
 * @param now the moment, for quiet hours and for the news
 */
export async function tellChannels(
  path: string,
  report: Report,
  channels: readonly Channel[],
  rules: Rules,
  now: Date,
): Promise<Telling> {
  const told: { channel: string; news: News }[] = [];
  const first: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const channel of channels) {
    const state = readTold(path);
    const known = state.channels[channel.key];
    let entries = state.entries[channel.feed ?? channel.key] ?? [];
    if (known === undefined) first.push(channel.name);
    else if (channel.always !== true && isQuiet(rules, now)) continue;
    else {
      const news = newsOf(report, known, rules, now);
      diagnostics.push(...news.broken);
      if (news.broken.length > 0) continue;
      if (news.changes.length > 0) {
        try {
          entries = await channel.tell(news, entries);
        } catch (error) {
          diagnostics.push(undelivered(channel, error));
          continue;
        }
        told.push({ channel: channel.name, news });
      }
    }
    keepTold(path, channel.key, knownOf(report), entries, channel.feed);
  }
  return { told, first, diagnostics };
}

/** What changed, as the rules let through, and what in it does not hold. */
function newsOf(report: Report, known: Known, rules: Rules, now: Date): News & { readonly broken: Diagnostic[] } {
  const some = someOf(changesSince(known, report, rules.kinds), (one) => isAbout(rules, one));
  const shown = newsOnly(report, some);
  const broken = some.changes.length === 0 ? [] : [...verify(shown)];
  const { brief, references, story } = shown;
  const text = renderMarkdown(shown, { width: 0 });
  return { story: story.name, when: now.toISOString(), changes: some.changes, references, brief, text, broken };
}

function undelivered({ name }: Channel, error: unknown): Diagnostic {
  const cause = (error as { readonly cause?: unknown } | null)?.cause;
  const why = [error, cause].flatMap((one) => (one instanceof Error ? [one.message] : [])).join(": ") || String(error);
  return {
    severity: "warning",
    code: "watch.undelivered",
    stage: "source",
    message: `${name} could not be told what is new: ${why}.`,
    remedy: "It is told again at the next look.",
  };
}
