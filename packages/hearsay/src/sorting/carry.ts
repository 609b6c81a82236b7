import { articleId, type KeptCapture, type StoryStore } from "../engine/index.js";
import { type Capture, type Judgement, stableId, standing } from "../model/index.js";
import type { ByHand } from "./placed.js";

/** Who judges where sorting does. */
export const sorter = "hearsay sort";

/**
 * Puts captures of the stream into a story, where they are not there already, in the order of their hashes. Those that
 * sorting took out of it before are taken back.
 * @param when ISO 8601, UTC
 */
export async function putInto(
  story: StoryStore,
  stream: StoryStore,
  captures: readonly KeptCapture[],
  when: string,
): Promise<void> {
  const there = new Set((await story.captures()).map(({ hash }) => hash));
  for (const capture of captures.filter(({ hash }) => !there.has(hash))) {
    const bytes = await stream.bytes(capture.hash);
    if (bytes !== null) await story.keep(sightings(capture, bytes));
  }
  const out = await takenOut(story);
  for (const { hash } of captures) {
    const judgement = out.get(articleId(hash));
    if (judgement !== undefined) await judge(story, "withdraw", judgement.id, null, when);
  }
}

/** A capture everywhere it was found, first and last. */
function sightings({ hash, places }: KeptCapture, bytes: Uint8Array): readonly Capture[] {
  return places.flatMap(({ place, first, last, hints }) =>
    [...new Set([first, last])].map((retrieved) => ({ hash, place, retrieved, bytes, hints })),
  );
}

/**
 * Takes captures out of a story: they stay kept there, set aside by a judgement that says where they are now.
 * @param place "now in the story tram-strike"
 */
export async function takeOut(
  story: StoryStore,
  captures: readonly KeptCapture[],
  place: string,
  when: string,
): Promise<void> {
  const there = new Set((await story.captures()).map(({ hash }) => hash));
  const out = await takenOut(story);
  for (const { hash } of captures)
    if (there.has(hash) && !out.has(articleId(hash)))
      await judge(story, "reject", articleId(hash), `sorted: ${place}`, when);
}

/** What sorting has out of a story now, by article. */
async function takenOut(story: StoryStore): Promise<ReadonlyMap<string, Judgement>> {
  const out = standing(await story.judgements()).filter(({ who, kind }) => who === sorter && kind === "reject");
  return new Map(out.flatMap((judgement) => judgement.subjects.map((subject) => [subject, judgement] as const)));
}

async function judge(
  story: StoryStore,
  kind: "reject" | "withdraw",
  subject: string,
  why: string | null,
  when: string,
): Promise<void> {
  // The same may be judged again at the same moment, after it was taken back.
  const count = (await story.judgements()).filter(({ subjects }) => subjects.includes(subject)).length;
  const id = stableId("judgement", kind, subject, sorter, when, count);
  await story.judge({ id, kind, subjects: [subject], value: null, who: sorter, when, why });
}

/** An article that an analyst put into a story, and the word by which. */
export interface Placement {
  readonly article: string;
  readonly said: ByHand;
}

/**
 * What analysts judged in one story, judged in another too: ids of articles and of what is in them are the same there, and
 * what is about something that is not there waits until it is. Each judgement keeps its id, so that it comes over once.
 * @param placed what analysts put there: that it was rejected where it comes from does not hold any more
 */
export async function carryJudgements(
  from: StoryStore,
  to: StoryStore,
  placed: readonly Placement[] = [],
): Promise<void> {
  const all = await from.judgements();
  const own = new Set(all.filter(({ who }) => who === sorter).map(({ id }) => id));
  const there = new Set((await to.judgements()).map(({ id }) => id));
  for (const judgement of all)
    if (!own.has(judgement.id) && !there.has(judgement.id) && !judgement.subjects.some((one) => own.has(one)))
      await to.judge(judgement);
  const rejections = standing(all).filter(({ kind, who }) => kind === "reject" && who !== sorter);
  const rejected = new Set(rejections.flatMap(({ subjects }) => subjects));
  for (const { article, said } of placed.filter((one) => rejected.has(one.article))) {
    const { who, when, why } = said;
    const id = stableId("judgement", "accept", article, said.id);
    await to.judge({ id, kind: "accept", subjects: [article], value: null, who, when, why });
  }
}
