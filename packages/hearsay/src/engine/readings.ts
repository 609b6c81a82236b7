import { setImmediate } from "node:timers/promises";
import { analyseArticle, type Reading } from "./analyse.js";
import type { Workshop } from "./engine.js";
import type { Derived, KeptCapture, Sighting, StoryStore } from "./ports.js";
import type { ReadInput } from "./stages.js";
import type { StageVersions } from "./versions.js";

/** The stages that look at one article, in the order in which they run. */
const articleStages = ["read", "annotate", "fingerprint", "extract"] as const;
type ArticleStage = (typeof articleStages)[number];
/** Their records that are large and seldom read. */
const bulky: ReadonlySet<ArticleStage> = new Set(["annotate", "fingerprint"]);

/**
 * So long may go by, in milliseconds, before what comes in from elsewhere is heard: neither the stages nor a store whose
 * driver is synchronous wait for anything, so that nothing else in the process would have a turn.
 */
const unheard = 50;

/** An article's id within a story: made from its content, the same on any machine. */
export const articleId = (hash: string): string => `a-${hash.slice(0, 12)}`;

/** The place an article is known by, of all where its bytes were found: the first address, else the first file. */
export const placeOf = (capture: KeptCapture): string => sightingOf(capture).place;
const sightingOf = ({ places }: KeptCapture): Sighting => places.find(({ place }) => isUrl(place)) ?? places[0]!;
/** Whether a place is a web address. */
const isUrl = (place: string): boolean => /^https?:\/\//i.test(place);

/** The captures of these whose per-article records are missing or out of date. @param keys their hashes, where they are few */
export async function unreadOf(
  { store, stages }: Workshop,
  captures: readonly KeptCapture[],
  keys?: readonly string[],
): Promise<{ readonly missing: readonly KeptCapture[]; readonly stored: Versions }> {
  const stored = await storedVersions(store, keys);
  return { missing: captures.filter((one) => outdated(stages.versions, stored, one).length > 0), stored };
}

/** Makes the missing per-article records, an article at a time and each article's all at once. */
export async function bringArticlesUp(
  workshop: Workshop,
  captures: readonly KeptCapture[],
  keys?: readonly string[],
): Promise<void> {
  const { store, stages, onProgress } = workshop;
  const { missing, stored } = await unreadOf(workshop, captures, keys);
  if (missing.length === 0) return;
  const run = await stages.perArticle();
  let heard = performance.now();
  for (const [done, capture] of missing.entries()) {
    onProgress?.({ step: "read", done, total: missing.length, file: placeOf(capture) });
    if (performance.now() - heard > unheard) {
      await setImmediate();
      heard = performance.now();
    }
    const wanted = outdated(stages.versions, stored, capture);
    const have = await loadReading(store, capture.hash, wanted);
    const reading = await analyseArticle(run, await inputOf(store, capture), have);
    await store.derive(wanted.map((stage) => record(stages.versions, capture, stage, reading)));
  }
  onProgress?.({ step: "read", done: missing.length, total: missing.length });
}

/** The readings of captures, in their order: those that are remembered, and the others as they are stored. */
export async function loadReadings(workshop: Workshop, captures: readonly KeptCapture[]): Promise<readonly Reading[]> {
  const { stages, memory } = workshop;
  const versions = new Map(captures.map((capture) => [capture.hash, recordsVersion(stages.versions, capture)]));
  const known = (hash: string) => memory?.reading(hash, versions.get(hash)!);
  const missing = captures.map(({ hash }) => hash).filter((hash) => known(hash) === undefined);
  const loaded = new Map<string, Reading>();
  for (const { hash, reading, size } of await storedReadings(workshop.store, missing)) {
    loaded.set(hash, reading);
    memory?.keep(hash, versions.get(hash)!, reading, size);
  }
  return captures.map(({ hash }) => loaded.get(hash) ?? known(hash)!);
}

