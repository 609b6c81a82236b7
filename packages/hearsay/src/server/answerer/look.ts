import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Judgement } from "../../model/index.js";
import { judgementOf, type Verdict } from "../../records/judge.js";
import { type Looked, type Looker, Sent } from "../answering.js";
import type { Name } from "../contract/index.js";
import type { Room } from "../room.js";
import { lookers } from "../routes/lookers.js";
import type { Answered, Question } from "./answerer.js";

const packing = promisify(gzip);
/** Shorter answers are sent as they are. */
const least = 1024;

/** Answers a question from a story's report. */
export async function look(room: Room, question: Question): Promise<Answered> {
  const before = (await room.view()).revision;
  const made = await answerOf(room, question);
  const revision = (await room.view()).revision === before ? before : null;
  const { type, body, file, policy } = made instanceof Sent ? made : new Sent("application/json", JSON.stringify(made));
  const isText = typeof body === "string";
  const bytes = isText ? Buffer.from(body) : body;
  const packed = question.gzip && isText && bytes.length > least;
  return {
    type: isText ? `${type}; charset=utf-8` : type,
    body: packed ? await packing(bytes, { level: 3 }) : bytes,
    ...{ packed, file, policy, revision },
  };
}

/** What a question is answered with, before it is written. */
export const answerOf = async (room: Room, { name, path, query, body }: Omit<Question, "gzip">) =>
  (lookers[name] as Looker<Name>)({ path, query, body, room } as unknown as Looked<Name>);

/** The judgement that is meant. */
export async function judged(room: Room, given: Verdict, who: string, when: string): Promise<Judgement> {
  const [{ report }, store] = [await room.view(), await room.store()];
  return judgementOf(given, { report, judgements: await store.judgements() }, who, when);
}
