import { articleId, type KeptCapture } from "../engine/index.js";
import { HearsayError, isLasting, type Judgement, stableId, standing } from "../model/index.js";

// An analyst's word on where an article belongs is a judgement of the stream: it accepts the article into a story, whose
// name is its value. The latest that stands counts; a withdrawn one does not.

/** An analyst's word on an article: the story it belongs in, and who said so when. */
export interface ByHand extends Pick<Judgement, "id" | "who" | "when" | "why"> {
  readonly story: string;
}

/**
 * In which story analysts want which articles, by article.
 * @param sameAs the article that one is another version of, or itself: a word on a version is one on all of them
 */
export function placedByHand(
  judgements: readonly Judgement[],
  sameAs: (article: string) => string = (article) => article,
): ReadonlyMap<string, ByHand> {
  const placed = new Map<string, ByHand>();
  for (const { id, kind, subjects, value, who, when, why } of standing(judgements))
    if (kind === "accept" && value !== null)
      for (const subject of subjects) placed.set(sameAs(subject), { id, story: value, who, when, why });
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
  const meant = new Set(found.flatMap(({ places }) => places.map(({ place }) => place)).filter(fits));
  if (meant.size === 1 && [...meant].every(isLasting)) return articleId(latestAt([...meant][0]!, found));
  const many = found.slice(0, 5).map(({ hash, places }) => `${articleId(hash)} (${places[0]!.place})`);
  if (found.length > 1) throw new HearsayError("usage.article", `"${name}" may be: ${many.join(", ")}.`);
  throw new HearsayError(
    "usage.article",
    `There is no article "${name}" in this stream: give its id, file or address.`,
  );
}

/**
 * The judgement that is meant by its id, or by the article that it puts into a story.
 * @throws HearsayError `judgement.unknown`, `usage.article`
 */
export function judgementMeant(
  captures: readonly KeptCapture[],
  judgements: readonly Judgement[],
  name: string,
): string {
  if (judgements.some(({ id }) => id === name)) return name;
  if (name.startsWith("judgement-"))
    throw new HearsayError("judgement.unknown", `There is no judgement "${name}" in this stream.`);
  const said = placedByHand(judgements).get(articleMeant(captures, name));
  if (said !== undefined) return said.id;
  throw new HearsayError("judgement.unknown", `Nobody has put "${name}" into a story by hand.`);
}

/** What a place showed last: all that it showed are versions of one article. */
function latestAt(wanted: string, captures: readonly KeptCapture[]): string {
  const seen = captures.map(({ hash, places }) => ({
    hash,
    last:
      places
        .filter(({ place }) => place === wanted)
        .map(({ last }) => last)
        .sort()
        .at(-1) ?? "",
  }));
  return seen.sort((a, b) => (a.last < b.last || (a.last === b.last && a.hash < b.hash) ? 1 : -1))[0]!.hash;
}
