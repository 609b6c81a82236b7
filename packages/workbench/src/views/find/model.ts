import type { Answer } from "hearsay/client";

/** One thing that full-text search found. */
export type FoundRow = Answer<"GET /stories/{s}/search">["rows"][number];
