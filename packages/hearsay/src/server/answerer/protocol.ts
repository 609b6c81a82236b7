import type { Judgement } from "../../model/index.js";
import type { Verdict } from "../../records/judge.js";
import type { Fault } from "../problem.js";
import type { Answered, Question } from "./answerer.js";

/** What the server asks of the answering thread. */
export type Order =
  | { readonly number: number; readonly story: string; readonly do: "answer"; readonly question: Question }
  | ({ readonly number: number; readonly story: string; readonly do: "judge" } & Judging)
  | { readonly number: number; readonly story: string; readonly do: "prepare" }
  | { readonly number: number; readonly do: "refreshed"; readonly failed: string | null }
  | { readonly number: number; readonly do: "end" };

export interface Judging {
  readonly given: Verdict;
  readonly who: string;
  readonly when: string;
}

/** What the answering thread says. */
export type Word =
  | { readonly number: number; readonly done: Answered | Judgement }
  | { readonly number: number; readonly failed: Failed }
  /** A story's report has to be made, or brought up to date, first. */
  | { readonly number: number; readonly refresh: string }
  | { readonly fault: string };

/** What was thrown, and where it came from where it is a fault of ours. */
export interface Failed {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly Fault[];
  readonly stack: string | null;
}

/** The stories that the answering thread answers from. */
export interface Stories {
  readonly home: string;
  readonly besides: readonly string[];
}
