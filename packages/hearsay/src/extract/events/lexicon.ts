import { type EventType, eventTypes } from "../../model/index.js";
import { actorNouns, objectNouns } from "./tables/actors.js";
import { emptyFrames } from "./tables/figures.js";
import { frames, lightVerbs, nounSets, occurVerbs, sufferVerbs } from "./tables/frames.js";
import { type Attitude, attitudes } from "./tables/governors.js";
import { eventNouns, nominalizations } from "./tables/nouns.js";
import { verbs } from "./tables/verbs.js";

const words = (list: string): readonly string[] => list.split(/\s+/).filter(Boolean);

function byWord<T extends string>(table: Readonly<Record<T, string>>): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const [type, list] of Object.entries(table) as [T, string][])
    for (const word of words(list)) if (!map.has(word)) map.set(word, type);
  return map;
}

const verbTypes = byWord(verbs);
const nounTypes = byWord(eventNouns);
const light = new Set(words(lightVerbs));
const suffer = new Set(words(sufferVerbs));
const occur = new Set(words(occurVerbs));
const actors = new Set(words(actorNouns));
const objects = new Set(words(objectNouns));
const sets = new Map(Object.entries(nounSets).map(([name, list]) => [name, words(list)]));

const things = new Set(["AID", "ARMS", "TROOPS", "PEACEKEEPERS", "TIES"].flatMap((name) => sets.get(name) ?? []));

/** What one verb means with some objects; `type` null says that this is no event. */
interface Frame {
  readonly objects: ReadonlySet<string>;
  readonly any: boolean;
  readonly type: EventType | null;
}

const framesByVerb = readFrames(frames);
const emptyByVerb = readFrames(emptyFrames);

function readFrames(table: string): ReadonlyMap<string, readonly Frame[]> {
  const map = new Map<string, Frame[]>();
  for (const [, verbList, objectList, type] of table.matchAll(/([^:>]+):([^>]+)>\s+([A-Z]+)/g)) {
    const frame = readFrame(objectList ?? "", type ?? "");
    for (const verb of words(verbList ?? "")) map.set(verb, [...(map.get(verb) ?? []), frame]);
  }
  return map;
}

function readFrame(objectList: string, type: string): Frame {
  const nouns = words(objectList).flatMap((word) => sets.get(word) ?? [word]);
  const known = eventTypes.find((t) => t === type) ?? null;
  return { objects: new Set(nouns), any: nouns.includes("*"), type: known };
}

/** The lemma alone and with its particle, the longer first: "turn_down", "turn". */
export function verbKeys(lemma: string, particle: string | null): readonly string[] {
  return particle === null ? [lemma] : [`${lemma}_${particle}`, lemma];
}

/**
 * What a verb with these objects means by the frames; undefined when no frame speaks of it, null when one says
 * that it is no event. `direct`: it has an object, not only something joined by a preposition.
 */
export function frameType(
  keys: readonly string[],
  nouns: readonly string[],
  direct = nouns.length > 0,
): EventType | null | undefined {
  for (const key of keys)
    for (const frame of framesByVerb.get(key) ?? [])
      if (frame.any ? direct : nouns.some((noun) => frame.objects.has(noun))) return frame.type;
  return undefined;
}

/** With these objects the verb says nothing that is done between actors: "released the video", "gave a boost". */
export const isEmptyFrame = (keys: readonly string[], nouns: readonly string[]): boolean =>
  keys.some((key) => emptyByVerb.get(key)?.some((frame) => nouns.some((noun) => frame.objects.has(noun))) === true);

/** The type a verb carries by itself. With a particle only the phrasal verb's own type counts, then the verb's. */
export function verbType(keys: readonly string[]): EventType | null {
  for (const key of keys) {
    const type = verbTypes.get(key);
    if (type !== undefined) return type;
  }
  return null;
}

export const nounType = (lemma: string): EventType | null => nounTypes.get(lemma) ?? null;
const nominalized = new Map(Object.entries(nominalizations));
export const nominalizedVerb = (lemma: string): string | null => nominalized.get(lemma) ?? null;
export const isLight = (keys: readonly string[]): boolean => light.has(keys[0] ?? "") || light.has(keys.at(-1) ?? "");
export const isSuffering = (keys: readonly string[]): boolean => keys.some((key) => suffer.has(key));
export const isOccurring = (keys: readonly string[]): boolean => keys.some((key) => occur.has(key));
export const isActorNoun = (lemma: string): boolean => actors.has(lemma);
/** What is sent, given, moved or cut rather than the one it is sent to. */
export const isThing = (lemma: string): boolean => things.has(lemma);
export const isObjectNoun = (lemma: string): boolean => objects.has(lemma);

const attitudesOf = new Map<string, Attitude[]>();
for (const [name, list] of Object.entries(attitudes) as [Attitude, string][])
  for (const word of new Set(words(list))) attitudesOf.set(word, [...(attitudesOf.get(word) ?? []), name]);

/** One of the words expresses one of these attitudes. */
export function hasAttitude(keys: readonly string[], ...names: readonly Attitude[]): boolean {
  for (const key of keys) if (attitudesOf.get(key)?.some((name) => names.includes(name))) return true;
  return false;
}

const knownVerbs = new Set(
  [...verbTypes.keys(), ...framesByVerb.keys(), ...attitudesOf.keys()].flatMap((key) => [key, key.split("_")[0]!]),
);

/** The lemma, or when the lexicon lacks it the form's other possible stem: "fre" and "freed" give "free". */
export function knownLemma(lemma: string, form: string): string {
  if (knownVerbs.has(lemma) || lemma === form) return lemma;
  const stem = form.replace(/(?:ing|ed|es|d|s)$/, "");
  const single = stem.replace(/([bdgklmnprt])\1$/, "$1");
  const guesses = [`${lemma}e`, stem, `${stem}e`, single, form.replace(/i(?:ed|es)$/, "y")];
  return guesses.find((guess) => knownVerbs.has(guess)) ?? lemma;
}
