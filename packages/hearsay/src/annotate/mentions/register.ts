import type { Draft } from "./cast.js";
import type { NameFind } from "./names.js";
import type { OwnStates } from "./states.js";
import { isPossessive, type Word } from "./words.js";

/** What the naming pass knows while it joins names to entities. */
export interface Casting {
  readonly text: string;
  readonly sentences: readonly (readonly Word[])[];
  readonly states: OwnStates;
  readonly drafts: Draft[];
  readonly of: Map<NameFind, Draft>;
  /** Entities by what they are looked up by: "state CODE", "last NAME", "first NAME", "body WORDS", "letters ABC", "KIND NAME". */
  readonly index: Map<string, Draft[]>;
  /** The names of a sentence that are cast, by the position of their last word. */
  readonly endingAt: Map<string, NameFind>;
  /** Positions, by sentence, of words that belong to a person's role. */
  readonly roleWords: Map<number, Set<number>>;
}

export function enter(c: Casting, d: Draft, keys: readonly string[]): Draft {
  c.drafts.push(d);
  register(c, d, keys);
  return d;
}

export function register(c: Casting, d: Draft, keys: readonly string[]): void {
  for (const key of keys) {
    const list = c.index.get(key);
    if (list === undefined) c.index.set(key, [d]);
    else if (!list.includes(d) && list.length < 200) list.push(d);
  }
}

export const lookUp = (c: Casting, key: string): readonly Draft[] => c.index.get(key) ?? [];

export function assign(c: Casting, f: NameFind, d: Draft): void {
  c.of.set(f, d);
  const last = f.words.at(-1)!;
  c.endingAt.set(`${last.sentence} ${last.at}`, f);
}

/** The state named right before a word: "Norlander X", "Norland's X". */
export function stateBefore(c: Casting, sentence: number, at: number): Draft | null {
  const words = c.sentences[sentence]!;
  const end = isPossessive(words[at - 1]) ? at - 2 : at - 1;
  const found = c.endingAt.get(`${sentence} ${end}`);
  const owner = found && c.of.get(found);
  return owner?.kind === "state" ? owner : null;
}
