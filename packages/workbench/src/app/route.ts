/** Where the analyst is: a story, a view of it, what is selected in it. All of it stands in the address, after `#`. */
export interface Route {
  readonly story: string | null;
  readonly view: string;
  /** What the view shows one of: an article's or an actor's id. */
  readonly id: string | null;
  /** Filters and selection. `open` is what the side panel shows. */
  readonly params: Readonly<Record<string, string>>;
}

export const firstView = "overview";

/** `#/demo/claims?verdict=contradicted&open=claim-1` as a route; anything unreadable is the first view. */
export function parseRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const [story = "", view = "", id = ""] = path.split("/").map(decode);
  const params = Object.fromEntries(new URLSearchParams(query));
  return { story: story || null, view: view || firstView, id: id || null, params };
}

/** The address of a route: its parameters in the order of their names, so that one place has one address. */
export function formatRoute(route: Route): string {
  const path = [route.story ?? "", route.view, ...(route.id === null ? [] : [route.id])].map(encodeURIComponent);
  const filled = Object.entries(route.params).filter(([, value]) => value !== "");
  const query = new URLSearchParams(filled.sort(([a], [b]) => (a < b ? -1 : 1))).toString();
  return `#/${path.join("/")}${query === "" ? "" : `?${query}`}`;
}

/** The same place with some parameters changed; null takes one out. */
export function withParams(route: Route, change: Readonly<Record<string, string | null>>): Route {
  const params: Record<string, string> = { ...route.params };
  for (const [name, value] of Object.entries(change)) {
    if (value === null || value === "") delete params[name];
    else params[name] = value;
  }
  return { ...route, params };
}

/** What the side panel can show, by the form of its id. */
export type Opened =
  | { readonly kind: "claim" | "entity" | "figure"; readonly id: string }
  | { readonly kind: "edge"; readonly derived: string; readonly source: string }
  | { readonly kind: "mark"; readonly article: string; readonly id: string };

/** `claim-1`, `entity-1`, `figure-1`; `a-1~a-2` for a derivation; `a-1/st-1` for a record in its article. */
export function parseOpened(open: string | undefined): Opened | null {
  if (open === undefined || open === "") return null;
  const [derived, source] = open.split("~");
  if (source !== undefined) return { kind: "edge", derived: derived!, source };
  const slash = open.indexOf("/");
  if (slash > 0) return { kind: "mark", article: open.slice(0, slash), id: open.slice(slash + 1) };
  const kind = /^(claim|entity|figure)-/.exec(open)?.[1] as "claim" | "entity" | "figure" | undefined;
  return kind === undefined ? null : { kind, id: open };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
