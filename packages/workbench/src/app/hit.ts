import type { FoundRow } from "../views/find/model.js";
import type { Route } from "./route.js";

const at = (story: string | null, view: string, id: string | null, params: Route["params"]): Route => ({
  story,
  view,
  id,
  params,
});

/** Where a found record is read: its own words in their article, or its page. */
export function routeToHit(
  story: string | null,
  row: Pick<FoundRow, "kind" | "id" | "article" | "start" | "end">,
): Route {
  const params: Record<string, string> = { at: `${row.start}-${row.end}` };
  if (row.kind === "claim") params.open = row.id;
  else if (row.kind !== "article") params.open = `${row.article}/${row.id}`;
  return at(story, "article", row.article, params);
}
