import type { Handlers } from "../answering.js";
import { Problem } from "../problem.js";

type Own = "POST /stories/{s}/brief" | "GET /stories/{s}/search" | "GET /stories/{s}/review";

const later = (): never => {
  throw new Problem(501, "route.later", "This is not written yet.");
};
export const briefHandlers: Handlers<Own> = {
  "POST /stories/{s}/brief": later,
  "GET /stories/{s}/search": later,
  "GET /stories/{s}/review": later,
};
