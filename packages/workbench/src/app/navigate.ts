import { useSyncExternalStore } from "react";
import { formatRoute, parseRoute, type Route, withParams } from "./route.js";

let current = parseRoute(location.hash);
const listeners = new Set<() => void>();

addEventListener("hashchange", () => {
  current = parseRoute(location.hash);
  for (const tell of listeners) tell();
});

/** The route as it is now; the component is drawn again when it changes. */
export const useRoute = (): Route => useSyncExternalStore(subscribe, () => current);

export const currentRoute = (): Route => current;

/** Goes there; `replace` leaves no step to go back to, for filters changed while typing. */
export function go(route: Route, replace = false): void {
  const address = formatRoute(route);
  if (address === location.hash) return;
  if (replace) {
    history.replaceState(null, "", address);
    dispatchEvent(new HashChangeEvent("hashchange"));
  } else location.hash = address;
}

export const setParams = (change: Readonly<Record<string, string | null>>, replace = false): void =>
  go(withParams(current, change), replace);

/** The address of a view of this story, for links. */
export const viewHref = (
  view: string,
  id: string | null = null,
  params: Readonly<Record<string, string>> = {},
): string => formatRoute({ story: current.story, view, id, params });

/** The address of the same place with something opened in the side panel. */
export const openHref = (open: string): string => formatRoute(withParams(current, { open, cell: null }));

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
