import type { Mention } from "../../model/index.js";
import type { Attribution } from "./decode.js";
import { ancestry, type Page } from "./page.js";
import { beginningIn } from "./spans.js";

/** "Roe, who told parliament …": for a relative pronoun the words it stands for, up to the pronoun. */
export function antecedent(page: Page, source: readonly number[]): readonly number[] {
  const [pronoun] = source;
  if (source.length !== 1 || !/^W(?:P|DT)$/.test(page.xpos[pronoun!]!)) return source;
  const clause = [...ancestry(page, pronoun!, 6)].find((t) => page.deprel[t] === "acl:relcl");
  const noun = clause === undefined ? -1 : page.head[clause]!;
  if (noun < 0 || noun > pronoun!) return source;
  const words: number[] = [];
  for (let t = page.first[page.sentence[noun]!]!; t < pronoun!; t++)
    if ([...ancestry(page, t)].includes(noun) && page.lower[t] !== ",") words.push(t);
  return words;
}

const asking = new Set(["ask", "question", "press", "quiz", "challenge"]);

/** "Asked by the Herald whether …, Roe said", "Roe was asked": who is asked has not said what the question holds. */
export function isAsked(page: Page, a: Attribution): boolean {
  if (!asking.has(page.lemma[a.head]!) || !/^VB[DN]$/.test(page.xpos[a.head]!)) return false;
  const below = page.children[a.head]!.map((c) => page.deprel[c]!);
  if (below.includes("aux:pass")) return true;
  const before = a.head - 1;
  const opens =
    before < 0 || page.sentence[before] !== page.sentence[a.head] || /^(?:when|if|,)$/.test(page.lower[before]!);
  return opens && !below.includes("nsubj") && !below.includes("aux");
}

/** A participle or a second verb without subject: the subject of the clause it hangs on. */
export function inferredSource(page: Page, a: Attribution, mentions: readonly Mention[]): number[] {
  if (isAsked(page, a)) return agentBehind(page, a);
  const told = new Set([...a.content, ...a.cue]);
  for (let at = a.head, n = 0; at >= 0 && n < 5; at = page.head[at]!, n++) {
    const subject = page.children[at]!.find((c) => page.deprel[c] === "nsubj");
    if (subject !== undefined && page.xpos[subject] !== "WP" && !told.has(subject)) return [subject];
    if (page.deprel[at] === "acl:relcl" && !a.content.includes(page.head[at]!)) return [page.head[at]!];
  }
  return /^VB[DZP]$/.test(page.xpos[a.head]!) ? firstNamed(page, a, mentions) : [];
}

/** "Under a statement read out by Roe, …": who a document is by. */
export function agentBehind(page: Page, a: Attribution): number[] {
  const end = page.first[page.sentence[a.head]! + 1]!;
  const by = [1, 2, 3].map((step) => a.head + step).find((t) => t < end && page.lower[t] === "by");
  if (by === undefined || !/^VB[DN]$/.test(page.xpos[a.head]!)) return [];
  let last = by;
  while (last + 1 < end && /^(?:DET|ADJ|NOUN|PROPN)$/.test(page.upos[last + 1]!)) last++;
  return Array.from({ length: last - by }, (_, i) => by + 1 + i).filter((t) => !a.content.includes(t));
}

/** A finite verb whose subject the tree lost: the first name of its sentence before it and outside the content. */
function firstNamed(page: Page, a: Attribution, mentions: readonly Mention[]): number[] {
  const [from, to] = [page.start[page.first[page.sentence[a.head]!]!]!, page.start[a.head]!];
  const found = beginningIn(mentions, from, to).find((m) => m.form === "name" && m.end <= to && !isOwner(page, m));
  if (!found) return [];
  const tokens: number[] = [];
  for (let t = page.first[page.sentence[a.head]!]!; t < a.head; t++)
    if (page.start[t]! < found.end && found.start < page.end[t]! && !a.content.includes(t)) tokens.push(t);
  return tokens;
}

/** Whether a name is an owner's: "Roe's aide". */
export const isOwner = (page: Page, m: Mention): boolean => /^['’]s?\b/u.test(page.text.slice(m.end, m.end + 2));
