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
  return owned(tokens, nounGroup(tokens, i));
}

/** "a third of the island's wheat" counts wheat, not islands. */
function owned(tokens: readonly Token[], group: Counted | null): Counted | null {
  if (group === null || !/^['’]s?$/.test(tokens[group.end]?.form ?? "")) return group;
  return nounGroup(tokens, group.end + 1) ?? group;
}

/** "rose 40 points last week": a time that follows is not what is counted. */
const timeNouns = new Set(
  "second minute hour day night week month quarter year decade century time morning afternoon evening monday tuesday wednesday thursday friday saturday sunday".split(
    " ",
  ),
);
const isTime = (tokens: readonly Token[], { head }: Counted): boolean =>
  timeNouns.has(tokens[head]?.lemma.toLowerCase() ?? "");

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
    if (subject >= 0 && subject < at && tokens[subject]?.upos !== "PRON" && carries(tokens, verb))
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

/** How an amount is written decides which nouns near it can be what it counts. */
export type Kind = "count" | "money" | "measure";

/** The noun right after: "12 Warden batteries", "a $2 billion loan"; a length or flow needs "a 140 km pipeline". */
function directly(tokens: readonly Token[], at: number, next: number, kind: Kind): Counted | null {
  if (kind === "measure" && !/^(?:an?|the|its|their|this|that)$/i.test(tokens[at - 1]?.form ?? "")) return null;
  const group = nounGroup(tokens, next);
  return group === null || isTime(tokens, group) ? null : group;
}

/**
 * What an amount that ends before `next` counts: the noun right after it ("12 Warden batteries"), after "of" or "in"
 * ("$2 billion in aid"), or the subject whose size it tells ("the toll rose to nine").
 */
export function countedBy(tokens: readonly Token[], at: number, next: number, kind: Kind): Counted | null {
  const prepositions = kind === "money" ? /^(?:of|in)$/i : /^of$/i;
  return directly(tokens, at, next, kind) ?? afterPreposition(tokens, next, prepositions) ?? subjectCounted(tokens, at);
}
