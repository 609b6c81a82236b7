import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Problem, send } from "./api.js";

/** What is known of one resource. While it is fetched again its last value stays, so that nothing jumps. */
export interface Loaded<T> {
  readonly value: T | undefined;
  readonly problem: Problem | null;
  readonly loading: boolean;
}

const nothing: Loaded<never> = { value: undefined, problem: null, loading: true };
const cache = new Map<string, Loaded<unknown>>();
const listeners = new Set<() => void>();
const most = 200;

/** A resource by its path; null asks for nothing. Fetched once, and again after `refresh`. */
export function useGet<T>(path: string | null): Loaded<T> {
  const loaded = useSyncExternalStore(subscribe, () => (path === null ? nothing : (cache.get(path) ?? nothing)));
  useEffect(() => {
    if (path !== null && !cache.has(path)) load(path);
  }, [path]);
  return loaded as Loaded<T>;
}

let epoch = 0;

/** Fetches everything that begins so again: the story has changed. Lists come again as far as they had come. */
export function refresh(starting = ""): void {
  epoch += 1;
  for (const path of [...cache.keys()].filter((p) => p.startsWith(starting))) load(path);
  for (const tell of listeners) tell();
}

/** What is known of a resource now, without asking for it. */
export const known = (path: string): unknown => cache.get(path)?.value;

function load(path: string): void {
  const before = cache.get(path);
  put(path, { value: before?.value, problem: null, loading: true });
  send("GET", path).then(
    (value) => put(path, { value, problem: null, loading: false }),
    (error: unknown) => put(path, { value: before?.value, problem: asProblem(error), loading: false }),
  );
}

function put(path: string, loaded: Loaded<unknown>): void {
  cache.delete(path);
  cache.set(path, loaded);
  for (const old of cache.keys()) {
    if (cache.size <= most) break;
    cache.delete(old);
  }
  for (const tell of listeners) tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const asProblem = (error: unknown): Problem =>
  error instanceof Problem ? error : new Problem("Something went wrong", String(error), 0, "");

interface Page<T> {
  readonly total: number;
  readonly rows: readonly T[];
  readonly next: string | null;
}

/** A list that is fetched as it is scrolled. */
export interface Paged<T> extends Loaded<readonly T[]> {
  readonly total: number;
  readonly more: (() => void) | null;
}

/** The rows of a list so far, and how to get more. A new path starts again; the old rows stay until the new ones come. */
export function usePages<T>(path: string | null, revision: string, size = 200): Paged<T> {
  const [state, setState] = useState<Paged<T>>({
    value: undefined,
    problem: null,
    loading: true,
    total: 0,
    more: null,
  });
  const turn = useRef(0);
  const had = useRef({ path: "", rows: 0 });
  const again = useSyncExternalStore(subscribe, () => epoch);
  const fetchPages = useCallback(
    async (from: string, before: readonly T[], cursor: string | null, wanted: number): Promise<void> => {
      const mine = turn.current;
      setState((now) => ({ ...now, loading: true, more: null }));
      try {
        let [rows, next, total] = [before, cursor, 0];
        do {
          const page = (await send("GET", pagePath(from, size, next))) as Page<T>;
          if (turn.current !== mine) return;
          [rows, next, total] = [[...rows, ...page.rows], page.next, page.total];
        } while (next !== null && rows.length < wanted);
        had.current = { path: from, rows: rows.length };
        const more = next === null ? null : () => void fetchPages(from, rows, next, 0);
        setState({ value: rows, problem: null, loading: false, total, more });
      } catch (error) {
        if (turn.current === mine)
          setState((now) => ({ ...now, problem: asProblem(error), loading: false, more: null }));
      }
    },
    [size],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision of the story means the same path again
  useEffect(() => {
    turn.current += 1;
    if (path !== null) void fetchPages(path, [], null, had.current.path === path ? had.current.rows : 0);
  }, [path, revision, again, fetchPages]);
  return state;
}

function pagePath(path: string, size: number, cursor: string | null): string {
  const from = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
  return `${path}${path.includes("?") ? "&" : "?"}limit=${size}${from}`;
}

/** Rows of a whole list, at most so many; `total` tells whether there are more. */
export function useAllPages<T>(path: string | null, revision: string, most: number): Paged<T> {
  const paged = usePages<T>(path, revision, 500);
  const { more, value } = paged;
  useEffect(() => {
    if (more !== null && (value?.length ?? 0) < most) more();
  }, [more, value, most]);
  return paged;
}
