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
  if (tokens[i]?.form === "out" && tokens[i + 1]?.form === "of") i++;
  if (!prepositions.test(tokens[i]?.form ?? "")) return null;
  i++;
  if (determiners.test(tokens[i]?.form ?? "")) i++;
  while (tokens[i]?.upos === "NUM") i++;
  const group = owned(tokens, nounGroup(tokens, i));
  return group === null || isTime(tokens, group) ? null : group;
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

/** Verbs whose object, or subject in the passive, a figure measures: "cut the rate by 25 points". */
const changing = new Set(
  "cut raise lower lift reduce slash boost trim hike halve push bring put set estimate".split(" "),
);

/** How far before a number its subject may stand: sentences longer than this are lists or no prose. */
const reach = 60;

/** The subject of the verb that a number completes, as the noun group around its head. */
export function subjectCounted(tokens: readonly Token[], at: number): Counted | null {
  let verb = at;
  for (let steps = 0; steps < 4; steps++) {
    const subject = dependent(tokens, verb, at, /^nsubj/);
    const measured = subject === null ? null : measuredBy(tokens, verb, at, subject);
    if (measured !== null) return isNoun(tokens[measured]) ? groupAround(tokens, measured) : null;
    const next = tokens[verb]?.head ?? -1;
    if (next < 0 || subject !== null) return null;
    verb = next;
  }
  return null;
}

/** The subject of "the toll rose to nine" and "the rate was cut", the object of "they cut the rate". */
function measuredBy(tokens: readonly Token[], verb: number, at: number, subject: number): number | null {
  if (tokens[subject]?.upos === "PRON") return null;
  const lemma = tokens[verb]?.lemma.toLowerCase() ?? "";
  if (carrying.has(lemma) || dependent(tokens, verb, verb + reach, /^cop$/) !== null) return subject;
  if (!changing.has(lemma)) return null;
  return tokens[subject]?.deprel === "nsubj:pass" ? subject : dependent(tokens, verb, at, /^obj$/);
}

/** The first word before `end` that hangs on `head` in the given relation. */
function dependent(tokens: readonly Token[], head: number, end: number, relation: RegExp): number | null {
  for (let i = Math.max(0, end - 2 * reach); i < Math.min(end, tokens.length); i++)
    if (tokens[i]?.head === head && relation.test(tokens[i]?.deprel ?? "")) return i;
  return null;
}

function groupAround(tokens: readonly Token[], head: number): Counted {
  let first = head;
  while (first > 0 && (isNoun(tokens[first - 1]) || isModifier(tokens[first - 1]))) first--;
  return { first, end: head + 1, head };
}

/** How an amount is written decides which nouns near it can be what it counts. */
export type Kind = "count" | "money" | "measure";

const isHyphen = (token: Token | undefined): boolean => /^[-‐‑]$/.test(token?.form ?? "");

/** "a 40-strong crew", "60-plus pigs": past the word that the number makes a compound with. */
const afterCompound = (tokens: readonly Token[], at: number): number =>
  isHyphen(tokens[at]) && /^(?:strong|odd|plus|something)$/i.test(tokens[at + 1]?.form ?? "") ? at + 2 : at;

/** "an 18,000-person agency" counts persons. */
const compound = (tokens: readonly Token[], at: number): Counted | null =>
  isHyphen(tokens[at]) && tokens[at + 1]?.upos === "NOUN" ? { first: at + 1, end: at + 2, head: at + 1 } : null;

/** Nouns that only say that a number follows. */
const plain = new Set(
  "total average maximum minimum number figure some most one majority sum amount estimate report claim news rumour rise fall increase decrease drop gain growth cut jump decline change".split(
    " ",
  ),
);

/** "a toll of 34", "a crowd of about 300": the noun before "of", which the number gives the size of. */
function groupOf(tokens: readonly Token[], at: number, next: number): Counted | null {
  if (/^(?:ADJ|NOUN|PROPN|NUM)$/.test(tokens[next]?.upos ?? "")) return null;
  let of = at - 1;
  while (of > 0 && at - of < 5 && tokens[of]?.form !== "of" && isHedging(tokens[of])) of--;
  const noun = tokens[of - 1];
  if (tokens[of]?.form !== "of" || noun?.upos !== "NOUN" || plain.has(noun.lemma.toLowerCase())) return null;
  return isTime(tokens, { first: of - 1, end: of, head: of - 1 }) ? null : groupAround(tokens, of - 1);
}
const isHedging = (token: Token | undefined): boolean =>
  /^(?:about|around|some|nearly|almost|roughly|approximately|more|less|fewer|than|at|least|most|over|under|up|to|just|[$€£])$/i.test(
    token?.form ?? "",
  );

/** The noun right after: "12 Warden batteries", "a $2 billion loan"; a length or flow needs "a 140 km pipeline". */
function directly(tokens: readonly Token[], at: number, next: number, kind: Kind): Counted | null {
  if (kind === "measure" && !/^(?:an?|the|its|their|this|that)$/i.test(tokens[at - 1]?.form ?? "")) return null;
  const after = afterCompound(tokens, next);
  const group = compound(tokens, after) ?? nounGroup(tokens, after);
  return group === null || isTime(tokens, group) ? null : group;
}

/**
 * What an amount that ends before `next` counts: the noun right after it ("12 Warden batteries"), after "of" or "in"
 * ("$2 billion in aid"), or the subject whose size it tells ("the toll rose to nine").
 */
export function countedBy(tokens: readonly Token[], at: number, next: number, kind: Kind): Counted | null {
  const prepositions = kind === "money" ? /^(?:of|in)$/i : /^of$/i;
  return (
    directly(tokens, at, next, kind) ??
    afterPreposition(tokens, next, prepositions) ??
    groupOf(tokens, at, next) ??
    subjectCounted(tokens, at)
  );
}
