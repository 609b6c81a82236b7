/** The story that commands work on unless told. */
export const defaultStory = "default";

/** The stream that is meant when none is named, and of how many articles a story is begun. */
export const usualStream = "inbox";
export const usualLeast = "2";

/** The shapes in which rows can be written. */
export const formats = ["table", "json", "csv", "ndjson"] as const;
export type Format = (typeof formats)[number];
