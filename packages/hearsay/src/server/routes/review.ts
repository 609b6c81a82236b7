import { preparingMap } from "../../concepts/index.js";
import { contentHash } from "../../model/index.js";
import { doubtsIn } from "../../records/review.js";
import type { Lookers } from "../answering.js";
import { page } from "../paging.js";
import { inSlices } from "../slices.js";

export const reviewLookers: Lookers<"GET /stories/{s}/review"> = {
  "GET /stories/{s}/review": async ({ room, query }) => {
    const [view, store] = [await room.view(), await room.store()];
    await inSlices(preparingMap(view.report));
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
