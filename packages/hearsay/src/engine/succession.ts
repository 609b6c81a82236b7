import {
  type Article,
  addressIn,
  type Diagnostic,
  type Hints,
  hintsTogether,
  isLasting,
  type Judgement,
  quote,
  span,
  type Version,
} from "../model/index.js";
import type { Reading } from "./analyse.js";
import type { KeptCapture, Sighting } from "./ports.js";
import type { Changes } from "./stages.js";

/** Compares two texts, the earlier first. */
export type Compare = (earlier: string, later: string) => Changes;

/** Which readings are earlier versions of another, by article id. */
export interface Succession {
  /** From an earlier version to the article as it is now. */
  readonly current: ReadonlyMap<string, string>;
  /** Readings that are no articles of the story: earlier versions, and what addresses hold in an article's stead. */
  readonly aside: ReadonlySet<string>;
  readonly versions: readonly Version[];
  /** Where an address holds something in an article's stead that cannot be one. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A file that holds other words now is another article, unless so much of the shorter text is still in it. */
const kin = 0.3;
/** An address whose new text is this much shorter, and shares less than this, shows a wall or an error, not a new version. */
const wall = { length: 1 / 3, shared: 0.1 };

const lasting = ({ place }: Sighting): boolean => isLasting(place) || addressIn(place) !== null;
const isAddress = (place: string): boolean => addressIn(place) !== null;
/** What a place shows, by which captures belong together: a web address, wherever its captures were kept, or a file. */
const shownAt = (place: string): string => addressIn(place) ?? place;

interface Kept {
  readonly article: Article;
  readonly places: readonly Sighting[];
}

/**
 * Finds articles that their place no longer shows. What a web address held before is an earlier version of what it
 * holds now; what a file held before is one when the two still share sentences. Only lasting places count. A capture
 * that is still found somewhere is no earlier version, nor is one gone for something that no article was found in, or
 * for a few words that have nothing to do with it: a log-in, an error. Those are told, and left out.
 */
export function successionOf(
  captures: readonly KeptCapture[],
  readings: readonly Reading[],
  compare: Compare,
): Succession {
  const kept = captures.flatMap(({ places }, index): Kept[] => {
    const article = readings[index]?.read.output ?? null;
    return article === null ? [] : [{ article, places }];
  });
  const { holders, walls } = byPlace(kept, compare);
  const current = new Map<string, string>();
  const versions: Version[] = [];
  for (const one of kept) {
    if (walls.has(one)) continue;
    const next = one.places.map(({ place }) => holders.get(shownAt(place)) ?? one);
    if (next.includes(one)) continue;
    const [index, now] = [...next.entries()].sort(([i], [j]) => rankOf(one, i) - rankOf(one, j))[0]!;
    const sighting = one.places[index]!;
    const changes = compare(one.article.text, now.article.text);
    if (!isAddress(sighting.place) && changes.shared < kin) continue;
    current.set(one.article.id, now.article.id);
    versions.push(versionOf(one.article, sighting, now, changes));
  }
  return {
    current,
    aside: new Set([...current.keys(), ...[...walls].map(({ article }) => article.id)]),
    versions: versions.sort(byArticleAndTime),
    diagnostics: [...walls].map(replaced),
  };
}

const rankOf = ({ places }: Kept, index: number): number => (isAddress(places[index]!.place) ? -1 : index);

/** What each place showed last, and what addresses showed instead of it. */
function byPlace(kept: readonly Kept[], compare: Compare) {
  const shown = new Map<string, { readonly kept: Kept; readonly key: string }[]>();
  for (const one of kept)
    for (const { place, last, first } of one.places.filter(lasting)) {
      const showing = { kept: one, key: [last, first, one.article.id].join("\u0000") };
      const list = shown.get(shownAt(place));
      if (list === undefined) shown.set(shownAt(place), [showing]);
      else list.push(showing);
    }
  const holders = new Map<string, Kept>();
  const walls = new Set<Kept>();
  for (const [place, list] of shown)
    for (const { kept: one } of list.sort((a, b) => (a.key < b.key ? -1 : 1))) {
      const holder = holders.get(place);
      if (holder !== undefined && one.places.length === 1 && isAddress(place) && isWall(holder, one, compare))
        walls.add(one);
      else holders.set(place, one);
    }
  return { holders, walls };
}

function isWall({ article: before }: Kept, { article: now }: Kept, compare: Compare): boolean {
  if (now.text.length >= before.text.length * wall.length) return false;
  return compare(before.text, now.text).shared < wall.shared;
}

function replaced({ article: { id, file, text } }: Kept): Diagnostic {
  const words = text.slice(0, 120).replace(/\s+/g, " ");
  return {
    severity: "warning",
    code: "source.replaced",
    message: `It now shows only “${words}${text.length > 120 ? "…" : ""}”: the article stands as it was before.`,
    stage: "source",
    ...{ file, article: id },
    remedy: "If that is all there is now, a retraction for one, reject the article: hearsay judge reject.",
  };
}

function versionOf(earlier: Article, sighting: Sighting, now: Kept, { added, dropped }: Changes): Version {
  const { id, title, published, modified, text } = earlier;
  const { article, places } = now;
  const { place, first, last } = sighting;
  return {
    ...{ id, article: article.id, file: place, first, last },
    since: sinceOf(last, places.find((other) => shownAt(other.place) === shownAt(place)) ?? sighting),
    ...{ title, published, modified, text },
    added: added.map(({ start, end }) => quote(span(article.id, start, end), article.text)),
    dropped: dropped.map(({ start, end }) => quote(span(id, start, end), text)),
  };
}

/** When the article was found first after its version was found last; it may have been there before, too. */
const sinceOf = (version: string, { first, last }: Sighting): string => (first > version ? first : last);

const byArticleAndTime = (a: Version, b: Version): number => (keyOf(a) < keyOf(b) ? -1 : 1);
const keyOf = ({ article, first, id }: Version): string => [article, first, id].join("\u0000");

/** What a place showed and when, in order; captures of one address together. */
export interface Showing {
  readonly place: string;
  readonly shown: readonly { readonly hash: string; readonly first: string; readonly last: string }[];
}

/** The places that showed more than one thing: all that versions depend on besides the bytes. */
export function showingsOf(captures: readonly KeptCapture[]): readonly Showing[] {
  const byPlace = new Map<string, Showing["shown"][number][]>();
  for (const { hash, places } of captures)
    for (const { place, last, first } of places.filter(lasting)) {
      const list = byPlace.get(shownAt(place));
      if (list === undefined) byPlace.set(shownAt(place), [{ hash, first, last }]);
      else list.push({ hash, first, last });
    }
  const inOrder = (a: Showing["shown"][number], b: Showing["shown"][number]) =>
    a.last + a.first + a.hash < b.last + b.first + b.hash ? -1 : 1;
  return [...byPlace]
    .filter(([, shown]) => shown.length > 1)
    .map(([place, shown]) => ({ place, shown: shown.sort(inOrder) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
}

/** Captures with what was said of any version at a place said of each, except what is about its own bytes. */
export function sharingHints(captures: readonly KeptCapture[]): readonly KeptCapture[] {
  const said = new Map<string, readonly Sighting[]>();
  for (const { places } of captures)
    for (const sighting of places)
      if (lasting(sighting) && Object.keys(sighting.hints).length > 0)
        said.set(shownAt(sighting.place), [...(said.get(shownAt(sighting.place)) ?? []), sighting]);
  if (said.size === 0) return captures;
  const shared = new Map([...said].map(([place, list]) => [place, together(list)]));
  return captures.map((capture) => ({
    ...capture,
    places: capture.places.map((sighting) => ({
      ...sighting,
      hints: hintsTogether(shared.get(shownAt(sighting.place)) ?? {}, sighting.hints),
    })),
  }));
}

function together(sightings: readonly Sighting[]): Hints {
  const inOrder = [...sightings].sort((a, b) => (a.last < b.last ? -1 : 1));
  const all = inOrder.reduce<Hints>((before, { hints }) => hintsTogether(before, hints), {});
  const { charset: _, fromFeed: __, ...hints } = all;
  return hints;
}

/** Judgements on an earlier version, made judgements on the article as it is now. */
export function carried(judgements: readonly Judgement[], { current }: Succession): readonly Judgement[] {
  return judgements.map((judgement) => ({
    ...judgement,
    subjects: judgement.subjects.map((subject) =>
      subject
        .split("~")
        .map((one) => current.get(one) ?? one)
        .join("~"),
    ),
  }));
}
