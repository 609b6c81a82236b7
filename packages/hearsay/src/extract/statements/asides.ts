import type { Attribution } from "./decode.js";
import type { Page } from "./page.js";

const says = new Set("say add tell note insist explain claim argue joke recall".split(" "));
const nominal = new Set(["NOUN", "PROPN", "PRON", "ADJ", "DET", "ADP", "NUM", "PART"]);
/** No longer source stands in an aside. */
const LONGEST = 8;
/** Rare in what the weights learnt from, and certain in form. */
const SURE = 0.8;

/**
 * "…: the mayor, one of them said, “had to wait.”": a quotation with a speaker of its own in the midst of somebody's words. It
 * becomes a statement of its own, and what was read around it ends at the colon before it, if one is there.
 */
export function withAsides(page: Page, found: readonly Attribution[]): Attribution[] {
  return found.flatMap((a) => {
    const aside = a.content.map((t) => asideAt(page, a, t)).find((one) => one !== null);
    if (aside === undefined || aside === null) return [a];
    const own = new Set([...aside.source, ...aside.cue, ...aside.content]);
    const colon = a.content.find((t) => page.lower[t + 1] === ":" && t > a.head && t < aside.head);
    const rest = a.content.filter((t) => !own.has(t) && (colon === undefined || t <= colon));
    return rest.length === 0 ? [aside] : [{ ...a, content: rest }, aside];
  });
}

/** The aside whose verb stands at `head` in the content of another attribution, commas around it and a quotation behind. */
function asideAt(page: Page, a: Attribution, head: number): Attribution | null {
  if (head <= a.head || !says.has(page.lemma[head]!) || page.xpos[head] !== "VBD" || page.quote[head]! > 0) return null;
  const quote = page.lower[head + 1] === "," ? (page.quote[head + 2] ?? 0) : 0;
  if (quote === 0) return null;
  let first = head;
  while (first > 0 && nominal.has(page.upos[first - 1]!)) first--;
  const length = head - first;
  if (page.lower[first - 1] !== "," || length === 0 || length > LONGEST) return null;
  const content = a.content.filter((t) => page.quote[t] === quote);
  const source = Array.from({ length }, (_, i) => first + i);
  return content.length === 0 ? null : { head, source, cue: [head], content, score: SURE };
}
