import {
  contentHash,
  type Deed,
  type Diagnostic,
  type Judgement,
  type StageResult,
  standing,
  type Version,
} from "../model/index.js";
import { keptParts } from "../tell/kept.js";
import { assemble, byPlace, diagnosticsOf, type Reading, usable, weighStory } from "./analyse.js";
import { collect } from "./collect.js";
import { readReport } from "./kept-report.js";
import type { Memory } from "./memory.js";
import type { Found, Kept, KeptCapture, Progress, StoryStore } from "./ports.js";
import { articleId, bringArticlesUp, loadReadings } from "./readings.js";
import { storedReport } from "./revision.js";
import type { Digest, Report, Stages } from "./stages.js";
import { carried, sharingHints, showingsOf, successionOf } from "./succession.js";
import { traceAnew } from "./traced.js";

/** What the engine works with. It reads no clock: times come with the captures and judgements. */
export interface Workshop {
  readonly store: StoryStore;
  readonly stages: Stages;
  readonly onProgress?: (progress: Progress) => void;
  /** Of a process that stays, what it keeps of this story between runs. */
  readonly memory?: Memory;
}

/** What one run of adding did. */
export interface Added {
  readonly kept: readonly Kept[];
  /** Of this run: what could not be fetched or read, and what the stages said about what was added. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A report and whether captures were added after it that another process is still working on. */
export interface Told {
  readonly report: Report;
  /** Which report it is: another exactly when the report is. */
  readonly revision: string;
  readonly behind: boolean;
}

/**
 * Keeps what was found, then brings the story up to date. What has been kept stays kept whatever happens next;
 * an interrupted run is completed by the next one.
 */
export async function add(workshop: Workshop, found: AsyncIterable<Found>): Promise<Added> {
  const { store } = workshop;
  return store.working(async () => {
    const { kept, noted } = await collect(workshop, found);
    await bringUpToDate(workshop);
    const said = await saidAbout(workshop, new Set(kept.map(({ hash }) => hash)));
    const repeats = kept.flatMap(aboutRepeated).concat(await aboutChanged(store, kept));
    return { kept, diagnostics: [...noted, ...repeats, ...said].sort(byPlace) };
  });
}

/** Runs every stage whose records are missing or out of date; again, if captures came in meanwhile. */
export function bringUpToDate(workshop: Workshop): Promise<void> {
  return workshop.store.working(async () => {
    let state = await stateOf(workshop);
    for (;;) {
      await bringArticlesUp(workshop, state.captures);
      await bringStoryUp(workshop, state);
      const now = await stateOf(workshop);
      if (now.wanted.tell === state.wanted.tell) return;
      state = now;
    }
  });
}

/**
 * The story's report, as stored when it is current. When another process is still adding, the last one there is;
 * else what is missing is made first.
 */
export async function tellStory(workshop: Workshop): Promise<Told> {
  for (;;) {
    const behind = await isBehind(workshop);
    const kept = await readReport(workshop.store);
    // Whoever rebuilds the story has dropped it meanwhile.
    if (kept !== null) return { report: kept.report, revision: kept.versions.get("digest") ?? "", behind };
  }
}

/** What printing the story's brief takes, and whether another process is still adding: like the report, but opened at once. */
export async function tellBrief(workshop: Workshop): Promise<{ readonly digest: Digest; readonly behind: boolean }> {
  for (;;) {
    const behind = await isBehind(workshop);
    const body = (await workshop.store.derived("tell", ["digest"])).get("digest");
    if (body !== undefined) return { digest: JSON.parse(body) as Digest, behind };
  }
}

/** Brings the story up to date unless the last report must do because another process is still adding. */
async function isBehind(workshop: Workshop): Promise<boolean> {
  const { store } = workshop;
  const made = (await store.versions("tell")).get("digest");
  const { wanted } = await stateOf(workshop);
  if (made !== undefined && made !== wanted.tell && made.startsWith(workshop.stages.versions.tell))
    if (await store.othersWorking()) return true;
  if (made !== wanted.tell) await bringUpToDate(workshop);
  return false;
}

/** Drops every derived record and makes them again from captures and judgements. */
export async function rebuild(workshop: Workshop): Promise<void> {
  await workshop.store.dropDerived();
  await bringUpToDate(workshop);
}

/** Records a judgement and brings the story up to date. @returns whether the audit tells of it, as `StoryStore.judge` says */
export async function judge(workshop: Workshop, judgement: Judgement, deed?: Deed): Promise<boolean> {
  const told = await workshop.store.judge(judgement, deed);
  await bringUpToDate(workshop);
  return told;
}

/** Everything a story is made from, except the bytes, and the versions that its own records have if made from that. */
export async function stateOf({ store, stages }: Workshop) {
  const captures = sharingHints(await store.captures());
  const [judgements, notes] = [standing(await store.judgements()), await store.notes()];
  const version = (stage: "trace" | "weigh" | "tell", ...inputs: readonly unknown[]) =>
    `${stages.versions[stage]} ${contentHash(JSON.stringify(inputs)).slice(0, 16)}`;
  const found = captures.map(({ hash, places }) => [hash, places.map(({ place, hints }) => [place, hints])]);
  const showings = showingsOf(captures);
  const places = [found, showings.map(({ place, shown }) => [place, shown.map(({ hash }) => hash)])];
  const aside = judgements.filter(({ kind }) => kind === "reject" || kind === "accept" || kind === "split");
  const wanted = {
    trace: version("trace", places, aside),
    weigh: version("weigh", places, judgements),
    tell: version("tell", places, showings, judgements, notes, store.name),
  };
  return { captures, judgements, notes, wanted };
}

async function bringStoryUp(workshop: Workshop, state: Awaited<ReturnType<typeof stateOf>>): Promise<void> {
  const { store, stages, onProgress } = workshop;
  const { captures, notes, wanted } = state;
  if (await isCurrent(store, wanted)) return;
  const all = await loadReadings(workshop, captures);
  const run = await stages.perStory();
  const succession = successionOf(captures, all, run.compare);
  const judgements = carried(state.judgements, succession);
  const readings = usable(all, judgements, succession.aside);
  const step = async <T>(name: "trace" | "weigh", make: () => Promise<StageResult<T>>) => {
    onProgress?.({ step: name, done: 0, total: readings.length });
    const made = await remembered(store, name, wanted[name], make);
    onProgress?.({ step: name, done: readings.length, total: readings.length });
    return made;
  };
  const lineage = await step("trace", async () => {
    const { output, diagnostics } = await traceAnew(workshop, run, readings, all);
    return { output: run.judgedLineage(output, judgements), diagnostics };
  });
  const weighing = await step("weigh", async () => weighStory(run, readings, lineage.output, judgements));
  onProgress?.({ step: "tell", done: 0, total: readings.length });
  const isEarlier = ({ read }: Reading) => read.output !== null && succession.aside.has(read.output.id);
  const used = new Set(readings.map(({ read }) => read));
  const unread = all.filter((reading) => !used.has(reading.read) && !isEarlier(reading)).flatMap(diagnosticsOf);
  const extra = [...notes, ...captures.flatMap(duplicatesOf), ...succession.diagnostics, ...unread];
  const report = run.tell(assemble(store.name, readings, lineage, weighing, extra, judgements, succession.versions));
  const digest = { key: "digest", version: wanted.tell, body: JSON.stringify(run.digest(report)) };
  await store.derive([...keptParts(report), digest].map((part) => ({ ...part, stage: "tell" })));
  onProgress?.({ step: "tell", done: readings.length, total: readings.length });
}

/** Whether all was made from this state: a process that ended late may have left a lineage of fewer articles beside a newer report. */
async function isCurrent(store: StoryStore, wanted: Awaited<ReturnType<typeof stateOf>>["wanted"]): Promise<boolean> {
  if ((await store.versions("tell", ["digest"])).get("digest") !== wanted.tell) return false;
  for (const stage of ["trace", "weigh"] as const)
    if ((await store.versions(stage)).get("story") !== wanted[stage]) return false;
  return true;
}

async function remembered<T>(
  store: StoryStore,
  stage: "trace" | "weigh",
  version: string,
  make: () => Promise<StageResult<T>>,
): Promise<StageResult<T>> {
  if ((await store.versions(stage)).get("story") === version)
    return JSON.parse((await store.derived(stage, ["story"])).get("story")!) as StageResult<T>;
  const made = await make();
  await store.derive([{ stage, key: "story", version, body: JSON.stringify(made), bulky: true }]);
  return made;
}

/** What the stages said about the captures named. */
async function saidAbout(workshop: Workshop, hashes: ReadonlySet<string>): Promise<readonly Diagnostic[]> {
  const captures = sharingHints(await workshop.store.captures()).filter(({ hash }) => hashes.has(hash));
  const readings: readonly Reading[] = await loadReadings(workshop, captures);
  return readings.flatMap(diagnosticsOf);
}

function duplicatesOf({ places }: KeptCapture): readonly Diagnostic[] {
  const [first, ...others] = places;
  return others.map(({ place }) => duplicate(place, first!.place));
}

function aboutRepeated({ status, place }: Kept): readonly Diagnostic[] {
  return status === "duplicate" ? [duplicate(place, "a file added before")] : [];
}

/** How far what was found again is another than before, as the report has it. */
async function aboutChanged(store: StoryStore, kept: readonly Kept[]): Promise<readonly Diagnostic[]> {
  const changed = kept.filter(({ status }) => status === "changed");
  if (changed.length === 0) return [];
  const { articles, versions, diagnostics } = (await storedReport(store))!;
  return changed.map(({ hash, place }) => {
    const instead = diagnostics.find(({ code, article }) => code === "source.replaced" && article === articleId(hash));
    if (instead !== undefined) return instead;
    const isThere = articles.some(({ id }) => id === articleId(hash));
    const version = versions.filter(({ article }) => article === articleId(hash)).at(-1);
    const message = isThere ? howChanged(version) : "No article is there now: what was there before stands.";
    return { severity: "info", code: "source.changed", message, stage: "source", file: place };
  });
}

function howChanged(version: Version | undefined): string {
  if (version === undefined) return "Something else stood there when it was added before: both are articles.";
  const [more, less] = [version.added.length, version.dropped.length];
  if (more + less === 0) return "It was sent differently than before, but with the same text.";
  return `It has changed since it was added before: ${sentences(more)} new, ${less} gone. Both versions are kept.`;
}
const sentences = (count: number): string => `${count} ${count === 1 ? "sentence" : "sentences"}`;

const duplicate = (file: string, of: string): Diagnostic => ({
  severity: "info",
  code: "source.duplicate",
  message: `The same bytes as ${of}: counted once.`,
  stage: "source",
  file,
});
