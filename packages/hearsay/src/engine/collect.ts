import type { Capture, Diagnostic } from "../model/index.js";
import type { Workshop } from "./engine.js";
import type { Derived, Found, Kept, KeptList, Note, StoryStore } from "./ports.js";

/** Captures are kept in transactions of at most so many, or so many bytes. */
const batchCount = 64;
const batchBytes = 16 * 1024 * 1024;

/** What a run of adding kept, and what there was to say of it. */
export interface Collected {
  readonly kept: readonly Kept[];
  readonly noted: readonly Diagnostic[];
}

/** Keeps what is found as it comes in, in batches; what took long to get, at once. */
export async function collect({ store, onProgress }: Workshop, found: AsyncIterable<Found>): Promise<Collected> {
  const kept: Kept[] = [];
  const noted: Diagnostic[] = [];
  const said = new Map<string, Diagnostic[]>();
  const known = new Set<string>();
  let batch: Found[] = [];
  let bytes = 0;
  const flush = async () => {
    const anew = await store.keep(batch.flatMap(({ capture }) => capture ?? []));
    for (const one of anew) known.add(keyOf(one));
    kept.push(...anew);
    for (const one of await store.keep(await stillThere(store, batch))) {
      // What was kept in this same run is told of once.
      if (!known.has(keyOf(one))) kept.push(one);
      known.add(keyOf(one));
    }
    const lists = batch.flatMap(listIn);
    if (lists.length > 0) await store.derive(lists);
    const files = new Set(batch.map(fileOf));
    await store.note([...files].map((file): Note => ({ file, diagnostics: said.get(file) ?? [] })));
    batch = [];
    bytes = 0;
  };
  for await (const one of found) {
    batch.push(one);
    noted.push(...one.diagnostics);
    said.set(fileOf(one), [...(said.get(fileOf(one)) ?? []), ...one.diagnostics]);
    bytes += one.capture?.bytes.byteLength ?? 0;
    onProgress?.({ step: "collect", done: kept.length + batch.length, total: null, file: fileOf(one) });
    if (one.slow || batch.length >= batchCount || bytes >= batchBytes) await flush();
  }
  await flush();
  return { kept, noted };
}

const keyOf = ({ hash, place }: Kept): string => `${hash} ${place}`;
const fileOf = (found: Found): string => (found.capture === null ? found.file : found.capture.place);

/** What a server says is as it was, as captures again: with when it said so, and what feeds say of it now. */
async function stillThere(store: StoryStore, batch: readonly Found[]): Promise<readonly Capture[]> {
  const captures: Capture[] = [];
  for (const found of batch) {
    if (found.capture !== null || found.unchanged === undefined) continue;
    const bytes = await store.bytes(found.unchanged.hash);
    if (bytes !== null) captures.push({ ...found.unchanged, place: found.file, bytes });
  }
  return captures;
}

/** Feeds are nothing that anything is concluded from: they are kept like what can be made again. */
const listStage = "list";

const listIn = (found: Found): readonly Derived[] =>
  found.capture === null && found.list !== undefined
    ? [{ stage: listStage, key: found.file, version: "1", body: JSON.stringify(found.list), bulky: true }]
    : [];

/** The feed or sitemap that was last fetched from an address; null when none was, or its server gives no way to ask. */
export async function lastList(store: StoryStore, place: string): Promise<KeptList | null> {
  const body = (await store.derived(listStage, [place])).get(place);
  return body === undefined ? null : (JSON.parse(body) as KeptList);
}
