import type { Judgement } from "../../model/index.js";
import type { Verdict } from "../../records/judge.js";
import type { Room } from "../room.js";
import type { LookName } from "../routes/lookers.js";

/** One look at a story: a route and its parts, checked against the contract. */
export interface Question {
  readonly name: LookName;
  readonly path: unknown;
  readonly query: unknown;
  readonly body: unknown;
  /** Whether who asks takes it packed. */
  readonly gzip: boolean;
}

/** What is sent back. */
export interface Answered {
  readonly type: string;
  readonly body: Uint8Array;
  /** Whether the body is packed with gzip. */
  readonly packed: boolean;
  /** The name to save it under, and its own content security policy, where it has them. */
  readonly file: string | null;
  readonly policy: string | null;
  /** The revision of the report that it was made from; null where that changed meanwhile. */
  readonly revision: string | null;
}

/** Answers from the reports of stories. Where they are large that computes: it is done beside who takes the requests. */
export interface Answerer {
  /** @throws Problem, HearsayError what the route throws; Problem `answerer.died` */
  answer(room: Room, question: Question): Promise<Answered>;
  /** The judgement that is meant, checked against the story; it is not recorded. @throws HearsayError */
  judgement(room: Room, given: Verdict, who: string, when: string): Promise<Judgement>;
  /** Makes ready, when nothing else is to be done, what the views of a story ask for first. */
  prepare(room: Room): void;
  close(): Promise<void>;
}
