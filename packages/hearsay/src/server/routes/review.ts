import { contentHash } from "../../model/index.js";
import { doubtsIn } from "../../records/review.js";
import type { Handlers } from "../answering.js";
import { page } from "../paging.js";

export const reviewHandlers: Handlers<"GET /stories/{s}/review"> = {
  "GET /stories/{s}/review": async ({ room, query }) => {
    const [view, store] = [await room.view(), await room.store()];
    const judgements = await store.judgements();
    const state = `${view.revision} ${contentHash(judgements.map(({ id }) => id).join()).slice(0, 8)}`;
    const all = view.once(`review ${state}`, ({ report }) => doubtsIn(report, judgements));
    const { kind, judged } = query;
    const rows = all.filter(
      (doubt) =>
        (kind === undefined || doubt.kind === kind) && (judged === undefined || (doubt.judged !== null) === judged),
    );
    return page(rows, query, state) as never;
  },
};
