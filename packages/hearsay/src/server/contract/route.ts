import type { Static, TObject, TSchema } from "typebox";
import type { AccountRole } from "../../model/account.js";

/** What it takes to ask: a role, or nothing at all. */
export type Needs = "nobody" | AccountRole;

/** What it takes to ask a route. */
export const needsOf = (name: string, { needs }: Route): Needs =>
  needs ?? (name.startsWith("GET ") ? "reader" : "analyst");

/** One thing that can be asked over HTTP: what it takes and what it answers. Its method and path are its name. */
export interface Route {
  readonly summary: string;
  /** Who may ask, at least; `nobody` stands for everybody. A reader what is looked at, an analyst the rest, unless named. */
  readonly needs?: Needs;
  readonly path?: TObject;
  readonly query?: TObject;
  readonly body?: TSchema;
  /** Sent instead of JSON, where the route takes that too. */
  readonly upload?: string;
  readonly answer: TSchema;
  /** 200 unless another is named. */
  readonly status?: 200 | 201 | 202 | 204;
  /** What else it can answer with besides JSON. */
  readonly types?: readonly string[];
  /** Codes of the problems of its own, by status. */
  readonly problems?: Readonly<Record<number, string>>;
}

/** "GET /stories/{s}": below `/api/v1`. */
export type RouteName = `${"GET" | "POST" | "DELETE"} /${string}`;
export type Routes = Readonly<Record<RouteName, Route>>;

type Part<R, K extends string> = R extends { readonly [key in K]: infer S extends TSchema } ? Static<S> : undefined;
export type PathOf<R> = Part<R, "path">;
export type QueryOf<R> = Part<R, "query">;
export type BodyOf<R> = Part<R, "body">;
export type AnswerOf<R> = Part<R, "answer">;
