import type { Answer, ListName, Name, RowOf } from "hearsay/client";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { addressFor, fetched, Problem, type Request } from "./api.js";

/** What is known of one resource. While it is fetched again its last value stays, so that nothing jumps. */
export interface Loaded<T> {
  readonly value: T | undefined;
  readonly problem: Problem | null;
  readonly loading: boolean;
}

interface Cached extends Loaded<unknown> {
  readonly request: Request;
  /** It may be another by now: it is fetched again when somebody looks at it. */
  readonly stale: boolean;
}

const nothing: Loaded<never> = { value: undefined, problem: null, loading: true };
const cache = new Map<string, Cached>();
const listeners = new Set<() => void>();
const most = 200;
/** How much of what is on screen shows each resource. */
const shown = new Map<string, number>();

/** What a request is answered with; null asks for nothing. Fetched once, and again after `refresh`. */
export function useGet<K extends Name>(request: Request<K> | null): Loaded<Answer<K>> {
  const address = request === null ? null : addressFor(request);
  const loaded = useSyncExternalStore(subscribe, () => (address === null ? nothing : (cache.get(address) ?? nothing)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is the request
  useEffect(() => {
    if (request === null) return;
    if (cache.get(address!)?.stale !== false) load(address!, request as Request);
    return show(address!);
  }, [address]);
  return loaded as Loaded<Answer<K>>;
}

/** Counts one more that shows a resource; what it returns counts it off. */
function show(address: string): () => void {
  shown.set(address, (shown.get(address) ?? 0) + 1);
  return () => {
    const left = (shown.get(address) ?? 1) - 1;
    if (left > 0) shown.set(address, left);
    else shown.delete(address);
  };
}

/** How often what begins so was fetched anew. */
const epochs = new Map<string, number>();
const epochOf = (address: string): number =>
  [...epochs].reduce((sum, [starting, times]) => (address.startsWith(starting) ? sum + times : sum), 0);

/**
 * Fetches what is on screen and whose address begins so again: the story has changed. What is not on screen is fetched
 * when it comes there again. Lists come again as far as they had come.
 */
export function refresh(starting = ""): void {
  epochs.set(starting, (epochs.get(starting) ?? 0) + 1);
  for (const [address, entry] of [...cache]) {
    if (!address.startsWith(starting)) continue;
    if (shown.has(address)) load(address, entry.request);
    else cache.set(address, { ...entry, stale: true });
  }
  for (const tell of listeners) tell();
}

/** What is known of a resource now, without asking for it. */
export const known = (address: string): unknown => cache.get(address)?.value;

function load(address: string, request: Request): void {
  const before = cache.get(address)?.value;
  put(address, { request, value: before, problem: null, loading: true, stale: false });
  fetched(request).then(
    (value) => put(address, { request, value, problem: null, loading: false, stale: false }),
    (error: unknown) =>
      put(address, { request, value: before, problem: asProblem(error), loading: false, stale: false }),
  );
}

function put(address: string, loaded: Cached): void {
  cache.delete(address);
  cache.set(address, loaded);
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
  error instanceof Problem ? error : new Problem(0, "", "Something went wrong", String(error));

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

/** The rows of a list so far, and how to get more. A new request starts again; the old rows stay until the new ones come. */
export function usePages<K extends ListName>(request: Request<K> | null, size = 200): Paged<RowOf<K>> {
  const [state, setState] = useState<Paged<RowOf<K>>>({
    value: undefined,
    problem: null,
    loading: true,
    total: 0,
    more: null,
  });
  const turn = useRef(0);
  const had = useRef({ address: "", rows: 0 });
  const address = request === null ? null : addressFor(request);
  const again = useSyncExternalStore(subscribe, () => (address === null ? 0 : epochOf(address)));
  const fetchPages = useCallback(
    async (from: Request<K>, before: readonly RowOf<K>[], cursor: string | null, wanted: number): Promise<void> => {
      const mine = turn.current;
      setState((now) => ({ ...now, loading: true, more: null }));
      try {
        let [rows, next, total] = [before, cursor, 0];
        do {
          const query = { ...from.query, limit: size, ...(next !== null && { cursor: next }) };
          const page = (await fetched({ ...from, query })) as unknown as Page<RowOf<K>>;
          if (turn.current !== mine) return;
          [rows, next, total] = [[...rows, ...page.rows], page.next, page.total];
        } while (next !== null && rows.length < wanted);
        had.current = { address: addressFor(from), rows: rows.length };
        const more = next === null ? null : () => void fetchPages(from, rows, next, 0);
        setState({ value: rows, problem: null, loading: false, total, more });
      } catch (error) {
        if (turn.current !== mine) return;
        const problem = asProblem(error);
        // The story has changed between two pages: from the first again, as far as it had come.
        if (problem.code === "cursor.gone" && cursor !== null) return fetchPages(from, [], null, before.length);
        setState((now) => ({ ...now, problem, loading: false, more: null }));
      }
    },
    [size],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a story that has changed means the same request again
  useEffect(() => {
    turn.current += 1;
    if (request !== null) void fetchPages(request, [], null, had.current.address === address ? had.current.rows : 0);
  }, [address, again, fetchPages]);
  return state;
}
