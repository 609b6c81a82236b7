import { useEffect, useMemo } from "react";

const keyOf = (story: string): string => `hearsay.seen.${story}`;

/**
 * What was there at the last visit, by id; null at the first. What is there now is kept for the next one. A visit
 * lasts as long as the tab, so that what is new stays marked while one looks around.
 */
export function useLastVisit(story: string, ids: readonly string[]): ReadonlySet<string> | null {
  const before = useMemo(() => {
    const known = sessionStorage.getItem(keyOf(story)) ?? localStorage.getItem(keyOf(story)) ?? "";
    sessionStorage.setItem(keyOf(story), known);
    return known === "" ? null : new Set(known.split(" "));
  }, [story]);
  useEffect(() => {
    if (ids.length > 0) localStorage.setItem(keyOf(story), ids.slice(0, 20_000).join(" "));
  }, [story, ids]);
  return before;
}
