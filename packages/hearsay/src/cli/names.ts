/** The story that commands work on unless told. */
export const defaultStory = "default";

/** The shapes in which rows can be written. */
export const formats = ["table", "json", "csv", "ndjson"] as const;
export type Format = (typeof formats)[number];
