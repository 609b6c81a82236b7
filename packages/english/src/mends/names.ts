import type { Token } from "../token.js";

/**
 * Mends names whose parts were hung in different places: in "Petra Haugland refused" both words are one name, its first
 * word the head, not two words that hang on "refused". Nothing else changes.
 */
export function mendNames(tokens: readonly Token[]): readonly Token[] {
  const mended = [...tokens];
  let changed = false;
  for (let i = tokens.length - 2; i >= 0; i--) {
    const strays = straysBefore(mended, i);
    for (const k of strays) mended[k] = { ...mended[k]!, head: i, deprel: "compound" };
    const split = isSplit(mended, i);
    if (split) join(mended, i);
    changed ||= split || strays.length > 0;
  }
  return changed ? mended : tokens;
}

const calendar =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December)$/;

const isName = ({ form, upos, xpos }: Token): boolean => (upos === "PROPN" || xpos === "NNP") && !calendar.test(form);

/**
 * The words of a title and name between a comma and their verb that hang elsewhere than on `subject`, the last of them:
 * in "…, Foreign Minister Orla Vensk announced" all four are the subject.
 */
function straysBefore(tokens: readonly Token[], subject: number): number[] {
  const { upos, deprel, head } = tokens[subject]!;
  if (upos !== "PROPN" || !/^nsubj/.test(deprel) || head !== subject + 1) return [];
  let first = subject;
  while (first > 0 && isName(tokens[first - 1]!)) first--;
  if (first === subject || !/^(?:,|["“”’–—-]|'')$/.test(tokens[first - 1]?.form ?? ",")) return [];
  const run = Array.from({ length: subject - first }, (_, k) => first + k);
  return run.filter((k) => (tokens[k]!.head < first || tokens[k]!.head > subject) && !isAbove(tokens, k, subject));
}

/** Hanging such a word on the subject would make a circle. */
function isAbove(tokens: readonly Token[], word: number, subject: number): boolean {
  let at = subject;
  for (let steps = 0; at >= 0 && at !== word && steps <= tokens.length; steps++) at = tokens[at]!.head;
  return at === word;
}

/** Relations that a name hardly ever has to a verb. */
const unlikely = /^(?:compound|flat|punct|mark|case|cc|advmod|nmod|appos|det|amod)/;

/** Whether words i and i + 1 are names on the same word, which is no noun, the second as an argument and the first not. */
function isSplit(tokens: readonly Token[], i: number): boolean {
  const [first, second] = [tokens[i]!, tokens[i + 1]];
  if (first.upos !== "PROPN" || second?.upos !== "PROPN" || first.head !== second.head) return false;
  if (!/^(?:VERB|AUX|ADJ|ADV)$/.test(tokens[first.head]?.upos ?? "")) return false;
  if (first.deprel === "iobj") return /^nsubj/.test(second.deprel);
  return unlikely.test(first.deprel) && /^(?:nsubj|obj|iobj|obl)(?!:unmarked|:tmod)/.test(second.deprel);
}

function join(tokens: Token[], i: number): void {
  const second = tokens[i + 1]!;
  for (const [k, token] of tokens.entries()) if (token.head === i + 1) tokens[k] = { ...token, head: i };
  tokens[i] = { ...tokens[i]!, head: second.head, deprel: second.deprel };
  tokens[i + 1] = { ...second, head: i, deprel: "flat" };
}
