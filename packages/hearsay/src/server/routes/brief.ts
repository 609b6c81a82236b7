import type { Handlers } from "../answering.js";
import { Problem } from "../problem.js";

type Own = "POST /stories/{s}/brief";

const later = (): never => {
  throw new Problem(501, "route.later", "This is not written yet.");
};
export const briefHandlers: Handlers<Own> = {
  "POST /stories/{s}/brief": later,
};
