import type { Diagnostic } from "../model/index.js";
import { problem } from "./problems.js";

/** So many kinds are told apart, so many of them listed, and so much of a name. */
const [kept, listed, longest] = [200, 12, 40];

/** Counts what is passed over by kind, however many kinds there are and whatever they call themselves. */
export class Counts {
  readonly #counts = new Map<string, number>();
  #others = 0;

  add(kind: string): void {
    const name = kind.length > longest ? `${kind.slice(0, longest)}…` : kind;
    const count = this.#counts.get(name);
    if (count === undefined && this.#counts.size >= kept) this.#others++;
    else this.#counts.set(name, (count ?? 0) + 1);
  }

  get isEmpty(): boolean {
    return this.#counts.size === 0;
  }

  /** "3 .css, 12 .js", the most frequent where there are many, in order of their names. */
  get list(): string {
    const all = [...this.#counts].sort(([a, i], [b, j]) => j - i || (a < b ? -1 : 1));
    const shown = all.slice(0, listed).sort(([a], [b]) => (a < b ? -1 : 1));
    const rest = all.slice(listed).reduce((sum, [, count]) => sum + count, this.#others);
    return [...shown.map(([name, count]) => `${count} ${name}`), ...(rest > 0 ? [`${rest} others`] : [])].join(", ");
  }
}

/** What was passed over in a folder or an archive: how many of which ending. */
export function passedOver(place: string, endings: Counts): Diagnostic {
  const message = `Passed over, not articles by their names: ${endings.list}.`;
  return problem("info", "skipped", place, message, "Name a file itself to have it read all the same.");
}
