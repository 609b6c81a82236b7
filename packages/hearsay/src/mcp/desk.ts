import type { Judgement } from "../model/index.js";
import type { Verdict } from "../records/judge.js";
import type { View } from "../server/view.js";

/** What the tools work on: a story as it is now, and a way to judge where that is allowed. */
export interface Desk {
  open(): Promise<Opened>;
  /** Null for a server that only reads. */
  readonly judge: ((given: Verdict) => Promise<Judgement>) | null;
}

export interface Opened {
  /** The same one as long as the story has not changed. */
  readonly view: View;
  readonly judgements: readonly Judgement[];
}
