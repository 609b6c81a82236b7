import type { Attribution } from "./decode.js";
import type { Page } from "./page.js";

const says = new Set("say add announce report warn claim insist note explain argue suggest write reckon".split(" "));
const nominal = new Set(["NOUN", "PROPN", "PRON", "ADJ", "DET", "ADP", "NUM", "PART", "CCONJ"]);
const days =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tonight|last|this|earlier|later|in|on|at|to)$/;
/** No longer name or role stands in such an aside. */
const LONGEST = 10;

/**
 * "The theatre, say friends close to its owner, has warned the council …": the words between verb and comma
 * speak, and what stands before the aside is said. Parsers and labels take the subject of the whole for the speaker.
 */
export const withInverted = (page: Page, found: readonly Attribution[]): Attribution[] =>
  found.map((a) => {
    const aside = asideOf(page, a.head);
    if (aside.length === 0 || a.source.some((t) => t >= a.head) || a.content.length === 0) return a;
    const last = a.source.findLast((t) => page.word[t] === 1);
    if (last !== undefined && last !== a.head - 2) return a;
    const own = new Set([...aside, ...a.cue]);
    const content = [...new Set([...a.source, ...a.content])].filter((t) => !own.has(t)).sort((x, y) => x - y);
    return { ...a, source: aside, content };
  });

/** The words from behind the verb up to the comma that closes the aside; empty where there is no aside. */
function asideOf(page: Page, head: number): number[] {
  if (!says.has(page.lemma[head]!) || !/^VB[DZP]$/.test(page.xpos[head]!) || page.lower[head - 1] !== ",") return [];
  if (days.test(page.lower[head + 1] ?? "")) return [];
  let end = head + 1;
  while (
    end < page.size &&
    page.sentence[end] === page.sentence[head] &&
    (nominal.has(page.upos[end]!) || page.lower[end] === "close")
  )
    end++;
  const words = Array.from({ length: end - head - 1 }, (_, i) => head + 1 + i);
  const speaks = words.some((t) => /^(?:NOUN|PROPN|PRON)$/.test(page.upos[t]!));
  return page.lower[end] === "," && speaks && words.length <= LONGEST ? words : [];
}
