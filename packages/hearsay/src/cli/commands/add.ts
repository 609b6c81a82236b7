import { type Added, add, type Found, type Kept, keepFound, lastList, type StoryStore } from "../../engine/index.js";
import { type Diagnostic, HearsayError } from "../../model/index.js";
import { type Gathering, gather, usualLimit } from "../../sources/index.js";
import { extension } from "../../store/index.js";
import { mayChange, tellAudit } from "../acting.js";
import { columnsIn } from "../columns.js";
import type { Io } from "../io.js";
import { defaultStory } from "../names.js";
import { statusOf, writeProblems } from "../output/problems.js";
import { type Remote, remoteOf } from "../remote.js";
import { localFiles } from "../sending.js";
import { withStory } from "../story.js";

/** What `hearsay add` can be told. */
export interface AddOptions {
  readonly story: string;
  readonly limit?: string;
  /** "text=Body,title=Headline": which columns of a table hold what. */
  readonly columns?: readonly string[];
  /** Keeps only; reading and all that follows is left to workers. */
  readonly queue?: boolean;
}

/** `hearsay add`: keeps what the places lead to and brings the story up to date. */
export async function runAdd(io: Io, places: readonly string[], options: AddOptions): Promise<number> {
  const { story, limit, columns } = options;
  const taking = { limit: limitOf(limit), columns: columnsIn(columns ?? []) };
  const remote = remoteOf(io);
  if (remote !== null) return sendTo(remote, io, places, options);
  const finding = (last: Last) => gather(places, { ...io, ...taking, ...last });
  return options.queue === true ? leaveFound(io, story, finding) : addFound(io, story, finding);
}

type Last = Required<Pick<Gathering, "lastFound" | "lastList">>;

/** Keeps what is found and says what came of it; `finding` is told what the story has found at its places before. */
export async function addFound(io: Io, story: string, finding: (last: Last) => AsyncIterable<Found>): Promise<number> {
  await mayChange(io, story);
  return withStory(io, story, { create: true }, async (workshop, place) => {
    const added = await add(workshop, finding(lastOf(workshop.store)));
    await tellAdded(io, story, added);
    workshop.onProgress?.({ step: "tell", done: 0, total: null });
    io.stderr.write(io.stderr.isTTY === true ? "\r\u001b[2K" : "");
    writeProblems(io, worthSaying(added));
    io.stdout.write(`${summary(added)} Story: ${place}\n`);
    if (io.stdout.isTTY === true && added.kept.length > 0) io.stdout.write(next(story));
    return statusOf(added.diagnostics);
  });
}

/** Keeps what is found, and leaves what is unread, of this and of before, to workers. */
async function leaveFound(io: Io, story: string, finding: (last: Last) => AsyncIterable<Found>): Promise<number> {
  const { databaseOf, leaveWork } = await import("./worker.js");
  const home = databaseOf(io, "add --queue");
  if (story.endsWith(extension))
    throw new HearsayError("usage.database", "Workers know no files: give a story's name.");
  await mayChange(io, story);
  return withStory(io, story, { create: true }, async (workshop, place) => {
    const added = await keepFound(workshop, finding(lastOf(workshop.store)));
    await tellAdded(io, story, added);
    const left = await leaveWork(home, story, workshop);
    writeProblems(io, worthSaying(added));
    io.stdout.write(`${summary(added)} ${left} left to workers. Story: ${place}\n`);
    return statusOf(added.diagnostics);
  });
}

/** Who watches looks often and seldom finds: the audit tells of what was kept. */
export async function tellAdded(io: Io, story: string, added: Added): Promise<void> {
  if (added.kept.some(({ status }) => status !== "known")) await tellAudit(io, story, "add", summary(added));
}

const lastOf = (store: StoryStore): Last => ({
  lastFound: (place: string) => store.lastFound(place),
  lastList: (place: string) => lastList(store, place),
});

/** Files are sent as they are, and unpacked there; addresses are fetched there. */
async function sendTo(remote: Remote, io: Io, places: readonly string[], { story, columns }: AddOptions) {
  if (columns !== undefined)
    throw new HearsayError("usage.columns", "--columns works on a story's file: a server takes tables as they are.");
  const addresses = places.filter(isAddress);
  const { files, missing } = await localFiles(
    places.filter((place) => !isAddress(place)),
    io.stdin,
  );
  const said = [...missing, ...(await remote.add(story, files, addresses))];
  writeProblems(
    io,
    said.filter(({ severity }) => severity !== "info"),
  );
  const sent = [counted(files.length, "file"), counted(addresses.length, "address", "addresses")];
  io.stdout.write(`${sent.join(" and ")} sent. Story: ${story} at ${remote.address}\n`);
  return statusOf(said);
}

const isAddress = (place: string): boolean => /^https?:\/\//i.test(place);
const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** How many of a list's pages are fetched. @throws HearsayError `usage.limit` */
export function limitOf(limit: string | undefined): number {
  if (limit === undefined) return usualLimit;
  if (!/^[1-9]\d{0,5}$/.test(limit))
    throw new HearsayError("usage.limit", `--limit takes a whole number, not "${limit}".`);
  return Number(limit);
}

/** What stages remark on while all is well stays in the report. */
const worthSaying = ({ diagnostics }: Added): readonly Diagnostic[] =>
  fewOfEach(diagnostics.filter(({ severity, stage }) => severity !== "info" || stage === "source"));

/** So many remarks of one kind are shown one by one: an archive may hold a thousand copies. */
const shownAlike = 8;

/** Remarks of one kind, the first of them and how many more there are; errors and warnings all. */
function fewOfEach(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const counts = new Map<string, number>();
  const shown = diagnostics.filter(({ severity, code }) => {
    if (severity !== "info") return true;
    counts.set(code, (counts.get(code) ?? 0) + 1);
    return counts.get(code)! <= shownAlike;
  });
  const more = [...counts].filter(([, count]) => count > shownAlike);
  return [
    ...shown,
    ...more.map(([code, count]): Diagnostic => {
      const message = `${count - shownAlike} more like these.`;
      return { severity: "info", code, message, stage: "source" };
    }),
  ];
}

function summary({ kept, diagnostics }: Added): string {
  const unread = new Set(
    diagnostics.filter(({ code, severity }) => severity === "error" && isOfReading(code)).map(fileOf),
  );
  const isIn = ({ place }: Kept): boolean => !unread.has(place);
  const count = (...statuses: readonly string[]) =>
    kept.filter((one) => statuses.includes(one.status) && isIn(one)).length;
  const parts = [`${count("new")} added`];
  if (count("changed") > 0) parts.push(`${count("changed")} changed since`);
  if (count("known") > 0) parts.push(`${count("known")} already there`);
  if (count("duplicate") > 0) parts.push(`${count("duplicate")} the same as another`);
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  if (errors > 0) parts.push(`${errors} ${errors === 1 ? "problem" : "problems"}`);
  return `${parts.join(", ")}.`;
}

/** What could not be read is kept, but is no article: it counts among the problems alone. */
const isOfReading = (code: string): boolean => code.startsWith("read.");
const fileOf = ({ file }: Diagnostic): string | undefined => file;

function next(story: string): string {
  const option = story === defaultStory ? "" : ` -s ${story}`;
  return `Now: hearsay report${option}   hearsay claims${option} --type contradicted   hearsay report${option} -o report.html\n`;
}
