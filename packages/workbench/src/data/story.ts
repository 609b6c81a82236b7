import type { Brief, Diagnostic, Reference, Report, ReportArticle, ReportClaim, Summary } from "hearsay";
import { useMemo } from "react";
import { useRoute } from "../app/navigate.js";
import { storyPath } from "./api.js";
import { type Loaded, type Paged, useAllPages, useGet, usePages } from "./use.js";

/** What the server says of a story as a whole. */
export interface StoryHead {
  readonly name: string;
  readonly revision: string;
  readonly behind: unknown;
  readonly summary: Summary;
  readonly brief: Brief;
  readonly references: readonly Reference[];
  readonly versions: Report["versions"];
  readonly circles: Report["circles"];
  readonly diagnostics: readonly Diagnostic[];
}

export type ArticleRow = Omit<ReportArticle, "text" | "removed">;

/** Something found in an article, at its words. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly id: string;
  readonly label: string | null;
  readonly detail: string | null;
}

export type MarkedArticle = ReportArticle & { readonly marks: readonly Mark[] };

export interface MatrixOrigin {
  readonly id: string;
  readonly label: string;
  readonly number: number | null;
  readonly published: string | null;
}

export interface Matrix {
  readonly origins: readonly MatrixOrigin[];
  readonly claims: readonly ReportClaim[];
  readonly cells: readonly (readonly [string | number, string | number, "supports" | "contradicts"])[];
}

export interface LineageData {
  readonly articles: readonly ArticleRow[];
  readonly derivations: Report["derivations"];
  readonly origins: Report["origins"];
  readonly circles: Report["circles"];
}

export interface StoryRow {
  readonly name: string;
  readonly articles: number;
  readonly revision: string;
  readonly modified: string;
}

type Query = Readonly<Record<string, string | undefined>>;

/** A resource of the story that the route names. */
export function useStory<T>(rest: string | null, query: Query = {}): Loaded<T> {
  const { story } = useRoute();
  return useGet<T>(story === null || rest === null ? null : storyPath(story, rest, query));
}

/** A paged list of the story that the route names. */
export function useRows<T>(rest: string | null, query: Query = {}, size = 200): Paged<T> {
  const { story } = useRoute();
  const head = useHead();
  const path = story === null || rest === null ? null : storyPath(story, rest, query);
  return usePages<T>(path, head.value?.revision ?? "", size);
}

/** The whole of a list of the story, at most so many rows: for pictures. */
export function useAll<T>(rest: string, query: Query = {}, most = 3000): Paged<T> {
  const { story } = useRoute();
  const head = useHead();
  return useAllPages<T>(story === null ? null : storyPath(story, rest, query), head.value?.revision ?? "", most);
}

export const useHead = (): Loaded<StoryHead> => useStory<StoryHead>("");
export const useArticle = (id: string | null): Loaded<MarkedArticle> =>
  useStory<MarkedArticle>(id === null ? null : `/articles/${encodeURIComponent(id)}`);
export const useLineage = (): Loaded<LineageData> => useStory<LineageData>("/lineage");

/** The articles by id, from the lineage, which holds them all; empty until it has come. */
export function useArticles(): ReadonlyMap<string, ArticleRow> {
  const { value } = useLineage();
  return useMemo(() => new Map((value?.articles ?? []).map((a) => [a.id, a])), [value]);
}
