import type { Answer } from "hearsay/client";

/** One thing that full-text search found. */
export type FoundRow = Answer<"GET /stories/{s}/search">["rows"][number];

/** What was found as a row of a file. */
export const rowOf = ({ kind, id, label, date, article, start, end, snippet }: FoundRow) => ({
  ...{ kind, id, label, date, words: snippet.map(({ text }) => text).join("") },
  ...{ article, start, end },
});
