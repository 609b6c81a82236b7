import type { Handlers } from "../answering.js";
import type { Name } from "../contract/index.js";
import { accountHandlers } from "./accounts.js";
import { captureHandlers } from "./captures.js";
import { judgementHandlers } from "./judgements.js";
import type { LookName } from "./lookers.js";
import { sessionHandlers } from "./session.js";
import { storyHandlers } from "./stories.js";

/** How every route of the contract is answered that is not answered from a report alone. */
export const handlers: Handlers<Exclude<Name, LookName>> = {
  ...sessionHandlers,
  ...storyHandlers,
  ...judgementHandlers,
  ...captureHandlers,
  ...accountHandlers,
};
