import { accountRoutes } from "./accounts.js";
import { causalRoutes } from "./causes.js";
import { pictureRoutes } from "./pictures.js";
import { recordRoutes } from "./records.js";
import type { AnswerOf, BodyOf, PathOf, QueryOf } from "./route.js";
import { sessionRoutes } from "./session.js";
import { storyRoutes } from "./story.js";
import { workRoutes } from "./work.js";

/**
 * Everything that can be asked over HTTP. The routes, their validation, the OpenAPI document and the typed client are
 * all made from this one table.
 */
export const contract = {
  ...sessionRoutes,
  ...storyRoutes,
  ...recordRoutes,
  ...pictureRoutes,
  ...causalRoutes,
  ...workRoutes,
  ...accountRoutes,
} as const;

export type Contract = typeof contract;
export type Name = keyof Contract;
export type Path<K extends Name> = PathOf<Contract[K]>;
export type Query<K extends Name> = QueryOf<Contract[K]>;
export type Body<K extends Name> = BodyOf<Contract[K]>;
export type Answer<K extends Name> = AnswerOf<Contract[K]>;
