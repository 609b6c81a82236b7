import type { Answer, ListName, Name, Query, RowOf } from "hearsay/client";
import { useEffect, useMemo } from "react";
import { useRoute } from "../app/navigate.js";
import type { Request } from "./api.js";
import { type Loaded, type Paged, useGet, usePages } from "./use.js";

export type { Happening, ListedArticle as ArticleRow, ListedClaim, Mark } from "hearsay/client";

/** What the server says of a story as a whole. */
export type StoryHead = Answer<"GET /stories/{s}">;
export type MarkedArticle = Answer<"GET /stories/{s}/articles/{id}">;
export type Matrix = Answer<"GET /stories/{s}/matrix">;
export type MatrixOrigin = Matrix["origins"][number];
export type LineageData = Answer<"GET /stories/{s}/lineage">;
export type StoryRow = Answer<"GET /stories">[number];
export type ClaimDetail = Answer<"GET /stories/{s}/claims/{id}">;
export type EntityDetail = Answer<"GET /stories/{s}/entities/{id}">;

/** What is asked of a story by looking. */
type InStory = Extract<Name, `GET /stories/{s}${string}`>;
/** What a route asks besides: values come from the address as they stand there, and the server checks them. */
type Asked<K extends Name> = { readonly [P in keyof Query<K>]?: unknown };

/** The request of a route of the story that is open; null while there is none, or where an id is wanted and missing. */
function useRequest<K extends InStory>(name: K | null, id?: string | null, query?: Asked<K>): Request<K> | null {
  const { story } = useRoute();
  if (story === null || name === null || id === null) return null;
  return { name, path: { s: story, ...(id !== undefined && { id }) }, ...(query !== undefined && { query }) };
}

/** A resource of the story that is open; null as name or id asks for nothing. */
export const useStory = <K extends InStory>(name: K | null, query?: Asked<K>): Loaded<Answer<K>> =>
  useGet(useRequest(name, undefined, query));

/** One record of the story that is open. */
export const useRecord = <K extends Extract<InStory, `${string}{id}`>>(name: K, id: string | null) =>
  useGet(useRequest(name, id));

/** A paged list of the story that is open. */
export function useRows<K extends ListName & InStory>(name: K | null, query?: Asked<K>, size = 200): Paged<RowOf<K>> {
  return usePages(useRequest(name, undefined, query), size);
}

/** A list of the story that is open to its end: for lists that are never long. */
export function useWhole<K extends ListName & InStory>(name: K): Paged<RowOf<K>> {
  const rows = useRows(name, undefined, 500);
  const { more } = rows;
  useEffect(() => more?.(), [more]);
  return rows;
}

export const useHead = (): Loaded<StoryHead> => useStory("GET /stories/{s}");
export const useArticle = (id: string | null): Loaded<MarkedArticle> => useRecord("GET /stories/{s}/articles/{id}", id);
export const useLineage = (): Loaded<LineageData> => useStory("GET /stories/{s}/lineage");

/** The articles by id, from the lineage, which holds them all; empty until it has come. */
export function useArticles(): ReadonlyMap<string, LineageData["articles"][number]> {
  const { value } = useLineage();
  return useMemo(() => byId(value), [value]);
}

const maps = new WeakMap<LineageData, ReadonlyMap<string, LineageData["articles"][number]>>();
const none: ReadonlyMap<string, LineageData["articles"][number]> = new Map();

/** Made once for everything on screen that names an article. */
function byId(lineage: LineageData | undefined): ReadonlyMap<string, LineageData["articles"][number]> {
  if (lineage === undefined) return none;
  const made = maps.get(lineage) ?? new Map(lineage.articles.map((a) => [a.id, a]));
  maps.set(lineage, made);
  return made;
}
