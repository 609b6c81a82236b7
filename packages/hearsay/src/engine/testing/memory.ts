import { type Capture, type Diagnostic, hintsTogether, isLasting, type Judgement } from "../../model/index.js";
import type { Derived, Kept, LastFound, Note, Sighting, StoryStore } from "../ports.js";

/** What a story in memory is made of; two stores over one state are two processes at one story. */
export class MemoryState {
  readonly captures = new Map<string, { readonly bytes: Uint8Array; readonly places: Map<string, Sighting> }>();
  readonly last = new Map<string, LastFound & { readonly seen: string }>();
  readonly notes = new Map<string, readonly Diagnostic[]>();
  readonly judgements = new Map<string, Judgement>();
  readonly derived = new Map<string, Map<string, Derived>>();
  othersWorking = false;
}

/** A story store in memory, for testing what works with one. */
export function memoryStore(name = "memory", state = new MemoryState()): StoryStore {
  const ofStage = (stage: string) => state.derived.get(stage) ?? new Map<string, Derived>();
  const inOrder = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    name,
    keep: async (captures) => captures.map((capture) => keepOne(state, capture)),
    captures: async () =>
      inOrder(state.captures).map(([hash, { bytes, places }]) => ({
        hash,
        size: bytes.byteLength,
        places: inOrder(places).map(([, sighting]) => sighting),
      })),
    bytes: async (hash) => state.captures.get(hash)?.bytes ?? null,
    lastFound: async (place) => {
      const last = state.last.get(place);
      return last === undefined ? null : { hash: last.hash, hints: last.hints, validators: last.validators };
    },
    note: async (notes: readonly Note[]) => {
      for (const { file, diagnostics } of notes) state.notes.set(file, diagnostics);
    },
    notes: async () => inOrder(state.notes).flatMap(([, diagnostics]) => diagnostics),
    judge: async (judgement) => {
      if (!state.judgements.has(judgement.id)) state.judgements.set(judgement.id, judgement);
      return false;
    },
    judgements: async () => [...state.judgements.values()],
    derive: async (records) => {
      if (records.some(({ version }) => typeof version !== "string")) throw new Error("A record needs a version.");
      for (const record of records) state.derived.set(record.stage, ofStage(record.stage).set(record.key, record));
    },
    versions: async (stage, keys) =>
      new Map(
        inOrder(ofStage(stage))
          .filter(([key]) => keys === undefined || keys.includes(key))
          .map(([key, { version }]) => [key, version]),
      ),
    derived: async (stage, keys) =>
      new Map(
        inOrder(ofStage(stage))
          .filter(([key]) => keys === undefined || keys.includes(key))
          .map(([key, { body }]) => [key, body]),
      ),
    dropDerived: async () => state.derived.clear(),
    working: (work) => work(),
    othersWorking: async () => state.othersWorking,
    close: async () => {},
  };
}

function keepOne({ captures, last: lasts }: MemoryState, capture: Capture): Kept {
  const { hash, place, retrieved, bytes, validators = null } = capture;
  const known = captures.get(hash);
  const again = known?.places.get(place);
  const hints = hintsTogether(again?.hints ?? {}, capture.hints ?? {});
  const before = lasts.get(place);
  if (before === undefined || `${before.seen} ${before.hash}` <= `${retrieved} ${hash}`)
    lasts.set(place, { hash, hints, validators, seen: retrieved });
  if (again !== undefined) {
    const [first = retrieved, , last = retrieved] = [again.first, retrieved, again.last].sort();
    known?.places.set(place, { place, first, last, hints });
    const isBack = isLasting(place) && before !== undefined && before.seen > again.last && before.seen < retrieved;
    return { hash, place, status: isBack ? "changed" : "known" };
  }
  const sighting: Sighting = { place, first: retrieved, last: retrieved, hints };
  if (known === undefined) captures.set(hash, { bytes, places: new Map([[place, sighting]]) });
  else known.places.set(place, sighting);
  if (known !== undefined) return { hash, place, status: "duplicate" };
  return { hash, place, status: before !== undefined && isLasting(place) ? "changed" : "new" };
}
