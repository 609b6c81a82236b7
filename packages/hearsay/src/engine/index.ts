export { analyse, analyseArticle, attemptRead, type Reading } from "./analyse.js";
export { lastList } from "./collect.js";
export { comparePart, type Pairs, planComparing } from "./comparing.js";
export {
  type Added,
  add,
  bringUpToDate,
  judge,
  rebuild,
  type Told,
  tellBrief,
  tellStory,
  type Workshop,
} from "./engine.js";
export { type KeptReport, readReport, storedHead } from "./kept-report.js";
export { Memory } from "./memory.js";
export { keepFound, readArticles, type Unread, unread } from "./parts.js";
export type * from "./ports.js";
export { articleId, inputOf, placeOf } from "./readings.js";
export { revisionOf, storedReport, storedSummary } from "./revision.js";
export {
  type ArticleStages,
  type Digest,
  installedStages,
  type Report,
  type Stages,
  type StoryStages,
} from "./stages.js";
export { sharingHints } from "./succession.js";
export { type StageVersions, stageVersions } from "./versions.js";
