import type { Lookers } from "../answering.js";
import { page } from "../paging.js";
import { indexOf } from "../search/index.js";
import { search, wantedIn } from "../search/query.js";
import { snippetOf } from "../search/snippet.js";

export const searchLookers: Lookers<"GET /stories/{s}/search"> = {
  "GET /stories/{s}/search": async ({ room, query }) => {
    const view = await room.view();
    const index = await view.once("search", indexOf);
    const { q, limit: _, cursor: __, ...narrowing } = query;
    const wanted = wantedIn(q);
    const shown = page(search(index, wanted, narrowing), query, view.revision);
    const rows = shown.rows.map((item) => {
      const { kind, id, article, label } = item;
      return { kind, id, article: article.id, ...snippetOf(item, wanted), label, date: article.published };
    });
    return { ...shown, rows };
  },
};