/** Of the readings of captures, in their order, what tracing takes: whole where they are remembered. */
export async function loadForTracing(
  { store, stages, memory }: Workshop,
  captures: readonly KeptCapture[],
): Promise<readonly Reading[]> {
  const known = captures.map((one) => memory?.reading(one.hash, recordsVersion(stages.versions, one)));
  const keys = captures.filter((_, i) => known[i] === undefined).map(({ hash }) => hash);
  const bodies = new Map<ArticleStage, ReadonlyMap<string, string>>();
  for (const stage of ["read", "fingerprint"] as const) bodies.set(stage, await store.derived(stage, keys));
  return captures.map(({ hash }, i) => known[i] ?? parsed((stage) => bodies.get(stage)?.get(hash)));
}

/** Readings as they are stored, and how long their records are. */
async function storedReadings(store: StoryStore, keys: readonly string[]) {
  if (keys.length === 0) return [];
  const bodies = new Map<ArticleStage, ReadonlyMap<string, string>>();
  for (const stage of articleStages) bodies.set(stage, await store.derived(stage, keys));
  return keys.map((hash) => {
    const body = (stage: ArticleStage) => bodies.get(stage)?.get(hash);
    const size = articleStages.reduce((sum, stage) => sum + (body(stage)?.length ?? 0), 0);
    return { hash, reading: parsed(body), size };
  });
}

/** What all of an article's records depend on besides its bytes. */
export const recordsVersion = (versions: StageVersions, capture: KeptCapture): string =>
  articleStages.map((stage) => versionOf(versions, stage, capture)).join("\n");

type Versions = ReadonlyMap<ArticleStage, ReadonlyMap<string, string>>;

async function storedVersions(store: StoryStore, keys?: readonly string[]): Promise<Versions> {
  const versions = new Map<ArticleStage, ReadonlyMap<string, string>>();
  for (const stage of articleStages) versions.set(stage, await store.versions(stage, keys));
  return versions;
}

/** What an article's record depends on besides its bytes: the stage, the place that names it, what was said of it there, when it was fetched. */
function versionOf(versions: StageVersions, stage: ArticleStage, capture: KeptCapture): string {
  const { place, hints, first } = sightingOf(capture);
  const said = Object.keys(hints).length === 0 ? "" : ` ${JSON.stringify(hints)}`;
  return `${versions[stage]} ${place}${isUrl(place) ? ` ${first}` : ""}${said}`;
}

function outdated(versions: StageVersions, stored: Versions, capture: KeptCapture): readonly ArticleStage[] {
  return articleStages.filter((stage) => stored.get(stage)?.get(capture.hash) !== versionOf(versions, stage, capture));
}

async function loadReading(
  store: StoryStore,
  hash: string,
  except: readonly ArticleStage[],
): Promise<Partial<Reading>> {
  const bodies = new Map<ArticleStage, string | undefined>();
  for (const stage of articleStages)
    if (!except.includes(stage)) bodies.set(stage, (await store.derived(stage, [hash])).get(hash));
  const { read, annotate, fingerprint, extract } = parsed((stage) => bodies.get(stage));
  return {
    ...(bodies.has("read") && { read }),
    ...(bodies.has("annotate") && { annotate }),
    ...(bodies.has("fingerprint") && { fingerprint }),
    ...(bodies.has("extract") && { extract }),
  };
}

function parsed(body: (stage: ArticleStage) => string | undefined): Reading {
  const of = (stage: ArticleStage): unknown => JSON.parse(body(stage) ?? "null");
  return {
    read: (of("read") ?? { output: null, diagnostics: [] }) as Reading["read"],
    annotate: of("annotate") as Reading["annotate"],
    fingerprint: of("fingerprint") as Reading["fingerprint"],
    extract: of("extract") as Reading["extract"],
  };
}

/** What reading takes of a capture. */
export async function inputOf(store: StoryStore, capture: KeptCapture): Promise<ReadInput> {
  const { place: file, hints, first } = sightingOf(capture);
  const bytes = (await store.bytes(capture.hash)) ?? new Uint8Array();
  return { id: articleId(capture.hash), file, bytes, hints, ...(isUrl(file) && { url: file, retrieved: first }) };
}

function record(versions: StageVersions, capture: KeptCapture, stage: ArticleStage, reading: Reading): Derived {
  return {
    stage,
    key: capture.hash,
    version: versionOf(versions, stage, capture),
    body: JSON.stringify(reading[stage]),
    bulky: bulky.has(stage),
  };
}
