import type { Room } from "../room.js";
import type { Answered, Question } from "./answerer.js";

/** So many bytes of answers are kept, and of one answer at most. */
const [most, longest] = [64 * 1024 * 1024, 8 * 1024 * 1024];

/** Answers as they were sent, those asked for last: the same question to the same report has the same answer. */
export class KeptAnswers {
  readonly #kept = new Map<string, Answered>();
  #bytes = 0;

  /** The answer a question had when the story's revision was this one. */
  find(room: Room, revision: string, question: Question): Answered | undefined {
    const key = keyOf(room, revision, question);
    const found = this.#kept.get(key);
    if (found === undefined) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, found);
    return found;
  }

  add(room: Room, question: Question, answered: Answered): void {
    const size = answered.body.length;
    if (answered.revision === null || size > longest) return;
    const key = keyOf(room, answered.revision, question);
    if (this.#kept.has(key)) return;
    this.#kept.set(key, answered);
    this.#bytes += size;
    for (const [old, { body }] of this.#kept) {
      if (this.#bytes <= most) break;
      this.#kept.delete(old);
      this.#bytes -= body.length;
    }
  }
}

const keyOf = ({ path }: Room, revision: string, { name, path: parts, query, gzip }: Question): string =>
  JSON.stringify([path, revision, name, parts, query, gzip]);
