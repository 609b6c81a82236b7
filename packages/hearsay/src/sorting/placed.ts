import { articleId, type KeptCapture } from "../engine/index.js";
import { HearsayError, type Judgement, stableId, standing } from "../model/index.js";

// An analyst's word on where an article belongs is a judgement of the stream: it accepts the article into a story, whose
// name is its value. The latest that stands counts; a withdrawn one does not.

/** In which story analysts want which articles, by article. */
export function placedByHand(judgements: readonly Judgement[]): ReadonlyMap<string, string> {
  const placed = new Map<string, string>();
  for (const { kind, subjects, value } of standing(judgements))
    if (kind === "accept" && value !== null) for (const subject of subjects) placed.set(subject, value);
  return placed;
}

/** The judgement that puts articles into a story. @param when ISO 8601, UTC */
export function placing(articles: readonly string[], story: string, who: string, why: string | null, when: string) {
  const subjects = [...new Set(articles)].sort();
  const id = stableId("judgement", "accept", ...subjects, story, who, when);
  return { id, kind: "accept", subjects, value: story, who, when, why } satisfies Judgement;
}

/**
 * The article of a stream that is meant by an id, by a place, or by the end of one.
 * @throws HearsayError `usage.article`
 */
export function articleMeant(captures: readonly KeptCapture[], name: string): string {
  const byId = captures.filter(({ hash }) => articleId(hash) === name);
  const fits = (place: string): boolean => place === name || place.endsWith(`/${name}`);
  const found = byId.length > 0 ? byId : captures.filter(({ places }) => places.some(({ place }) => fits(place)));
  if (found.length === 1) return articleId(found[0]!.hash);
  const many = found.slice(0, 5).map(({ hash, places }) => `${articleId(hash)} (${places[0]!.place})`);
  if (found.length > 1) throw new HearsayError("usage.article", `"${name}" may be: ${many.join(", ")}.`);
  throw new HearsayError(
    "usage.article",
    `There is no article "${name}" in this stream: give its id, file or address.`,
  );
}
