import { bringUpToDate, tellStory } from "../../engine/index.js";
import { HearsayError, type Judgement } from "../../model/index.js";
import { judgementOf, type Verdict } from "../../records/judge.js";
import { judged } from "../../server/door.js";
import { acting, judgeOf, nameOf } from "../acting.js";
import type { Io } from "../io.js";
import { formatOf, writeRows } from "../output/formats.js";
import { remoteOf } from "../remote.js";
import { withStory } from "../story.js";

/** What `hearsay judge` can be told. */
export interface JudgeOptions {
  readonly story: string;
  readonly who?: string;
  readonly why?: string;
}

/** `hearsay judge KIND SUBJECT…`: records a judgement and brings the story up to date; `undo` withdraws one. */
export async function runJudge(io: Io, kind: string, words: readonly string[], options: JudgeOptions): Promise<number> {
  const { subjects, value } = parts(kind, words);
  const remote = remoteOf(io);
  if (remote !== null) {
    const told = { kind, subjects, value, why: options.why ?? null };
    const done =
      kind === "undo"
        ? await Promise.all(subjects.map((id) => remote.undo(options.story, id)))
        : [await remote.judge(options.story, told)];
    for (const made of done) io.stdout.write(`Recorded at ${remote.address} as ${made.id}: ${said(made)}\n`);
    return 0;
  }
  const given = { kind: kind === "undo" ? "withdraw" : kind, subjects, value, why: options.why ?? null };
  const made = await judgeHere(io, options.story, given, options.who);
  io.stdout.write(`Recorded as ${made.id}: ${said(made)}\n`);
  return 0;
}

/** Records a judgement in the store itself; where there are accounts, by the one of HEARSAY_TOKEN, and in the audit. */
export const judgeHere = (io: Io, story: string, given: Verdict, named: string | undefined): Promise<Judgement> =>
  acting(io, story, (actor) =>
    withStory(io, story, {}, async (workshop) => {
      const who = judgeOf(actor, story, named);
      const { report } = await tellStory(workshop);
      const made = judgementOf(given, { report, judgements: await workshop.store.judgements() }, who, io.now());
      const deed = actor === null ? undefined : judged(made, nameOf(story), actor.by.from);
      const told = await workshop.store.judge(made, deed);
      if (deed !== undefined && !told) await actor?.accounts.audit.record(deed);
      // Only then what takes long, and may fail: the judgement stands, and so does its line.
      await bringUpToDate(workshop);
      return made;
    }),
  );

const said = ({ who, kind, subjects, value }: Judgement): string =>
  [who, kind, ...subjects, ...(value === null ? [] : [value])].join(" ");

/** `rate OUTLET GRADE` and `note SUBJECT TEXT` have a value last; the others only name what they are about. */
function parts(kind: string, words: readonly string[]) {
  if (kind !== "rate" && kind !== "note") return { subjects: words, value: null };
  if (words.length < 2)
    throw new HearsayError("usage.judge", `hearsay judge ${kind} needs 2 words or more: see hearsay judge --help.`);
  return { subjects: words.slice(0, -1), value: words.at(-1)! };
}

/** `hearsay judgements`: all of a story, oldest first. */
export async function runJudgements(io: Io, { story, format }: { story: string; format: string }): Promise<number> {
  const columns = [
    { key: "when", head: "When", min: 10, rank: 2 },
    { key: "who", head: "Who", min: 6, rank: 1, style: () => "bold" as const },
    { key: "kind", head: "Judged", min: 6, rank: 0 },
    { key: "subjects", head: "What", min: 16, rank: 0, grow: true },
    { key: "value", head: "As", min: 4, rank: 1, grow: true },
    { key: "why", head: "Why", min: 10, rank: 3, grow: true },
    { key: "id", head: "Id", min: 22, rank: 4 },
  ];
  const write = (judgements: readonly Judgement[]): number => {
    const rows = judgements.map((judgement) => ({ ...judgement }));
    writeRows(io, formatOf(format), columns, rows, "No judgements here.");
    return 0;
  };
  const remote = remoteOf(io);
  if (remote !== null) return write(await remote.judgements(story));
  return withStory(io, story, {}, async ({ store }) => write(await store.judgements()));
}
