import { literalsOf } from "./literals.js";

/**
 * Tells in one pass over a text which of many patterns may match it: of ten lines nine hold no word that any of them
 * asks for, and to ask each of them, or all joined, takes ten times as long. The words of all patterns are looked for at
 * once (Aho & Corasick 1975), capitals or not.
 */
export class Gate {
  private readonly columns = new Uint8Array(0x10000);
  private readonly words: Words;
  /** Patterns of which no word is known. */
  private readonly always: readonly number[];
  private readonly all: readonly number[];

  constructor(private readonly patterns: readonly RegExp[]) {
    const words = patterns.map(literalsOf);
    this.all = [...patterns.keys()];
    this.always = this.all.filter((pattern) => words[pattern] === null);
    this.words = wordsIn(
      words.flatMap((own, pattern) => (own ?? []).map((word) => [word, pattern] as const)),
      this.columns,
    );
  }

  /** The match of the first pattern that matches a text, null for none. */
  exec(text: string): RegExpExecArray | null {
    for (const i of this.mayMatch(text)) {
      const found = this.patterns[i]!.exec(text);
      if (found !== null) return found;
    }
    return null;
  }

  /** The places of the patterns that may match a text, in order. It never leaves out one that does. */
  mayMatch(text: string): readonly number[] {
    const { columns } = this;
    const { next, ending, width } = this.words;
    let found: Set<number> | null = null;
    for (let i = 0, state = 0; i < text.length; i++) {
      const column = columns[text.charCodeAt(i)]!;
      if (column === odd) return this.all;
      state = next[state * width + column]!;
      const here = ending[state]!;
      if (here.length === 0) continue;
      found ??= new Set(this.always);
      for (const pattern of here) found.add(pattern);
    }
    return found === null ? this.always : [...found].sort((a, b) => a - b);
  }
}

/** Signs that a pattern takes for a letter without being its capital: a text with one may match anything. */
const oddities =
  "\u00b5\u017f\u01c5\u01c8\u01cb\u01f2\u0345\u0390\u03b0\u03c2\u03d0\u03d1\u03d5\u03d6\u03f0\u03f1\u03f4\u03f5\u1c80\u1c81\u1c82\u1c83\u1c84\u1c85\u1c86\u1c87\u1c88\u1c89\u1c8a\u1e9b\u1e9e\u1fbe\u1fd3\u1fe3\u2126\u212a\u212b";
const odd = 255;

/** Where a search stands after a character: a state for each beginning of a word, the first for none. */
interface Words {
  /** For each state, and each column of characters, the state that follows. */
  readonly next: Uint16Array;
  readonly width: number;
  /** For each state the patterns of the words that end there. */
  readonly ending: readonly (readonly number[])[];
}

/** Gives `columns` a number for each character of the words, its capital too; 0 is for all others. */
function wordsIn(words: readonly (readonly [word: string, pattern: number])[], columns: Uint8Array): Words {
  for (const one of oddities) columns[one.charCodeAt(0)] = odd;
  let width = 1;
  for (const letter of new Set(words.map(([word]) => word).join(""))) {
    columns[letter.charCodeAt(0)] = width;
    const capital = letter.toUpperCase();
    if (capital.length === 1) columns[capital.charCodeAt(0)] = width;
    width++;
  }
  const next = new Uint16Array((words.reduce((sum, [word]) => sum + word.length, 0) + 1) * width);
  const ending: number[][] = [[]];
  for (const [word, pattern] of words) {
    let state = 0;
    for (const letter of word) {
      const place = state * width + columns[letter.charCodeAt(0)]!;
      if (next[place] === 0) next[place] = ending.push([]) - 1;
      state = next[place]!;
    }
    ending[state]!.push(pattern);
  }
  link(next, width, ending);
  return { next, width, ending };
}

/** Where a word does not go on, what was seen of it may be the beginning of another. */
function link(next: Uint16Array, width: number, ending: number[][]): void {
  const shorter = new Uint16Array(ending.length);
  const queue = [0];
  for (const state of queue)
    for (let column = 1; column < width; column++) {
      const place = state * width + column;
      const after = next[place]!;
      const instead = state === 0 ? 0 : next[shorter[state]! * width + column]!;
      if (after === 0) next[place] = instead;
      else {
        shorter[after] = instead;
        ending[after] = [...new Set([...ending[after]!, ...ending[instead]!])];
        queue.push(after);
      }
    }
}
