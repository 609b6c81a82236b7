import type { Token } from "@hearsay/english";

/** Words of a sentence, by index, from `first` to before `end`; `head` is the noun among them that the rest modify. */
export interface Counted {
  readonly first: number;
  readonly end: number;
  readonly head: number;
}

const isNoun = (token: Token | undefined): boolean => token?.upos === "NOUN" || token?.upos === "PROPN";
const isModifier = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.upos === "ADJ" ||
    token.xpos === "VBN" ||
    token.xpos === "VBG" ||
    token.xpos === "HYPH" ||
    token.xpos === "AFX");
const isAdverb = (token: Token | undefined): boolean => token?.upos === "ADV";

/** The noun group that starts at `at`: "Warden batteries", "heavily armed men"; null when none does. */
export function nounGroup(tokens: readonly Token[], at: number): Counted | null {
  let end = -1;
  let i = at;
  for (; i < tokens.length && i - at < 8; i++) {
    const token = tokens[i];
    if (isNoun(token)) end = i + 1;
    else if (end >= 0 && token?.xpos !== "HYPH") break;
    else if (!(isModifier(token) || (isAdverb(token) && isModifier(tokens[i + 1])))) break;
  }
  return end < 0 ? null : { first: at, end, head: end - 1 };
}

const determiners = /^(?:the|a|an|these|those|this|that|its|their|his|her|our|all|such)$/i;

/** What follows in "of the seats", "in foreign aid", "worth of grain". */
function afterPreposition(tokens: readonly Token[], at: number, prepositions: RegExp): Counted | null {
  let i = tokens[at]?.form.toLowerCase() === "worth" ? at + 1 : at;
  if (!prepositions.test(tokens[i]?.form ?? "")) return null;
  i++;
  if (determiners.test(tokens[i]?.form ?? "")) i++;
  return nounGroup(tokens, i);
}

/** Verbs that carry a figure for their subject: "the toll rose to nine", "debt stands at 4 billion". */
const carrying = new Set(
  "be rise fall stand reach climb total hit exceed drop increase decrease decline grow number amount jump surge soar plunge slip shrink swell remain stay double triple average measure come cost weigh pass top surpass near approach lose gain edge plummet tumble advance widen narrow equal".split(
    " ",
  ),
);

/** The subject of the verb that a number completes, as the noun group around its head. */
export function subjectCounted(tokens: readonly Token[], at: number): Counted | null {
  let verb = at;
  for (let steps = 0; steps < 4; steps++) {
    const subject = tokens.findIndex((t) => t.head === verb && /^nsubj/.test(t.deprel));
    if (subject >= 0 && subject < at && isNoun(tokens[subject]) && carries(tokens, verb))
      return groupAround(tokens, subject);
    const next = tokens[verb]?.head ?? -1;
    if (next < 0 || subject >= 0) return null;
    verb = next;
  }
  return null;
}

const carries = (tokens: readonly Token[], verb: number): boolean =>
  carrying.has(tokens[verb]?.lemma.toLowerCase() ?? "") || tokens.some((t) => t.head === verb && t.deprel === "cop");

function groupAround(tokens: readonly Token[], head: number): Counted {
  let first = head;
  while (first > 0 && (isNoun(tokens[first - 1]) || isModifier(tokens[first - 1]))) first--;
  return { first, end: head + 1, head };
}

/**
 * What an amount that ends before `next` counts: the noun right after it ("12 Warden batteries"), after "of" or "in"
 * ("$2 billion in aid"), or the subject whose size it tells ("the toll rose to nine").
 */
export function countedBy(tokens: readonly Token[], at: number, next: number, hasUnit: boolean): Counted | null {
  const prepositions = hasUnit ? /^(?:of|in)$/i : /^of$/i;
  return nounGroup(tokens, next) ?? afterPreposition(tokens, next, prepositions) ?? subjectCounted(tokens, at);
}
