export {
  type AccountChange,
  type Accounts,
  type AuditAsked,
  type AuditLine,
  type Doer,
  mayHaveAccounts,
  openAccounts,
  type Signed,
  type StoryAccess,
  sessionLife,
  type Token,
} from "./accounts/index.js";
export { type Moving, moveStory } from "./move.js";
export {
  isAddress,
  type StoryPlace,
  shownPath,
  storyFolder,
  storyHome,
  storyPath,
  streamEnding,
  streamPath,
} from "./places.js";
export type { Queue, Task } from "./queue.js";
export type { Queued } from "./queued.js";
export { extension } from "./sqlite.js";
export {
  listStories,
  openStory,
  openWork,
  queued,
  removeStory,
  storyExists,
  storyHeadings,
  storyNames,
  streamNames,
  writtenAt,
} from "./stories.js";
