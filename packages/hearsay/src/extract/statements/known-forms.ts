import type { Attribution } from "./decode.js";
import type { Page } from "./page.js";

/** Forms that are certain, and that the labels get wrong for want of examples. */
export const withKnownForms = (page: Page, found: readonly Attribution[]): Attribution[] =>
  found.map((a) => sure(page, drawn(page, asker(page, allAsked(page, a)))));

const asks = new Set(["ask", "wonder", "inquire", "question"]);
const wh = /^(?:whether|if|who|whom|what|when|where|why|how|which)$/;
const named = new Set(["NOUN", "PROPN", "DET", "ADJ", "NUM"]);
/** No longer name or role stands behind the verb. */
const LONGEST = 10;

/** "“Did anybody count the boats?” asked Roe.": who stands between verb and stop asks, and is not who is asked. */
function asker(page: Page, a: Attribution): Attribution {
  const before = a.content.findLast((t) => t < a.head && page.word[t] === 1);
  const quoted = before !== undefined && page.quote[before]! > 0 && before >= a.head - 4;
  if (a.source.length > 0 || !quoted || !asks.has(page.lemma[a.head]!) || page.xpos[a.head] !== "VBD") return a;
  const source: number[] = [];
  let t = a.head + 1;
  while (t < page.size && named.has(page.upos[t]!) && source.length < LONGEST) source.push(t++);
  const ends = t >= page.size || /^[.,]$/.test(page.lower[t]!);
  return source.length > 0 && ends ? { ...a, source, content: a.content.filter((c) => c < a.head) } : a;
}

/** "… whether the fleet would sail, and how it would be paid": what is asked goes on to the end of its last clause. */
function allAsked(page: Page, a: Attribution): Attribution {
  const last = a.content.at(-1);
  if (last === undefined || last < a.head || !asks.has(page.lemma[a.head]!)) return a;
  const first = a.content.find((t) => page.word[t] === 1)!;
  if (!wh.test(page.lower[first]!)) return a;
  const and = page.lower[last + 1] === "," ? last + 2 : last + 1;
  if (!/^(?:and|or)$/.test(page.lower[and] ?? "") || !wh.test(page.lower[and + 1] ?? "")) return a;
  let end = and + 1;
  while (end + 1 < page.size && page.sentence[end + 1] === page.sentence[a.head] && !isStop(page, end + 1)) end++;
  const added = Array.from({ length: end - last }, (_, i) => last + 1 + i);
  return added.some((t) => a.source.includes(t)) ? a : { ...a, content: [...a.content, ...added] };
}

const isStop = (page: Page, t: number): boolean => /^(?:[,;:.!?–—]|--|-)$/.test(page.lower[t]!);

/** "The board would not be drawn on whether …": the subject of the passive is who keeps silent. */
function drawn(page: Page, a: Attribution): Attribution {
  if (page.lower[a.head] !== "drawn") return a;
  const subject = page.children[a.head]!.find((c) => page.deprel[c]!.startsWith("nsubj") && c < a.head);
  const negated = a.cue.concat(page.children[a.head]!).some((t) => /^(?:not|n't|n’t|never)$/.test(page.lower[t]!));
  if (subject === undefined || !negated || a.source.length > 0) return a;
  const start = Math.min(...a.cue);
  const own = page.first[page.sentence[a.head]!]!;
  const source = a.content.filter((t) => t >= own && t < start);
  return source.includes(subject) ? { ...a, source, content: a.content.filter((t) => t > a.head) } : a;
}

const tells = new Set("say report write announce state".split(" "));
/** As sure as an aside. */
const SURE = 0.8;

/** "The Harbour Digest reports that …": a name, a verb of telling and "that" are an attribution whatever the tree makes of them. */
function sure(page: Page, a: Attribution): Attribution {
  const [last, first] = [a.source.at(-1), a.content[0]];
  if (last !== a.head - 1 || first !== a.head + 1 || !tells.has(bare(page.lower[a.head]!))) return a;
  const name = /^\p{Lu}/u.test(page.text.slice(page.start[last]!));
  return name && page.lower[first] === "that" ? { ...a, score: Math.max(a.score, SURE) } : a;
}

/** "reports" is the verb here, however it was tagged. */
const bare = (word: string): string =>
  word
    .replace(/^said$/, "say")
    .replace(/^wrote$/, "write")
    .replace(/(?:ed|s)$/, "");
