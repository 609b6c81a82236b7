import { parse } from "@hearsay/english";
import { findMoments } from "../../annotate/moments/index.js";
import { type Filter, optionalText, requireText } from "../stage.js";

/** Times of one text: `{id, text, date}` → `{id, times: [{start, end, type, value}]}`, values in TIMEX3. */
export const filter: Filter = {
  kind: "line",
  run(record) {
    const text = requireText(record, "text");
    const moments = findMoments("", text, parse(text), optionalText(record, "date"));
    return {
      id: record.id ?? null,
      times: moments.map(({ start, end, type, value }) => ({ start, end, type, value })),
    };
  },
};
