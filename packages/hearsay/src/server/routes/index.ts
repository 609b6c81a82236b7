import type { Handlers } from "../answering.js";
import type { Name } from "../contract/index.js";
import { accountHandlers } from "./accounts.js";
import { articleHandlers } from "./articles.js";
import { briefHandlers } from "./brief.js";
import { captureHandlers } from "./captures.js";
import { causalHandlers } from "./causes.js";
import { claimHandlers } from "./claims.js";
import { judgementHandlers } from "./judgements.js";
import { pictureHandlers } from "./pictures.js";
import { recordHandlers } from "./records.js";
import { reviewHandlers } from "./review.js";
import { searchHandlers } from "./search.js";
import { sessionHandlers } from "./session.js";
import { storyHandlers } from "./stories.js";

/** How every route of the contract is answered. */
export const handlers: Handlers<Name> = {
  ...sessionHandlers,
  ...storyHandlers,
  ...articleHandlers,
  ...claimHandlers,
  ...recordHandlers,
  ...pictureHandlers,
  ...causalHandlers,
  ...judgementHandlers,
  ...captureHandlers,
  ...reviewHandlers,
  ...searchHandlers,
  ...briefHandlers,
  ...accountHandlers,
};
