import { userInfo } from "node:os";
import { judge, tellStory } from "../../engine/index.js";
import { HearsayError, type Judgement, stableId } from "../../model/index.js";
import { findArticle } from "../../records/find.js";
import type { Io } from "../io.js";
import { formatOf, writeRows } from "../output/formats.js";
import { withStory } from "../story.js";

/** What `hearsay judge` can be told. */
export interface JudgeOptions {
  readonly story: string;
  readonly who?: string;
  readonly why?: string;
}

const kinds: readonly Judgement["kind"][] = ["accept", "reject", "rate", "merge", "split", "note"];

/** `hearsay judge KIND SUBJECT…`: records a judgement and brings the story up to date. */
export function runJudge(io: Io, kind: string, words: readonly string[], options: JudgeOptions): Promise<number> {
  const own = kinds.find((one) => one === kind);
  if (own === undefined)
    throw new HearsayError("usage.judge", `There is no judgement "${kind}": use ${kinds.join(", ")}.`);
  return withStory(io, options.story, {}, async (workshop) => {
    const { report } = await tellStory(workshop);
    const { subjects, value } = parts(own, words);
    const ids = subjects.map((subject) => idOf(report, own, subject));
    const [who, when, why] = [options.who ?? userInfo().username, io.now(), options.why ?? null];
    const id = stableId("judgement", own, ...ids, value ?? "", who, when);
    await judge(workshop, { id, kind: own, subjects: ids, value, who, when, why });
    io.stdout.write(`Recorded: ${who} ${own} ${[...ids, ...(value === null ? [] : [value])].join(" ")}\n`);
    return 0;
  });
}

/** `rate OUTLET GRADE` and `note SUBJECT TEXT` have a value last; the others only name what they are about. */
function parts(kind: Judgement["kind"], words: readonly string[]) {
  const valued = kind === "rate" || kind === "note";
  const least = valued || kind === "merge" ? 2 : 1;
  if (words.length < least)
    throw new HearsayError(
      "usage.judge",
      `hearsay judge ${kind} needs ${least} words or more: see hearsay judge --help.`,
    );
  const value = valued ? words.at(-1)! : null;
  if (kind === "rate" && !/^[A-F]$/.test(value ?? ""))
    throw new HearsayError("usage.judge", `"${value}" is no grade: use A (reliable) to E, or F (cannot be judged).`);
  return { subjects: valued ? words.slice(0, -1) : words, value };
}

/** The id of what is meant: outlets go by name, records by id, articles also by file name. */
function idOf(report: Parameters<typeof findArticle>[0], kind: Judgement["kind"], subject: string): string {
  if (kind === "rate") return outletOf(report, subject);
  if (/^(?:claim|entity|event|statement|cause|commitment|figure)-/.test(subject)) return subject;
  return findArticle(report, subject).id;
}

function outletOf({ articles }: Parameters<typeof findArticle>[0], name: string): string {
  const outlets = [...new Set(articles.flatMap(({ outlet }) => outlet ?? []))].sort();
  const found = outlets.find((outlet) => outlet.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  throw new HearsayError("usage.judge", `There is no outlet "${name}" in this story: ${outlets.join(", ")}.`);
}

/** `hearsay judgements`: all of a story, oldest first. */
export function runJudgements(io: Io, { story, format }: { story: string; format: string }): Promise<number> {
  const columns = [
    { key: "when", head: "When", min: 10, rank: 2 },
    { key: "who", head: "Who", min: 6, rank: 1, style: () => "bold" as const },
    { key: "kind", head: "Judged", min: 6, rank: 0 },
    { key: "subjects", head: "What", min: 16, rank: 0, grow: true },
    { key: "value", head: "As", min: 4, rank: 1, grow: true },
    { key: "why", head: "Why", min: 10, rank: 3, grow: true },
  ];
  return withStory(io, story, {}, async ({ store }) => {
    const rows = (await store.judgements()).map((judgement) => ({ ...judgement }));
    writeRows(io, formatOf(format), columns, rows, "No judgements here.");
    return 0;
  });
}
