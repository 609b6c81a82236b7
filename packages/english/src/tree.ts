import type { Sentence } from "./token.js";

/** The children of token `i`, in order. */
export function children(sentence: Sentence, i: number): number[] {
  const found: number[] = [];
  sentence.tokens.forEach((token, k) => {
    if (token.head === i) found.push(k);
  });
  return found;
}

/** Token `i` and everything below it, in order. */
export function subtree(sentence: Sentence, i: number): number[] {
  const below = childLists(sentence);
  const found = [i];
  for (let k = 0; k < found.length; k++) found.push(...below[found[k]!]!);
  return found.sort((a, b) => a - b);
}

function childLists(sentence: Sentence): number[][] {
  const lists: number[][] = sentence.tokens.map(() => []);
  sentence.tokens.forEach((token, k) => {
    if (token.head >= 0) lists[token.head]!.push(k);
  });
  return lists;
}

/** From the first to the last character below token `i`, half-open; words between that hang elsewhere are inside. */
export function subtreeSpan(sentence: Sentence, i: number): { start: number; end: number } {
  const tokens = subtree(sentence, i);
  return { start: sentence.tokens[tokens[0]!]!.start, end: sentence.tokens[tokens.at(-1)!]!.end };
}

/** The index of the root, or −1 in an empty sentence. */
export function rootOf(sentence: Sentence): number {
  return sentence.tokens.findIndex((token) => token.head < 0);
}

/** Token `i`, its head, that one's head, … up to the root. */
export function pathToRoot(sentence: Sentence, i: number): number[] {
  const path: number[] = [];
  for (let at = i; at >= 0 && path.length <= sentence.tokens.length; at = sentence.tokens[at]!.head) path.push(at);
  return path;
}
